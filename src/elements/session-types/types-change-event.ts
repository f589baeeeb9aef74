import type { SessionType } from '../../contract/session-type.ts';
import { ElementEvent } from '../base/element-event.ts';

/** A coach's session types were changed. */
export class SessionTypesChangeEvent extends ElementEvent {
  static override readonly type = 'cb-session-types-change';
  constructor(
    /** All of them as they are now, archived ones too. */
    readonly sessionTypes: readonly SessionType[],
  ) {
    super();
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cb-session-types-change': SessionTypesChangeEvent;
  }
}
