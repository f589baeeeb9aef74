import { computePosition, type Platform, type Rect } from '@floating-ui/core';
import { autoUpdate, offset, shift } from '@floating-ui/dom';

/** Between a popover and its anchor, px. */
const GAP = 6;
/** Between a popover and the edge of what is seen, px. */
const EDGE = 8;
/** Less room than this is no room: the popover then covers part of its anchor. */
const LEAST = 120;

/** The part of the page that is seen: less than the layout's while a keyboard is open or the page is zoomed by pinching. */
function seenPart(): Rect {
  const { offsetLeft = 0, offsetTop = 0, width = innerWidth, height = innerHeight } = visualViewport ?? {};
  return { x: offsetLeft, y: offsetTop, width, height };
}

const sizeOf = ({ offsetWidth: width, offsetHeight: height }: HTMLElement) => ({ width, height });

/**
 * A popover in the top layer stands in what is seen, whatever scrolls, clips or is transformed around its anchor. The platform of
 * `@floating-ui/dom` works all of that out, for elements that stand elsewhere (docs/decisions/0005).
 */
const topLayer: Platform = {
  getElementRects: ({ reference, floating }) => {
    const { x, y, width, height } = reference.getBoundingClientRect();
    return { reference: { x, y, width, height }, floating: { x: 0, y: 0, ...sizeOf(floating) } };
  },
  getDimensions: sizeOf,
  getClippingRect: seenPart,
  isRTL: (popover: HTMLElement) => popover.matches(':dir(rtl)'),
};

/** Keeps `popover` (shown) below its anchor, or above where there is more room, until the returned function is called. */
export function keepPlaced(anchor: HTMLElement, popover: HTMLElement): () => void {
  const { style } = popover;
  return autoUpdate(anchor, popover, async () => {
    const { top, bottom } = anchor.getBoundingClientRect();
    const { y, height } = seenPart();
    const above = top - y - GAP - EDGE;
    const below = y + height - bottom - GAP - EDGE;
    style.maxHeight = '';
    const goesUp = popover.offsetHeight > below && above > below;
    style.maxHeight = `${Math.max(LEAST, goesUp ? above : below)}px`;
    const place = await computePosition(anchor, popover, {
      platform: topLayer,
      strategy: 'fixed',
      placement: goesUp ? 'top-start' : 'bottom-start',
      middleware: [offset(GAP), shift({ padding: EDGE })],
    });
    Object.assign(style, { left: `${place.x}px`, top: `${place.y}px` });
  });
}
