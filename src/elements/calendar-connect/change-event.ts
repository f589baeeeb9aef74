import type { CalendarProvider } from '../../contract/calendar.ts';

/** A calendar was connected or disconnected. */
export class CalendarChangeEvent extends Event {
  static readonly type = 'cb-calendar-change';
  constructor(
    readonly provider: CalendarProvider,
    readonly connected: boolean,
  ) {
    super(CalendarChangeEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cb-calendar-change': CalendarChangeEvent;
  }
}
