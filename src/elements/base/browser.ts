/** Values that the styles need: colors of two schemes, and colors made from other colors. */
const COLORS = ['light-dark(red, red)', 'color(from red xyz-d65 calc(x * 1) y z)'];

let told = false;

/**
 * True when the browser has all that the elements need: Chrome and Edge 123, Firefox 128, Safari 18. In older ones nothing is defined,
 * so the page shows its own content inside the elements, and the console says why. True also where there is no browser, as on a server.
 */
export function isBrowserNewEnough(): boolean {
  const { CSS: css, HTMLElement: element } = globalThis;
  if (!css?.supports) return true;
  const isEnough = COLORS.every((color) => css.supports('color', color)) && 'popover' in element.prototype;
  if (!isEnough && !told) console.warn('CultureBridge Booking needs a newer browser: the page shows its own content.');
  told ||= !isEnough;
  return isEnough;
}
