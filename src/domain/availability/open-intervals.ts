import type { Schedule } from '../../contract/schedule.ts';
import { type OffsetSpan, offsetSpans } from '../time/offsets.ts';
import { DAY_MS, MINUTE_MS } from '../time/units.ts';
import { zoneOn } from './coach-clock.ts';
import { type DaySpan, hoursByDay } from './hours.ts';
import { type Interval, intersect, normalise } from './interval.ts';

/**
 * The schedule's open hours within `range`, whatever is booked: sorted, overlapping and touching ones joined. Hours cover every
 * instant at which the coach's clock shows a time within them: a skipped hour adds nothing, a repeated one counts twice. Hours past
 * midnight belong to the day they start on.
 */
export function openIntervals(schedule: Schedule, range: Interval): Interval[] {
  if (!(range.start < range.end)) return [];
  // Hours end at most two days after their midnight, and no zone is more than 14 hours off UTC.
  const [first, last] = [Math.floor(range.start / DAY_MS) - 3, Math.floor(range.end / DAY_MS) + 1];
  const hours = hoursByDay(schedule, first, last);
  const known = new Map<string, OffsetSpan[]>();
  const joined = new Map<readonly DaySpan[], readonly DaySpan[]>();
  const open: Interval[] = [];
  for (let day = first; day <= last; day++) {
    const said = hours(day);
    // `hoursByDay` mostly gives the same list for all days of one weekday.
    const spans = joined.get(said) ?? normalise(longestOfEachStart(said));
    joined.set(said, spans);
    if (spans.length === 0) continue;
    const zone = zoneOn(schedule, day);
    let offsets = known.get(zone);
    if (!offsets) {
      offsets = offsetSpans(zone, (first - 1) * DAY_MS, (last + 4) * DAY_MS);
      known.set(zone, offsets);
    }
    for (const { start, end } of spans) {
      const midnight = day * DAY_MS;
      readingsWithin(offsets, midnight + start * MINUTE_MS, midnight + end * MINUTE_MS, open);
    }
  }
  return intersect(normalise(open), [range]);
}

/** Keeps one span for each start, the longest: sorting thousands of equal spans for each day is slow. */
function longestOfEachStart(spans: readonly DaySpan[]): readonly DaySpan[] {
  const ends = new Map<number, number>();
  for (const { start, end } of spans) ends.set(start, Math.max(end, ends.get(start) ?? end));
  return Array.from(ends, ([start, end]) => ({ start, end }));
}

/** Adds to `found` the time in which the clock shows `[from, to)`: one interval for each offset that shows a part of it. */
function readingsWithin(offsets: readonly OffsetSpan[], from: number, to: number, found: Interval[]): void {
  for (const span of offsets) {
    const start = Math.max(span.start, from - span.offset);
    const end = Math.min(span.end, to - span.offset);
    if (start < end) found.push({ start, end });
  }
}
