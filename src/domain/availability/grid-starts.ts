import type { OffsetSpan } from '../time/offsets.ts';
import { DAY_MS } from '../time/units.ts';
import type { Interval } from './interval.ts';

/** Multiples of `step` counted from `origin` that lie in `within`. */
export function stepsFrom(origin: number, step: number, within: Interval): number[] {
  const starts: number[] = [];
  const first = origin + Math.ceil((within.start - origin) / step) * step;
  for (let start = first; start < within.end; start += step) starts.push(start);
  return starts;
}

/**
 * The instants in `within` at which the clock shows a multiple of `step` since midnight: none in a skipped hour, two for each
 * reading of a repeated one.
 */
export function stepsOnClock(clock: readonly OffsetSpan[], step: number, within: Interval): number[] {
  const starts: number[] = [];
  for (const span of clock) {
    const from = Math.max(span.start, within.start) + span.offset;
    const to = Math.min(span.end, within.end) + span.offset;
    for (let day = Math.floor(from / DAY_MS); day * DAY_MS < to; day++) {
      const midnight = day * DAY_MS;
      const end = Math.min(to, midnight + DAY_MS);
      const first = midnight + Math.max(0, Math.ceil((from - midnight) / step)) * step;
      for (let reading = first; reading < end; reading += step) starts.push(reading - span.offset);
    }
  }
  return starts;
}
