import type { TimeZone } from '../../contract/values.ts';
import { ElementEvent } from './element-event.ts';

/** The visitor chose another time zone. */
export class TimeZoneChangeEvent extends ElementEvent {
  static override readonly type = 'cb-time-zone-change';
  constructor(readonly timeZone: TimeZone) {
    super();
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cb-time-zone-change': TimeZoneChangeEvent;
  }
}
