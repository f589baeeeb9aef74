import { autoUpdate, computePosition, flip, offset, shift, size } from '@floating-ui/dom';

/** Keeps `floating` (a shown popover) below or above `anchor` until the returned function is called. */
export function keepPlaced(anchor: HTMLElement, floating: HTMLElement): () => void {
  return autoUpdate(anchor, floating, async () => {
    const { x, y } = await computePosition(anchor, floating, {
      strategy: 'fixed',
      placement: 'bottom-start',
      middleware: [
        offset(6),
        flip({ padding: 8 }),
        shift({ padding: 8 }),
        size({
          padding: 8,
          apply: ({ availableHeight }) => {
            floating.style.maxHeight = `${Math.max(120, availableHeight)}px`;
          },
        }),
      ],
    });
    Object.assign(floating.style, { left: `${x}px`, top: `${y}px` });
  });
}
