import type { Slot } from '../../contract/availability.ts';
import { type Instant, readInstant } from '../../contract/values.ts';
import type { Interval } from '../../domain/availability/interval.ts';

/** The starts of those slots that overlap a busy time; touching is no overlap. `busy` must be normalised. */
export function clashingStarts(slots: readonly Slot[], busy: readonly Interval[]): ReadonlySet<Instant> {
  const starts = new Set<Instant>();
  let next = 0;
  // Slots are sorted by start: a busy time that ended before one of them also ended before all later ones.
  for (const slot of slots) {
    const [start, end] = [readInstant(slot.start) ?? 0, readInstant(slot.end) ?? 0];
    while ((busy[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    if ((busy[next]?.start ?? Number.POSITIVE_INFINITY) < end) starts.add(slot.start);
  }
  return starts;
}
