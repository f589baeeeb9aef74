import type { Edit } from '../../../core/schedule-editor/edits.ts';
import { ElementEvent } from '../../base/element-event.ts';

/** A part of the editor asks for a change. Changes of one gesture are undone as one. */
export class ScheduleEditEvent extends ElementEvent {
  static override readonly type = 'cb-schedule-edit';
  constructor(
    readonly edit: Edit,
    readonly gesture?: string,
  ) {
    super();
  }
}

/** A gesture has ended, or was aborted and must be taken back. */
export class GestureEndEvent extends ElementEvent {
  static override readonly type = 'cb-gesture-end';
  constructor(
    readonly gesture: string,
    readonly abandoned: boolean,
  ) {
    super();
  }
}

/** A dialog about hours that the coach asks for. */
export type HoursRequest =
  | { readonly kind: 'edit'; readonly key: string }
  | { readonly kind: 'copy-hours'; readonly key: string }
  | { readonly kind: 'copy-day'; readonly weekday: number };

/** A part of the editor asks for one of the dialogs. */
export class HoursRequestEvent extends ElementEvent {
  static override readonly type = 'cb-hours-request';
  constructor(readonly request: HoursRequest) {
    super();
  }
}

declare global {
  interface HTMLElementEventMap {
    'cb-schedule-edit': ScheduleEditEvent;
    'cb-gesture-end': GestureEndEvent;
    'cb-hours-request': HoursRequestEvent;
  }
}
