/** The gap between a popover and its anchor, px. */
const GAP = 6;
/** The gap between a popover and the edge of the visible area, px. */
const EDGE = 8;
/** With less room than this on both sides, the popover covers part of its anchor, px. */
const LEAST = 120;

/** The visible part of the page: smaller than the layout viewport while a keyboard is open or the page is pinch-zoomed. */
function seenPart() {
  const { offsetLeft = 0, offsetTop = 0, width = innerWidth, height = innerHeight } = visualViewport ?? {};
  return { left: offsetLeft, right: offsetLeft + width, top: offsetTop, bottom: offsetTop + height };
}

function place(anchor: HTMLElement, popover: HTMLElement): void {
  const { style } = popover;
  const seen = seenPart();
  const { left, right, top, bottom } = anchor.getBoundingClientRect();
  const above = top - seen.top - GAP - EDGE;
  const below = seen.bottom - bottom - GAP - EDGE;
  style.maxHeight = '';
  const goesUp = popover.offsetHeight > below && above > below;
  style.maxHeight = `${Math.max(LEAST, goesUp ? above : below)}px`;
  const { offsetWidth, offsetHeight } = popover;
  const start = popover.matches(':dir(rtl)') ? right - offsetWidth : left;
  const furthest = seen.right - EDGE - offsetWidth;
  style.left = `${Math.max(seen.left + EDGE, Math.min(start, furthest))}px`;
  style.top = `${goesUp ? top - GAP - offsetHeight : bottom + GAP}px`;
}

/** True when a box between `anchor` and the page, in any shadow tree, can scroll. */
function isScrolled(anchor: HTMLElement): boolean {
  let at: Node | null = anchor;
  while (at && at !== document.body) {
    if (at instanceof Element && /auto|scroll/.test(getComputedStyle(at).overflow)) return true;
    at = (at instanceof Element && at.assignedSlot) || (at instanceof ShadowRoot ? at.host : at.parentNode);
  }
  return false;
}

/**
 * Keeps `popover` (shown) below its anchor, or above where there is more room, until the returned function is called. It is aligned
 * with the anchor's start edge, and moved along it as far as needed to be visible.
 *
 * A popover in the top layer is positioned in the visual viewport, whatever scrolls, clips or transforms its anchor, so two
 * rectangles give its place. It is computed again when the page scrolls or anything changes its size; when a box around the anchor
 * can scroll, Floating UI's `autoUpdate` is loaded to follow that too (docs/decisions/0005).
 */
export function keepPlaced(anchor: HTMLElement, popover: HTMLElement): () => void {
  const again = () => place(anchor, popover);
  const end = new AbortController();
  for (const target of [window, visualViewport]) {
    for (const event of ['scroll', 'resize']) {
      target?.addEventListener(event, again, { signal: end.signal, capture: true, passive: true });
    }
  }
  // The body grows when something above the anchor grows. The observer also calls back at once.
  const sizes = new ResizeObserver(again);
  for (const each of [anchor, popover, document.body]) sizes.observe(each);
  again();
  let stopFollowing = () => {};
  if (isScrolled(anchor)) {
    import('./follow-scrolled.ts').then(
      ({ followScrolled }) => {
        if (!end.signal.aborted) stopFollowing = followScrolled(anchor, popover, again);
      },
      // When that script does not load, the popover still follows the page.
      () => undefined,
    );
  }
  return () => {
    end.abort();
    sizes.disconnect();
    stopFollowing();
  };
}
