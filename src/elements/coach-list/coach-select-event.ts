import type { Coach } from '../../contract/coach.ts';

/** A coach was chosen; `preventDefault()` keeps the list as it is. */
export class CoachSelectEvent extends Event {
  static readonly type = 'cb-coach-select';
  constructor(readonly coach: Coach) {
    super(CoachSelectEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cb-coach-select': CoachSelectEvent;
  }
}
