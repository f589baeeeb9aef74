import type { Booking } from '../../contract/booking.ts';
import { ElementEvent } from '../base/element-event.ts';

/** The server confirmed that a booking is paid. */
export class PaidEvent extends ElementEvent {
  static override readonly type = 'cb-paid';
  constructor(readonly booking: Booking) {
    super();
  }
}

/** The visitor wants another time; the held slot was released. */
export class ChooseAgainEvent extends ElementEvent {
  static override readonly type = 'cb-choose-again';
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cb-paid': PaidEvent;
    'cb-choose-again': ChooseAgainEvent;
  }
}
