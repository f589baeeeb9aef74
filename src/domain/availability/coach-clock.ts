import type { Schedule } from '../../contract/schedule.ts';
import { addDays, dateOfDay, dayNumber } from '../time/local-date.ts';
import { type OffsetSpan, offsetSpans } from '../time/offsets.ts';
import { DAY_MS } from '../time/units.ts';
import { startOfDay } from '../time/zone.ts';
import { type Interval, intersect, subtract } from './interval.ts';

/** The zone whose clock the coach keeps on a day (days since 1970-01-01): the first zone override for it, or their own. */
export function zoneOn(schedule: Schedule, day: number): string {
  if (schedule.zone_overrides.length === 0) return schedule.time_zone;
  const date = dateOfDay(day);
  const away = schedule.zone_overrides.find(({ from, until }) => from <= date && date <= until);
  return away?.time_zone ?? schedule.time_zone;
}

/**
 * What the coach's own clock shows over a range: stretches of one offset, in order and without gaps. A zone override
 * holds from the midnight there that begins its first day to the midnight there that ends its last.
 */
export function coachClock(schedule: Schedule, range: Interval): OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  let home: Interval[] = [range];
  for (const { from, until, time_zone } of schedule.zone_overrides) {
    if (from > until || dayNumber(until) * DAY_MS < range.start - 2 * DAY_MS) continue;
    if (dayNumber(from) * DAY_MS > range.end + 2 * DAY_MS) continue;
    const away = [{ start: startOfDay(time_zone, from), end: startOfDay(time_zone, addDays(until, 1)) }];
    spans.push(...intersect(home, away).flatMap(({ start, end }) => offsetSpans(time_zone, start, end)));
    home = subtract(home, away);
  }
  spans.push(...home.flatMap(({ start, end }) => offsetSpans(schedule.time_zone, start, end)));
  return spans.sort((a, b) => a.start - b.start);
}

/** The coach's day at an instant, as days since 1970-01-01. */
export function coachDayAt(schedule: Schedule, epochMs: number): number {
  const [span] = coachClock(schedule, { start: epochMs, end: epochMs + 1 });
  return Math.floor((epochMs + (span?.offset ?? 0)) / DAY_MS);
}
