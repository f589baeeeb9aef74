import type { Instant } from '../../contract/values.ts';
import { ElementEvent } from './element-event.ts';

/**
 * The chosen time was taken by somebody else, or is no longer offered. `preventDefault()` when the page shows its own message
 * instead of the picker's.
 */
export class SlotGoneEvent extends ElementEvent {
  static override readonly type = 'cb-slot-gone';
  constructor(
    /** Start of the time. */
    readonly start: Instant,
    /** The message for the visitor, in the element's language. */
    readonly message: string,
  ) {
    super({ cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cb-slot-gone': SlotGoneEvent;
  }
}
