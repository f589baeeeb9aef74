import type { ReactiveControllerHost } from 'lit';
import type { Draft } from '../../../core/schedule-editor/draft.ts';
import type { Edit } from '../../../core/schedule-editor/edits.ts';
import { changedSections } from '../../../core/schedule-editor/sections.ts';
import type { Editing } from '../../../core/schedule-editor/state.ts';
import { listed } from '../../../domain/language/listed.ts';
import type { ScheduleEditEvent } from '../part/edit-events.ts';
import { datedOverrideText, describeHours, problemText, type Reading, weekdayName } from '../part/schedule-text.ts';

/** The announcements in the editor's live region. */
export class Announcements {
  private text = '';
  /** The gesture that added hours: until it ends they are announced as added. */
  private making: string | undefined;
  /** The announcement to make when a drag or the typing of a date ends. */
  private unsaid = '';

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly reading: () => Reading,
  ) {}

  get said(): string {
    return this.text;
  }

  /** Announces a text, also when it is the same as before. */
  say(text: string): void {
    this.text = this.text === text ? `${text}\u00a0` : text;
    this.host.requestUpdate();
  }

  /** Announces an edit, and its faults. */
  edited({ edit, gesture }: ScheduleEditEvent, before: Editing, after: Editing): void {
    const reading = this.reading();
    if (edit.type === 'add-hours') this.making = gesture;
    const isNew = edit.type === 'change-hours' && gesture !== undefined && gesture === this.making;
    const text = editText(edit, before.history.present, after.history.present, reading, isNew);
    const problem = after.problems.find(({ key }) => 'key' in edit && key === edit.key);
    const full = problem ? `${text}. ${reading.t.problem(problemText(problem.fault, reading))}` : text;
    if (gesture && !gesture.startsWith('keys')) this.unsaid = full;
    else this.say(full);
  }

  /** Announces the result of a gesture; nothing when it was aborted. */
  gestureEnded(abandoned: boolean): void {
    if (this.unsaid && !abandoned) this.say(this.unsaid);
    this.unsaid = '';
  }
}

/** The parts of the schedule in which two drafts differ: "Weekly hours, Exceptions". */
export function changedText(before: Draft, after: Draft, { t, locale }: Reading): string {
  const names = changedSections(before, after).map((section) => t.sections[section]);
  return listed(names, locale);
}

/** A sentence about the result of an edit. */
function editText(edit: Edit, before: Draft, after: Draft, reading: Reading, isNew: boolean): string {
  const { said } = reading.t;
  switch (edit.type) {
    case 'add-hours':
    case 'change-hours':
    case 'remove-hours': {
      const draft = edit.type === 'remove-hours' ? before : after;
      const hours = draft.weekly_hours.find(({ key }) => key === edit.key);
      return hours ? verb(isNew ? 'add-hours' : edit.type, reading)(describeHours(hours, reading)) : '';
    }
    case 'join-hours':
      return said.joined(describeHours(edit.hours, reading));
    case 'copy-hours':
    case 'copy-day':
      return said.copied(
        listed(
          edit.to.map((day) => weekdayName(day, reading)),
          reading.locale,
        ),
      );
    case 'add-override':
    case 'change-override':
    case 'remove-override': {
      const draft = edit.type === 'remove-override' ? before : after;
      const part = draft.date_overrides.find(({ key }) => key === edit.key);
      return part ? verb(edit.type, reading)(datedOverrideText(part, reading)) : '';
    }
    default:
      return said.setting(changedText(before, after, reading));
  }
}

function verb(type: Edit['type'], { t }: Reading): (what: string) => string {
  if (type.startsWith('add')) return t.said.added;
  return type.startsWith('remove') ? t.said.removed : t.said.changed;
}
