import type { Coach } from '../../contract/coach.ts';

/** A coach's profile was saved. */
export class ProfileSavedEvent extends Event {
  static readonly type = 'cb-profile-saved';
  constructor(
    /** As it is now. */
    readonly coach: Coach,
  ) {
    super(ProfileSavedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cb-profile-saved': ProfileSavedEvent;
  }
}
