/** Between a popover and its anchor, px. */
const GAP = 6;
/** Between a popover and the edge of what is seen, px. */
const EDGE = 8;
/** Less room than this is no room: the popover then covers part of its anchor. */
const LEAST = 120;

/** The part of the page that is seen: less than the layout's while a keyboard is open or the page is zoomed by pinching. */
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

/** True where a box between `anchor` and the page, in whichever shadow tree, may scroll by itself. */
function isScrolled(anchor: HTMLElement): boolean {
  let at: Node | null = anchor;
  while (at && at !== document.body) {
    if (at instanceof Element && /auto|scroll/.test(getComputedStyle(at).overflow)) return true;
    at = (at instanceof Element && at.assignedSlot) || (at instanceof ShadowRoot ? at.host : at.parentNode);
  }
  return false;
}

/**
 * Keeps `popover` (shown) below its anchor, or above where there is more room, until the returned function is called. It starts at the
 * anchor's start edge and moves along it as far as it must to be seen.
 *
 * A popover in the top layer stands in what is seen, whatever scrolls, clips or is transformed around its anchor: its place follows
 * from two rectangles. It is worked out again when the page scrolls or anything changes its size; where a box around the anchor
 * scrolls by itself, Floating UI's `autoUpdate` comes and follows that as well (docs/decisions/0005).
 */
export function keepPlaced(anchor: HTMLElement, popover: HTMLElement): () => void {
  const again = () => place(anchor, popover);
  const end = new AbortController();
  for (const target of [window, visualViewport]) {
    for (const event of ['scroll', 'resize']) {
      target?.addEventListener(event, again, { signal: end.signal, capture: true, passive: true });
    }
  }
  // The body grows when something above the anchor does. Calls back at once, too.
  const sizes = new ResizeObserver(again);
  for (const each of [anchor, popover, document.body]) sizes.observe(each);
  again();
  let stopFollowing = () => {};
  if (isScrolled(anchor)) {
    import('./follow-scrolled.ts').then(
      ({ followScrolled }) => {
        if (!end.signal.aborted) stopFollowing = followScrolled(anchor, popover, again);
      },
      // Without that script it follows the page all the same.
      () => undefined,
    );
  }
  return () => {
    end.abort();
    sizes.disconnect();
    stopFollowing();
  };
}
