const load = () => import('./keep-placed.ts');

/** Loads the code that places popovers, when one is about to be opened. */
export function preloadPopover(): void {
  load().catch(() => undefined);
}

/**
 * Shows `popover` at `anchor` and keeps it there until the returned function is called. When the script that places it does not
 * load, it is shown in the corner.
 */
export async function showPlaced(anchor: HTMLElement, popover: HTMLElement): Promise<() => void> {
  const placing = await load().catch(() => undefined);
  // It was removed from the page in the meantime.
  if (!popover.isConnected) return () => undefined;
  popover.showPopover();
  return placing ? placing.keepPlaced(anchor, popover) : () => undefined;
}
