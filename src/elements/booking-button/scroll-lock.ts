let locks = 0;
let before: readonly [overflow: string, gutter: string] = ['', ''];

/** Keeps the page behind a dialog from scrolling, until the returned function is called. Several dialogs share one lock. */
export function lockScroll(): () => void {
  const { style, clientWidth } = document.documentElement;
  if (locks === 0) {
    before = [style.overflow, style.scrollbarGutter];
    // Keeps the scroll bar's space, so that the page does not shift.
    if (globalThis.innerWidth > clientWidth) style.scrollbarGutter = 'stable';
    style.overflow = 'hidden';
  }
  locks += 1;
  let locked = true;
  return () => {
    if (!locked) return;
    locked = false;
    locks -= 1;
    if (locks === 0) [style.overflow, style.scrollbarGutter] = before;
  };
}
