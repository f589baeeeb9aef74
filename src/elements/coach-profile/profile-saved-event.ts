import type { Coach } from '../../contract/coach.ts';
import { ElementEvent } from '../base/element-event.ts';

/** A coach's profile was saved. */
export class ProfileSavedEvent extends ElementEvent {
  static override readonly type = 'cb-profile-saved';
  constructor(
    /** The coach as saved. */
    readonly coach: Coach,
  ) {
    super();
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cb-profile-saved': ProfileSavedEvent;
  }
}
