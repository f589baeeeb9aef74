import type { DateOverride, Hours, Schedule, WeeklyHours, ZoneOverride } from '../../contract/schedule.ts';
import { canonical, type Draft, draftOf, type Keyed, newKey } from './draft.ts';

/** The settings of a schedule: all but its lists. */
export type Settings = Omit<Schedule, 'weekly_hours' | 'date_overrides' | 'zone_overrides'>;

/** One change a coach makes. Keys of what is added are made with `newKey`. Weekdays: Monday 1 to Sunday 7. */
export type Edit =
  | { readonly type: 'add-hours'; readonly key: string; readonly hours: WeeklyHours }
  | { readonly type: 'change-hours'; readonly key: string; readonly change: Partial<WeeklyHours> }
  | { readonly type: 'remove-hours'; readonly key: string }
  /** Replaces the first of `keys` with `hours` and removes the others. */
  | { readonly type: 'join-hours'; readonly keys: readonly string[]; readonly hours: WeeklyHours }
  /** Adds these hours to other days, where they are not there already. */
  | { readonly type: 'copy-hours'; readonly key: string; readonly to: readonly number[] }
  /** Gives other days exactly the hours of one. */
  | { readonly type: 'copy-day'; readonly from: number; readonly to: readonly number[] }
  | { readonly type: 'add-override'; readonly key: string; readonly override: DateOverride }
  | { readonly type: 'change-override'; readonly key: string; readonly change: Partial<DateOverride> }
  | { readonly type: 'remove-override'; readonly key: string }
  | { readonly type: 'add-travel'; readonly key: string; readonly travel: ZoneOverride }
  | { readonly type: 'change-travel'; readonly key: string; readonly change: Partial<ZoneOverride> }
  | { readonly type: 'remove-travel'; readonly key: string }
  | { readonly type: 'change-settings'; readonly change: Partial<Settings> }
  | { readonly type: 'replace'; readonly schedule: Schedule };

/** The draft after an edit; the same object when the edit changes nothing. */
export function applyEdit(draft: Draft, edit: Edit): Draft {
  const next = edited(draft, edit);
  return canonical(next) === canonical(draft) ? draft : next;
}

function edited(draft: Draft, edit: Edit): Draft {
  switch (edit.type) {
    case 'add-hours':
      return { ...draft, weekly_hours: [...draft.weekly_hours, { ...endAtMidnight(edit.hours), key: edit.key }] };
    case 'change-hours':
      return { ...draft, weekly_hours: changed(draft.weekly_hours, edit.key, edit.change).map(endAtMidnight) };
    case 'remove-hours':
      return { ...draft, weekly_hours: without(draft.weekly_hours, edit.key) };
    case 'join-hours':
      return joinHours(draft, edit.keys, edit.hours);
    case 'copy-hours':
      return copyHours(draft, edit.key, edit.to);
    case 'copy-day':
      return copyDay(draft, edit.from, edit.to);
    case 'add-override':
      return { ...draft, date_overrides: [...draft.date_overrides, { ...edit.override, key: edit.key }] };
    case 'change-override':
      return { ...draft, date_overrides: changed(draft.date_overrides, edit.key, edit.change) };
    case 'remove-override':
      return { ...draft, date_overrides: without(draft.date_overrides, edit.key) };
    case 'add-travel':
      return { ...draft, zone_overrides: [...draft.zone_overrides, { ...edit.travel, key: edit.key }] };
    case 'change-travel':
      return { ...draft, zone_overrides: changed(draft.zone_overrides, edit.key, edit.change) };
    case 'remove-travel':
      return { ...draft, zone_overrides: without(draft.zone_overrides, edit.key) };
    case 'change-settings':
      return { ...draft, ...edit.change };
    case 'replace':
      return draftOf(edit.schedule);
  }
}

function changed<T>(parts: readonly Keyed<T>[], key: string, change: Partial<T>): Keyed<T>[] {
  return parts.map((part) => (part.key === key ? { ...part, ...change } : part));
}

function without<T>(parts: readonly Keyed<T>[], key: string): Keyed<T>[] {
  return parts.filter((part) => part.key !== key);
}

/** An end of 00:00 on the same day means the midnight that ends the day. */
export function endAtMidnight<T extends Hours>(hours: T): T {
  return hours.end === '00:00' && !hours.ends_next_day ? { ...hours, end: '24:00' } : hours;
}

const sameHours = (a: WeeklyHours, b: WeeklyHours) => canonical({ ...a, key: '' }) === canonical({ ...b, key: '' });

function joinHours(draft: Draft, [first, ...others]: readonly string[], hours: WeeklyHours): Draft {
  const weekly_hours = draft.weekly_hours
    .filter(({ key }) => !others.includes(key))
    .map((part) => (part.key === first ? { ...endAtMidnight(hours), key: part.key } : part));
  return { ...draft, weekly_hours };
}

function copyHours(draft: Draft, key: string, to: readonly number[]): Draft {
  const source = draft.weekly_hours.find((hours) => hours.key === key);
  if (!source) return draft;
  let next = Number(newKey(draft).slice(1));
  const copies = to
    .map((weekday) => ({ ...source, weekday }))
    .filter((copy) => !draft.weekly_hours.some((hours) => sameHours(hours, copy)))
    .map((copy) => ({ ...copy, key: `k${next++}` }));
  return { ...draft, weekly_hours: [...draft.weekly_hours, ...copies] };
}

function copyDay(draft: Draft, from: number, to: readonly number[]): Draft {
  const source = draft.weekly_hours.filter((hours) => hours.weekday === from);
  const targets = to.filter((weekday) => weekday !== from);
  // New keys are counted from the draft before the edit, so that a new part never gets a removed part's key.
  let next = Number(newKey(draft).slice(1));
  const copies = targets.flatMap((weekday) => source.map((hours) => ({ ...hours, weekday, key: `k${next++}` })));
  return { ...draft, weekly_hours: [...draft.weekly_hours.filter((h) => !targets.includes(h.weekday)), ...copies] };
}
