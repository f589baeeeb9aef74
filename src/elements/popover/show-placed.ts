const load = () => import('./keep-placed.ts');

/** Fetches ahead what places a popover, when one is about to be opened. */
export function preloadPopover(): void {
  load().catch(() => undefined);
}

/**
 * Shows `popover` at `anchor` and keeps it there until the returned function is called. Where the script that places it does not
 * arrive it is shown all the same, in the corner.
 */
export async function showPlaced(anchor: HTMLElement, popover: HTMLElement): Promise<() => void> {
  const placing = await load().catch(() => undefined);
  // Taken out of the page meanwhile.
  if (!popover.isConnected) return () => undefined;
  popover.showPopover();
  return placing ? placing.keepPlaced(anchor, popover) : () => undefined;
}
