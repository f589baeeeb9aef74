import type { SessionType } from '../../contract/session-type.ts';

/** A session type was chosen. */
export class SessionTypeSelectEvent extends Event {
  static readonly type = 'cb-session-type-select';
  constructor(readonly sessionType: SessionType) {
    super(SessionTypeSelectEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cb-session-type-select': SessionTypeSelectEvent;
  }
}
