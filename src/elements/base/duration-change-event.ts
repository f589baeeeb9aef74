import { ElementEvent } from './element-event.ts';

/** The visitor chose another length of session. */
export class DurationChangeEvent extends ElementEvent {
  static override readonly type = 'cb-duration-change';
  constructor(readonly minutes: number) {
    super();
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cb-duration-change': DurationChangeEvent;
  }
}
