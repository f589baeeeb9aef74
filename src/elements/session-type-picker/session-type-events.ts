import type { SessionType } from '../../contract/session-type.ts';
import { ElementEvent } from '../base/element-event.ts';

/** A session type was chosen. */
export class SessionTypeSelectEvent extends ElementEvent {
  static override readonly type = 'cb-session-type-select';
  constructor(readonly sessionType: SessionType) {
    super();
  }
}

/** The session type that the page names was loaded. */
export class SessionTypeLoadEvent extends ElementEvent {
  static override readonly type = 'cb-session-type-load';
  constructor(readonly sessionType: SessionType) {
    super();
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cb-session-type-load': SessionTypeLoadEvent;
    'cb-session-type-select': SessionTypeSelectEvent;
  }
}
