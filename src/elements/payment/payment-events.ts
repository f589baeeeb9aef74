import type { Booking } from '../../contract/booking.ts';

/** The server said that a booking is paid. */
export class PaidEvent extends Event {
  static readonly type = 'cb-paid';
  constructor(readonly booking: Booking) {
    super(PaidEvent.type, { bubbles: true, composed: true });
  }
}

/** The visitor wants another time; what was held is given back. */
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
