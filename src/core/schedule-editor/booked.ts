import type { Booking } from '../../contract/booking.ts';
import type { Schedule } from '../../contract/schedule.ts';
import { readInstant } from '../../contract/values.ts';
import type { Interval } from '../../domain/availability/interval.ts';
import { openIntervals } from '../../domain/availability/open-intervals.ts';
import { isFinal } from '../../domain/booking/lifecycle.ts';
import { HOUR_MS, MINUTE_MS } from '../../domain/time/units.ts';
import { withKnownZones } from './draft.ts';

/** The time of a booked session, epoch ms. */
export function sessionOf(booking: Booking): Interval {
  const start = readInstant(booking.session_datetime) ?? 0;
  return { start, end: start + booking.duration_minutes * MINUTE_MS };
}

/**
 * Future sessions that lie within the hours of `before` but not of `after`, soonest first. The coach is warned; they stay booked.
 */
export function strandedBookings(
  before: Schedule,
  after: Schedule,
  bookings: readonly Booking[],
  now: number,
): readonly Booking[] {
  return bookings
    .filter((booking) => !isFinal(booking.status) && sessionOf(booking).start > now)
    .filter((booking) => coversSession(before, sessionOf(booking)) && !coversSession(after, sessionOf(booking)))
    .sort((a, b) => sessionOf(a).start - sessionOf(b).start);
}

/** True when the schedule's hours are open for the whole session. */
function coversSession(schedule: Schedule, { start, end }: Interval): boolean {
  // The range is an hour wider on each side: open hours are cut at its ends, and a session may fill them completely.
  const open = openIntervals(withKnownZones(schedule), { start: start - HOUR_MS, end: end + HOUR_MS });
  return open.some((stretch) => stretch.start <= start && stretch.end >= end);
}
