import type { Schedule, ZoneOverride } from '../../contract/schedule.ts';
import { LAST_DATE, type LocalDate } from '../../contract/values.ts';
import { dateOfDay, dayNumber } from '../time/local-date.ts';
import { type OffsetSpan, offsetSpans } from '../time/offsets.ts';
import { DAY_MS } from '../time/units.ts';
import { startOfDayNumber } from '../time/zone.ts';
import { type Interval, intersect, subtract } from './interval.ts';

const LAST_DAY = dayNumber(LAST_DATE);

/** The last day of a trip; the last day that can be written when the trip has no end. */
export function lastDayOf({ until }: ZoneOverride): LocalDate {
  return until ?? LAST_DATE;
}

/** The zone of the coach's clock on a day (days since 1970-01-01): that of the first zone override for the day, or their own. */
export function zoneOn(schedule: Schedule, day: number): string {
  if (schedule.zone_overrides.length === 0) return schedule.time_zone;
  // Open hours are computed a few days beyond the range, so `day` may lie after the last day that can be written.
  const date = dateOfDay(Math.min(day, LAST_DAY));
  const away = schedule.zone_overrides.find(
    ({ from, until }) => from <= date && (!until || (day <= LAST_DAY && date <= until)),
  );
  return away?.time_zone ?? schedule.time_zone;
}

/**
 * The UTC offsets of the coach's clock over a range: spans of one offset, in order and without gaps. A zone override
 * holds from the midnight there that begins its first day to the midnight there that ends its last.
 */
export function coachClock(schedule: Schedule, range: Interval): OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  let home: Interval[] = [range];
  for (const trip of schedule.zone_overrides) {
    const { time_zone } = trip;
    const [first, last] = [dayNumber(trip.from), dayNumber(lastDayOf(trip))];
    if (first > last || last * DAY_MS < range.start - 2 * DAY_MS || first * DAY_MS > range.end + 2 * DAY_MS) continue;
    const end = trip.until ? startOfDayNumber(time_zone, last + 1) : Number.POSITIVE_INFINITY;
    const away = [{ start: startOfDayNumber(time_zone, first), end }];
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
