import type { Schedule } from '../../contract/schedule.ts';
import type { OffsetSpan } from '../time/offsets.ts';
import { MINUTE_MS } from '../time/units.ts';
import { type Interval, normalise } from './interval.ts';
import { fullPeriods } from './limits.ts';

interface Taken {
  readonly schedule: Schedule;
  readonly booked: readonly Interval[];
  readonly blocked?: readonly Interval[];
}

/**
 * The starts in `range` at which a session of `duration` ms would overlap another session or its buffers, another entry in the
 * calendar, or exceed a limit: whole milliseconds `[start, end)`, normalised.
 */
export function takenStarts(
  { schedule, booked, blocked = [] }: Taken,
  range: Interval,
  duration: number,
  clock: readonly OffsetSpan[],
): Interval[] {
  // Between two sessions lie the earlier one's buffer after and the later one's buffer before.
  const apart = (schedule.buffer_before_minutes + schedule.buffer_after_minutes) * MINUTE_MS;
  const taken = fullPeriods(schedule, booked, clock);
  keepClearOf(booked, apart);
  keepClearOf(blocked, 0);
  return normalise(taken);

  function keepClearOf(intervals: readonly Interval[], gap: number): void {
    const [from, until] = [range.start - gap, range.end + gap + duration];
    for (const { start, end } of intervals) {
      // Not `&&`: in a long unsorted history no processor guesses which comparison fails, and a wrong guess costs more than both.
      const isNear = Number(end > from) & Number(start < until) & Number(start < end);
      if (isNear) taken.push({ start: start - gap - duration + 1, end: end + gap });
    }
  }
}
