import type { CalendarProvider } from '../../contract/calendar.ts';
import { ElementEvent } from '../base/element-event.ts';

/** A calendar was connected or disconnected. */
export class CalendarChangeEvent extends ElementEvent {
  static override readonly type = 'cb-calendar-change';
  constructor(
    readonly provider: CalendarProvider,
    readonly connected: boolean,
  ) {
    super();
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cb-calendar-change': CalendarChangeEvent;
  }
}
