import type { Schedule } from '../../contract/schedule.ts';
import { type OffsetSpan, offsetSpans } from '../time/offsets.ts';
import { DAY_MS, MINUTE_MS } from '../time/units.ts';
import { zoneOn } from './coach-clock.ts';
import { type DaySpan, hoursByDay } from './hours.ts';
import { type Interval, intersect, normalise } from './interval.ts';

/**
 * When the schedule's hours are open within `range`, whatever is booked: in order, with what overlaps or touches
 * joined. An interval is every moment at which the coach's clock reads a time within it: a skipped hour adds nothing,
 * a repeated one counts twice. It belongs to the day it starts on, past midnight too.
 */
export function openIntervals(schedule: Schedule, range: Interval): Interval[] {
  if (!(range.start < range.end)) return [];
  // Hours reach two days on from their midnight, and no clock is more than 14 hours off UTC.
  const [first, last] = [Math.floor(range.start / DAY_MS) - 3, Math.floor(range.end / DAY_MS) + 1];
  const hours = hoursByDay(schedule, first, last);
  const known = new Map<string, OffsetSpan[]>();
  const open: Interval[] = [];
  for (let day = first; day <= last; day++) {
    const spans = normalise(longestOfEachStart(hours(day)));
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

/** The same minutes in few spans, however often a schedule says the same hours: sorting thousands a day is dear. */
function longestOfEachStart(spans: readonly DaySpan[]): readonly DaySpan[] {
  const ends = new Map<number, number>();
  for (const { start, end } of spans) ends.set(start, Math.max(end, ends.get(start) ?? end));
  return Array.from(ends, ([start, end]) => ({ start, end }));
}

/** Adds to `found` the moments at which the clock reads `[from, to)`: a piece for each offset that shows some of it. */
function readingsWithin(offsets: readonly OffsetSpan[], from: number, to: number, found: Interval[]): void {
  for (const span of offsets) {
    const start = Math.max(span.start, from - span.offset);
    const end = Math.min(span.end, to - span.offset);
    if (start < end) found.push({ start, end });
  }
}
