let locks = 0;
let before = '';

/** Keeps the page behind a dialog from scrolling, until the returned function is called. Several dialogs share one lock. */
export function lockScroll(): () => void {
  const { style } = document.documentElement;
  if (locks === 0) {
    before = style.overflow;
    style.overflow = 'hidden';
  }
  locks += 1;
  let locked = true;
  return () => {
    if (!locked) return;
    locked = false;
    locks -= 1;
    if (locks === 0) style.overflow = before;
  };
}
