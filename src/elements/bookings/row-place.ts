/** Pixels from the top of the window to a row; undefined without a row. */
export function placeOf(row: Element | null): number | undefined {
  return row?.getBoundingClientRect().top;
}

/** Scrolls the row's scroll container so that the row is at `place` again. */
export function keepPlace(row: Element | null, place: number | undefined): void {
  const now = placeOf(row);
  if (!row || now === undefined || place === undefined) return;
  scrollerOf(row).scrollBy({ top: now - place, behavior: 'instant' });
}

/** The nearest box that scrolls up and down, across shadow roots; the page where there is none. */
function scrollerOf(element: Element): Element {
  for (let node: Node | null = element; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    if (!(node instanceof Element) || node.scrollHeight <= node.clientHeight) continue;
    if (/auto|scroll/.test(getComputedStyle(node).overflowY)) return node;
  }
  return document.scrollingElement ?? document.documentElement;
}
