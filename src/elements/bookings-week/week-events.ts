import type { Booking } from '../../contract/booking.ts';

/** A session of the week was pressed, and its row should be shown. */
export class OpenBookingEvent extends Event {
  constructor(readonly booking: Booking) {
    super('cb-open-booking', { bubbles: true });
  }
}

/** Another week is shown. */
export class WeekChangeEvent extends Event {
  constructor(
    /** When it begins, epoch ms. */
    readonly start: number,
  ) {
    super('cb-week-change', { bubbles: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cb-open-booking': OpenBookingEvent;
    'cb-week-change': WeekChangeEvent;
  }
}
