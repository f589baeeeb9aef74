import type { Instant } from '../../contract/values.ts';

/**
 * The chosen time was taken by somebody else, or is no longer offered. `preventDefault()` when the page shows its own message
 * instead of the picker's.
 */
export class SlotGoneEvent extends Event {
  static readonly type = 'cb-slot-gone';
  constructor(
    /** Start of the time. */
    readonly start: Instant,
    /** The message for the visitor, in the element's language. */
    readonly message: string,
  ) {
    super(SlotGoneEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cb-slot-gone': SlotGoneEvent;
  }
}
