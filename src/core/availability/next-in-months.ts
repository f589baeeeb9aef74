import type { Slot } from '../../contract/availability.ts';
import { readInstant } from '../../contract/values.ts';
import type { Interval } from '../../domain/availability/interval.ts';
import { addMonths, type MonthKey } from '../../domain/time/local-date.ts';
import type { Timeline } from './availability-cache.ts';

const MONTHS_AHEAD = 12;

/**
 * The first slot from a moment on, for backends that cannot be asked for it: month by month, up to 12 months ahead. `from` is read
 * anew for each month, because time passes while months load.
 */
export async function nextInMonths(
  timeline: Timeline,
  rangeOf: (month: MonthKey) => Interval,
  first: MonthKey,
  from: () => number,
  signal: AbortSignal | undefined,
): Promise<Slot | undefined> {
  for (let ahead = 0; ahead <= MONTHS_AHEAD; ahead++) {
    const month = rangeOf(addMonths(first, ahead));
    await timeline.load(month, signal);
    const slot = timeline.slotsIn(month).find(({ start }) => (readInstant(start) ?? Number.NaN) >= from());
    if (slot) return slot;
  }
  return undefined;
}
