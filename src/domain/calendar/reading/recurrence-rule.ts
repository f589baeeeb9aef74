import { type CalendarTime, readTime, UnreadableValue } from './times.ts';

type Frequency = 'YEARLY' | 'MONTHLY' | 'WEEKLY' | 'DAILY' | 'HOURLY' | 'MINUTELY' | 'SECONDLY';

/** A weekday of a rule: Sunday is 0; `nth` counts within the month or the year, from the end when negative; 0 is every one. */
interface RuleWeekday {
  readonly weekday: number;
  readonly nth: number;
}

/** A recurrence rule (RFC 5545 3.3.10). A list that is empty was not given. */
export interface RecurrenceRule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | undefined;
  readonly until: CalendarTime | undefined;
  readonly months: readonly number[];
  readonly weekNumbers: readonly number[];
  readonly yearDays: readonly number[];
  readonly monthDays: readonly number[];
  readonly weekdays: readonly RuleWeekday[];
  readonly hours: readonly number[];
  readonly minutes: readonly number[];
  readonly seconds: readonly number[];
  readonly positions: readonly number[];
  /** First day of the week; Sunday is 0. */
  readonly weekStart: number;
}

const FREQUENCIES: readonly Frequency[] = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY', 'MINUTELY', 'SECONDLY'];
const WEEKDAYS: readonly string[] = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
/** Parts that change nothing when they have this value (RFC 7529: the Gregorian calendar, days that do not exist left out). */
const NEUTRAL: ReadonlyMap<string, string> = new Map([
  ['RSCALE', 'GREGORIAN'],
  ['SKIP', 'OMIT'],
]);

/** Reads an RRULE or EXRULE. Throws `UnreadableValue` for malformed values and unknown parts. */
export function readRule(text: string): RecurrenceRule {
  const parts = new Map<string, string>();
  for (const part of text.trim().toUpperCase().split(';')) {
    if (part.trim() === '') continue;
    const [name = '', value = ''] = part.split('=').map((each) => each.trim());
    if (value === '' || parts.has(name)) throw unreadable(part);
    if (name.startsWith('X-') || NEUTRAL.get(name) === value) continue;
    if (!KNOWN.has(name)) throw unreadable(part);
    parts.set(name, value);
  }
  const frequency = FREQUENCIES.find((each) => each === parts.get('FREQ'));
  if (!frequency) throw unreadable(text);
  const list = (name: string, least: number, most: number, signed = false) => {
    const values = parts.get(name)?.split(',') ?? [];
    return values.map((value) => number(value, least, most, signed));
  };
  const single = (name: string) => (parts.has(name) ? list(name, 1, 1e9)[0] : undefined);
  const until = parts.get('UNTIL');
  return {
    frequency,
    interval: single('INTERVAL') ?? 1,
    count: single('COUNT'),
    until: until === undefined ? undefined : readTime(until, undefined),
    months: list('BYMONTH', 1, 12),
    weekNumbers: list('BYWEEKNO', 1, 53, true),
    yearDays: list('BYYEARDAY', 1, 366, true),
    monthDays: list('BYMONTHDAY', 1, 31, true),
    weekdays: (parts.get('BYDAY')?.split(',') ?? []).map(weekday),
    hours: list('BYHOUR', 0, 23),
    minutes: list('BYMINUTE', 0, 59),
    seconds: list('BYSECOND', 0, 60),
    positions: list('BYSETPOS', 1, 366, true),
    weekStart: WEEKDAYS.indexOf(parts.get('WKST') ?? 'MO'),
  };
}

const KNOWN = new Set(
  'FREQ INTERVAL COUNT UNTIL BYMONTH BYWEEKNO BYYEARDAY BYMONTHDAY BYDAY BYHOUR BYMINUTE BYSECOND BYSETPOS WKST'.split(
    ' ',
  ),
);

function number(text: string, least: number, most: number, signed: boolean): number {
  const value = /^[+-]?\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
  const size = signed ? Math.abs(value) : value;
  if (!(size >= least && size <= most)) throw unreadable(text);
  return value;
}

function weekday(text: string): RuleWeekday {
  const [, nth = '0', day = ''] = /^([+-]?\d{1,2})?\s*([A-Z]{2})$/.exec(text.trim()) ?? [];
  const index = WEEKDAYS.indexOf(day);
  if (index < 0 || Math.abs(Number(nth)) > 53) throw unreadable(text);
  return { weekday: index, nth: Number(nth) };
}

function unreadable(what: string): UnreadableValue {
  return new UnreadableValue(`no recurrence rule: ${what}`);
}
