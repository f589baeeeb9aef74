import type { Instant } from '../../contract/values.ts';

/**
 * The chosen time was taken by somebody else while the visitor looked at it, or is not offered any more. `preventDefault()` keeps
 * the picker from saying so: the page says it.
 */
export class SlotGoneEvent extends Event {
  static readonly type = 'cb-slot-gone';
  constructor(
    /** Start of the time. */
    readonly start: Instant,
    /** Says so to the visitor, in the element's language. */
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
