import type { Schedule } from '../../contract/schedule.ts';
import { mondayOf } from '../time/monday.ts';
import type { OffsetSpan } from '../time/offsets.ts';
import { DAY_MS } from '../time/units.ts';
import type { Interval } from './interval.ts';

/**
 * The coach's days and weeks that already have as many sessions as the schedule's limits allow, within the span of `clock`; not
 * sorted.
 */
export function fullPeriods(schedule: Schedule, booked: readonly Interval[], clock: readonly OffsetSpan[]): Interval[] {
  const { daily_limit, weekly_limit } = schedule;
  if (daily_limit === null && weekly_limit === null) return [];
  const days: number[] = [];
  for (const { start, end } of booked) {
    const span = start < end && clock.find((candidate) => candidate.start <= start && start < candidate.end);
    if (span) days.push(Math.floor((start + span.offset) / DAY_MS));
  }
  return [
    ...full(days, daily_limit).flatMap((day) => daysOnClock(clock, day, 1)),
    ...full(days.map(mondayOf), weekly_limit).flatMap((monday) => daysOnClock(clock, monday, 7)),
  ];
}

/** Which of the periods occur `limit` times or more. */
function full(periods: readonly number[], limit: number | null): number[] {
  if (limit === null) return [];
  const counts = new Map<number, number>();
  for (const period of periods) counts.set(period, (counts.get(period) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= limit).map(([period]) => period);
}

/** The time in which the clock shows one of `count` days from `day` on. */
function daysOnClock(clock: readonly OffsetSpan[], day: number, count: number): Interval[] {
  return clock.flatMap((span) => {
    const start = Math.max(span.start, day * DAY_MS - span.offset);
    const end = Math.min(span.end, (day + count) * DAY_MS - span.offset);
    return start < end ? [{ start, end }] : [];
  });
}
