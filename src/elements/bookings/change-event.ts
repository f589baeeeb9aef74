import { ElementEvent } from '../base/element-event.ts';

/** A booking of the list was confirmed, completed, cancelled or moved. */
export class BookingsChangeEvent extends ElementEvent {
  static override readonly type = 'cb-bookings-change';
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cb-bookings-change': BookingsChangeEvent;
  }
}
