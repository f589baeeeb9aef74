import type { Booking } from '../../contract/index.ts';

/** The server said: the booking has moved. */
export class MovedEvent extends Event {
  static readonly type = 'cb-moved';
  constructor(readonly booking: Booking) {
    super(MovedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cb-moved': MovedEvent;
  }
}
