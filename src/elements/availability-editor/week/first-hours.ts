import type { WeeklyHours } from '../../../contract/schedule.ts';
import { hoursOf } from '../../../core/schedule-editor/clock.ts';
import { spanOf } from '../../../domain/availability/hours.ts';
import { type Interval, normalise, subtract } from '../../../domain/availability/interval.ts';
import { DAY_MINUTES } from '../../../domain/time/units.ts';

const HOUR = 60;

/**
 * The default for new hours on a weekday: 09:00–17:00 on a day without any; else up to two hours that start at least an hour after the
 * last ones end. Where less than one hour would be left of the day, up to two hours at the end of the longest gap. On a full day the
 * last hour, which overlaps others.
 */
export function firstHours(weeklyHours: readonly WeeklyHours[], weekday: number): WeeklyHours {
  const taken = takenOn(weeklyHours, weekday);
  const of = (start: number, end: number) => ({ weekday, ...hoursOf({ start, end }) });
  const last = taken.at(-1);
  if (!last) return of(9 * HOUR, 17 * HOUR);
  const next = Math.ceil((last.end + HOUR) / 30) * 30;
  if (next + HOUR <= DAY_MINUTES) return of(next, Math.min(DAY_MINUTES, next + 2 * HOUR));
  const [gap] = subtract([{ start: 0, end: DAY_MINUTES }], taken).sort((a, b) => lengthOf(b) - lengthOf(a));
  if (!gap) return of(DAY_MINUTES - HOUR, DAY_MINUTES);
  // Leaves an hour before the next hours when the gap is at least three hours long.
  const end = gap.end - (lengthOf(gap) >= 3 * HOUR && gap.end < DAY_MINUTES ? HOUR : 0);
  return of(Math.max(gap.start, end - 2 * HOUR), end);
}

/** The intervals of a day that have hours, in minutes since midnight; also the end of hours that began on the day before. */
function takenOn(weeklyHours: readonly WeeklyHours[], weekday: number): readonly Interval[] {
  const dayBefore = weekday === 1 ? 7 : weekday - 1;
  const spans = weeklyHours.flatMap((hours) => {
    const { start, end } = spanOf(hours);
    if (hours.weekday === weekday) return [{ start, end: Math.min(DAY_MINUTES, end) }];
    return hours.weekday === dayBefore && end > DAY_MINUTES ? [{ start: 0, end: end - DAY_MINUTES }] : [];
  });
  return normalise(spans);
}

const lengthOf = ({ start, end }: Interval): number => end - start;
