import type { LocalDate } from '../../contract/values.ts';
import { dateOfDay, dayNumber } from './local-date.ts';
import { offsetAt, offsetSpans } from './offsets.ts';
import { DAY_MS, MINUTE_MS } from './units.ts';

export { offsetAt } from './offsets.ts';

/** The day on the clocks of `zone` at an instant. */
export function localDateAt(zone: string, epochMs: number): LocalDate {
  return dateOfDay(localDayAt(zone, epochMs));
}

/** The day on the clocks of `zone` at an instant, as days since 1970-01-01. */
function localDayAt(zone: string, epochMs: number): number {
  return Math.floor((epochMs + offsetAt(zone, epochMs)) / DAY_MS);
}

/** Whole minutes since 00:00 on the clocks of `zone`: 0 to 1439. */
export function minutesOfDayAt(zone: string, epochMs: number): number {
  const wall = epochMs + offsetAt(zone, epochMs);
  return Math.floor((wall - Math.floor(wall / DAY_MS) * DAY_MS) / MINUTE_MS);
}

/**
 * Every instant at which the clocks of `zone` read `minutesOfDay` on `date`, in order: none in a skipped hour, two in
 * a repeated one. 1440 and more are read on the days after.
 */
export function instantsOf(zone: string, date: LocalDate, minutesOfDay: number): readonly number[] {
  return instantsOfReading(zone, dayNumber(date) * DAY_MS + minutesOfDay * MINUTE_MS);
}

function instantsOfReading(zone: string, wall: number): readonly number[] {
  // No zone is more than 14 hours off UTC, so a day to either side brackets the offsets in question.
  const before = wall - offsetAt(zone, wall - DAY_MS);
  const after = wall - offsetAt(zone, wall + DAY_MS);
  // A reading is repeated only when the offset falls, so `before` is the earlier pass.
  const candidates = before === after ? [before] : [before, after];
  return candidates.filter((instant) => instant + offsetAt(zone, instant) === wall);
}

/** The instant of a clock reading: when it is repeated, the pass asked for; when it is skipped, the first instant after the gap. */
export function resolveWallTime(
  zone: string,
  date: LocalDate,
  minutesOfDay: number,
  options: { readonly repeated: 'earlier' | 'later' },
): number {
  return resolveReading(zone, dayNumber(date) * DAY_MS + minutesOfDay * MINUTE_MS, options.repeated);
}

/** The same for a reading in ms since 1970-01-01T00:00 on that clock. */
function resolveReading(zone: string, wall: number, repeated: 'earlier' | 'later'): number {
  const instants = instantsOfReading(zone, wall);
  const instant = repeated === 'earlier' ? instants[0] : instants.at(-1);
  if (instant !== undefined) return instant;
  const skip = offsetSpans(zone, wall - DAY_MS, wall + DAY_MS).find((span) => span.start + span.offset > wall);
  return skip?.start ?? wall - offsetAt(zone, wall);
}

/** First instant of a local day; of the day after it where the zone skipped that day (Apia, 2011-12-30). */
export function startOfDay(zone: string, date: LocalDate): number {
  return startOfDayNumber(zone, dayNumber(date));
}

/** The same for a day given as days since 1970-01-01, also one after 9999-12-31, which has no date. */
export function startOfDayNumber(zone: string, day: number): number {
  return resolveReading(zone, day * DAY_MS, 'earlier');
}
