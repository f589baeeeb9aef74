import { MAX_RANGE_DAYS, type Slot } from '../../contract/availability.ts';
import { LONGEST_SESSION_MINUTES } from '../../contract/session-length.ts';
import { type Instant, readInstant, writeInstant } from '../../contract/values.ts';
import { DAY_MS, MINUTE_MS } from '../../domain/time/units.ts';

/** Each part starts the length of the longest session before the previous part ends, so that no slot across the border is lost. */
const OVERLAP_MS = LONGEST_SESSION_MINUTES * MINUTE_MS;

/** A range of availability, as the contract's query writes it. */
export interface InstantRange {
  readonly start_date: Instant;
  readonly end_date: Instant;
}

/** The longest range that the contract lets a page ask for, ms. */
export const LONGEST_RANGE_MS = MAX_RANGE_DAYS * DAY_MS;

/** Cuts a range into parts no longer than `longest` ms; one that does not parse is left for the server to refuse. */
export function splitRange(range: InstantRange, longest = LONGEST_RANGE_MS): readonly InstantRange[] {
  const start = readInstant(range.start_date);
  const end = readInstant(range.end_date);
  if (start === undefined || end === undefined || end - start <= longest) return [range];
  const parts: InstantRange[] = [];
  for (let from = start; ; from += longest - OVERLAP_MS) {
    const until = Math.min(from + longest, end);
    parts.push({ start_date: writeInstant(from), end_date: writeInstant(until) });
    if (until === end) return parts;
  }
}

/** Puts slots of several parts together: in order, none twice. */
export function joinSlots(parts: readonly (readonly Slot[])[]): Slot[] {
  const slots = new Map(parts.flat().map((slot) => [`${slot.start} ${slot.end}`, slot]));
  // Instants of the contract are all UTC and whole seconds: text order is time order.
  return [...slots].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, slot]) => slot);
}
