import type { Booking } from '../../contract/index.ts';
import { ElementEvent } from './element-event.ts';

/** The server confirmed that the booking was moved. */
export class MovedEvent extends ElementEvent {
  static override readonly type = 'cb-moved';
  constructor(readonly booking: Booking) {
    super();
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cb-moved': MovedEvent;
  }
}
