import type { Coach } from '../../contract/coach.ts';
import { ElementEvent } from '../base/element-event.ts';

/** A coach was chosen; `preventDefault()` keeps the list as it is. */
export class CoachSelectEvent extends ElementEvent {
  static override readonly type = 'cb-coach-select';
  constructor(readonly coach: Coach) {
    super({ cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cb-coach-select': CoachSelectEvent;
  }
}
