/** A booking of the list was confirmed, completed, cancelled or moved. */
export class BookingsChangeEvent extends Event {
  static readonly type = 'cb-bookings-change';
  constructor() {
    super(BookingsChangeEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cb-bookings-change': BookingsChangeEvent;
  }
}
