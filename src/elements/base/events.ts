import type { Booking, LocalDate, Slot, TimeZone } from '../../contract/index.ts';

/** Events cross shadow roots and bubble, so that a page can listen on the element it placed. */
const everywhere = { bubbles: true, composed: true } as const;

/** A day was chosen in the month grid. */
export class DaySelectEvent extends Event {
  static readonly type = 'cb-day-select';
  constructor(readonly day: LocalDate) {
    super(DaySelectEvent.type, everywhere);
  }
}

/** Another month was opened. */
export class MonthChangeEvent extends Event {
  static readonly type = 'cb-month-change';
  /** `2025-11`. */
  constructor(readonly month: string) {
    super(MonthChangeEvent.type, everywhere);
  }
}

/** A time was chosen. */
export class SlotSelectEvent extends Event {
  static readonly type = 'cb-slot-select';
  constructor(
    readonly slot: Slot,
    /** The visitor's zone at that moment. */
    readonly timeZone: TimeZone,
  ) {
    super(SlotSelectEvent.type, everywhere);
  }
}

/** The visitor chose another time zone. */
export class TimeZoneChangeEvent extends Event {
  static readonly type = 'cb-time-zone-change';
  constructor(readonly timeZone: TimeZone) {
    super(TimeZoneChangeEvent.type, everywhere);
  }
}

/** The visitor chose the 12-hour or the 24-hour clock. */
export class HourCycleChangeEvent extends Event {
  static readonly type = 'cb-hour-cycle-change';
  constructor(readonly hour12: boolean) {
    super(HourCycleChangeEvent.type, everywhere);
  }
}

/** The visitor chose another length of session. */
export class DurationChangeEvent extends Event {
  static readonly type = 'cb-duration-change';
  constructor(readonly minutes: number) {
    super(DurationChangeEvent.type, everywhere);
  }
}

/** The server confirmed that the booking was made. */
export class BookedEvent extends Event {
  static readonly type = 'cb-booked';
  constructor(readonly booking: Booking) {
    super(BookedEvent.type, everywhere);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cb-day-select': DaySelectEvent;
    'cb-month-change': MonthChangeEvent;
    'cb-slot-select': SlotSelectEvent;
    'cb-time-zone-change': TimeZoneChangeEvent;
    'cb-hour-cycle-change': HourCycleChangeEvent;
    'cb-duration-change': DurationChangeEvent;
    'cb-booked': BookedEvent;
  }
}
