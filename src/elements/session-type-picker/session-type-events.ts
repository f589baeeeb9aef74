import type { SessionType } from '../../contract/session-type.ts';
import { ElementEvent } from '../base/element-event.ts';

/** A session type was chosen. */
export class SessionTypeSelectEvent extends ElementEvent {
  static override readonly type = 'cb-session-type-select';
  constructor(readonly sessionType: SessionType) {
    super();
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cb-session-type-select': SessionTypeSelectEvent;
  }
}
