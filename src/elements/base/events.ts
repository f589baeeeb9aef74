import type { Booking, LocalDate, Slot, TimeZone } from '../../contract/index.ts';
import { ElementEvent } from './element-event.ts';

/** A day was chosen in the month grid. */
export class DaySelectEvent extends ElementEvent {
  static override readonly type = 'cb-day-select';
  constructor(readonly day: LocalDate) {
    super();
  }
}

/** Another month was opened. */
export class MonthChangeEvent extends ElementEvent {
  static override readonly type = 'cb-month-change';
  /** `2025-11`. */
  constructor(readonly month: string) {
    super();
  }
}

/** A time was chosen. */
export class SlotSelectEvent extends ElementEvent {
  static override readonly type = 'cb-slot-select';
  constructor(
    readonly slot: Slot,
    /** The visitor's zone at that moment. */
    readonly timeZone: TimeZone,
  ) {
    super();
  }
}

/** The server confirmed that the booking was made. */
export class BookedEvent extends ElementEvent {
  static override readonly type = 'cb-booked';
  constructor(readonly booking: Booking) {
    super();
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cb-day-select': DaySelectEvent;
    'cb-month-change': MonthChangeEvent;
    'cb-slot-select': SlotSelectEvent;
    'cb-booked': BookedEvent;
  }
}
