import type { Booking } from '../../contract/booking.ts';

/** The server confirmed that a booking is paid. */
export class PaidEvent extends Event {
  static readonly type = 'cb-paid';
  constructor(readonly booking: Booking) {
    super(PaidEvent.type, { bubbles: true, composed: true });
  }
}

/** The visitor wants another time; the held slot was released. */
export class ChooseAgainEvent extends Event {
  static readonly type = 'cb-choose-again';
  constructor() {
    super(ChooseAgainEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cb-paid': PaidEvent;
    'cb-choose-again': ChooseAgainEvent;
  }
}
