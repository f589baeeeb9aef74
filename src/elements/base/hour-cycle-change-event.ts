import { ElementEvent } from './element-event.ts';

/** The visitor chose the 12-hour or the 24-hour clock. */
export class HourCycleChangeEvent extends ElementEvent {
  static override readonly type = 'cb-hour-cycle-change';
  constructor(readonly hour12: boolean) {
    super();
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cb-hour-cycle-change': HourCycleChangeEvent;
  }
}
