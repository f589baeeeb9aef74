import type { Draft } from '../../../core/schedule-editor/draft.ts';
import type { Edit } from '../../../core/schedule-editor/edits.ts';
import { daysText, describeHours, overrideText, type Reading, weekdayName } from '../part/words.ts';

/** What a screen reader hears of an edit: what is there now, in a sentence. */
export function sayEdit(edit: Edit, before: Draft, after: Draft, reading: Reading): string {
  const { said } = reading.t;
  switch (edit.type) {
    case 'add-hours':
    case 'change-hours':
    case 'remove-hours': {
      const draft = edit.type === 'remove-hours' ? before : after;
      const hours = draft.weekly_hours.find(({ key }) => key === edit.key);
      return hours ? verb(edit.type, reading)(describeHours(hours, reading)) : '';
    }
    case 'copy-hours':
    case 'copy-day':
      return said.copied(edit.to.map((day) => weekdayName(day, reading)).join(', '));
    case 'add-override':
    case 'change-override':
    case 'remove-override': {
      const draft = edit.type === 'remove-override' ? before : after;
      const part = draft.date_overrides.find(({ key }) => key === edit.key);
      return part ? verb(edit.type, reading)(`${daysText(part, reading)}: ${overrideText(part, reading)}`) : '';
    }
    default:
      return said.setting;
  }
}

function verb(type: Edit['type'], { t }: Reading): (what: string) => string {
  if (type.startsWith('add')) return t.said.added;
  return type.startsWith('remove') ? t.said.removed : t.said.changed;
}
