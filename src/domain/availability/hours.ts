import type { Hours, Schedule, WeeklyHours } from '../../contract/schedule.ts';
import type { LocalTime } from '../../contract/values.ts';
import { dayNumber, weekdayOfDay } from '../time/local-date.ts';
import { mondayOf } from '../time/monday.ts';
import { DAY_MINUTES } from '../time/units.ts';

/** Hours of one day in minutes since its midnight; an `end` past 1440 is on the next day. */
export interface DaySpan {
  readonly start: number;
  readonly end: number;
}

/** Minutes since midnight of a clock reading: `09:30` is 570, `24:00` is 1440. */
export function minutesOf(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** Hours as minutes of the day they start on. */
export function spanOf(hours: Hours): DaySpan {
  return { start: minutesOf(hours.start), end: minutesOf(hours.end) + (hours.ends_next_day ? DAY_MINUTES : 0) };
}

/**
 * The hours a schedule keeps on each day, as a function of the day number (days since 1970-01-01), for `first` to
 * `last`, both included. A day's hours are those that start on it; they may overlap. The schedule is sorted by day once, so that
 * each call costs only the size of its answer.
 */
export function hoursByDay(schedule: Schedule, first: number, last: number): (day: number) => readonly DaySpan[] {
  const weekly = Array.from({ length: 8 }, (_, weekday): Weekday => {
    const hours = schedule.weekly_hours.filter((each) => each.weekday === weekday).map(recurrence);
    return { hours, always: hours.some(({ appliesOn }) => appliesOn) ? undefined : hours.map(({ span }) => span) };
  });
  const exceptions = exceptionsByDay(schedule, first, last);
  return (day) => {
    const exception = exceptions.get(day);
    if (exception?.closed) return [];
    const weekday = weekly[weekdayOfDay(day)] ?? { hours: [], always: [] };
    const usual = exception?.instead ?? usualHours(weekday, day);
    return exception ? [...usual, ...exception.extra] : usual;
  };
}

interface Recurrence {
  readonly span: DaySpan;
  /** Undefined when the hours apply in every week. */
  readonly appliesOn: ((day: number) => boolean) | undefined;
}

interface Weekday {
  readonly hours: readonly Recurrence[];
  /** The same list for every day when all hours apply in every week, so that callers can cache by it. */
  readonly always: readonly DaySpan[] | undefined;
}

function usualHours({ hours, always }: Weekday, day: number): readonly DaySpan[] {
  return always ?? hours.filter(({ appliesOn }) => appliesOn?.(day) ?? true).map(({ span }) => span);
}

interface Exception {
  closed: boolean;
  instead: DaySpan[] | undefined;
  readonly extra: DaySpan[];
}

/** `hours` replaces the weekly hours, `extra` adds to either, `closed` wins over all; several of one kind are joined. */
function exceptionsByDay(schedule: Schedule, first: number, last: number): Map<number, Exception> {
  const exceptions = new Map<number, Exception>();
  for (const { from, until, kind, hours = [] } of schedule.date_overrides) {
    const end = Math.min(last, dayNumber(until));
    const spans = hours.map(spanOf);
    for (let day = Math.max(first, dayNumber(from)); day <= end; day++) {
      const exception = exceptions.get(day) ?? { closed: false, instead: undefined, extra: [] };
      exceptions.set(day, exception);
      if (kind === 'closed') exception.closed = true;
      else if (kind === 'hours') {
        exception.instead ??= [];
        exception.instead.push(...spans);
      } else exception.extra.push(...spans);
    }
  }
  return exceptions;
}

function recurrence(hours: WeeklyHours): Recurrence {
  const from = hours.valid_from ? dayNumber(hours.valid_from) : Number.NEGATIVE_INFINITY;
  const until = hours.valid_until ? dayNumber(hours.valid_until) : Number.POSITIVE_INFINITY;
  const every = hours.every_weeks ?? 1;
  if (!hours.valid_from && !hours.valid_until && every === 1) return { span: spanOf(hours), appliesOn: undefined };
  // Without an anchor the weeks are counted from valid_from, else from 1970-01-01, so that the result never depends on the present
  // day.
  const anchor = every === 1 ? 0 : mondayOf(dayNumber(hours.anchor ?? hours.valid_from ?? '1970-01-01'));
  return {
    span: spanOf(hours),
    appliesOn: (day) => day >= from && day <= until && (every === 1 || ((mondayOf(day) - anchor) / 7) % every === 0),
  };
}
