import type { Booking } from '../../contract/index.ts';

/** The server confirmed that the booking was moved. */
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
