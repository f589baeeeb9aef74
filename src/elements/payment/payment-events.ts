import type { Booking } from '../../contract/booking.ts';
import { ElementEvent } from '../base/element-event.ts';

/** The server confirmed that a booking is paid. */
export class PaidEvent extends ElementEvent {
  static override readonly type = 'cb-paid';
  constructor(readonly booking: Booking) {
    super();
  }
}

/** The visitor wants another time; the held slot was released. `booking`: the booking that was held, where it is known. */
export class ChooseAgainEvent extends ElementEvent {
  static override readonly type = 'cb-choose-again';
  constructor(readonly booking: Booking | undefined) {
    super();
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cb-paid': PaidEvent;
    'cb-choose-again': ChooseAgainEvent;
  }
}
