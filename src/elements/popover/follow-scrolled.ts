import { autoUpdate } from '@floating-ui/dom';

/** Calls `place` when a box around `anchor` scrolls or anything else moves it, until the returned function is called. */
export const followScrolled = (anchor: HTMLElement, popover: HTMLElement, place: () => void): (() => void) =>
  autoUpdate(anchor, popover, place);
