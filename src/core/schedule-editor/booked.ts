import type { Booking } from '../../contract/booking.ts';
import type { Schedule } from '../../contract/schedule.ts';
import { readInstant } from '../../contract/values.ts';
import type { Interval } from '../../domain/availability/interval.ts';
import { openIntervals } from '../../domain/availability/open-intervals.ts';
import { HOUR_MS, MINUTE_MS } from '../../domain/time/units.ts';

/** When a booked session takes place, epoch ms. */
export function sessionOf(booking: Booking): Interval {
  const start = readInstant(booking.session_datetime) ?? 0;
  return { start, end: start + booking.duration_minutes * MINUTE_MS };
}

/** Sessions that take up time: waiting for an answer or confirmed. */
export function takesTime(booking: Booking): boolean {
  return booking.status === 'pending' || booking.status === 'confirmed';
}

/**
 * Sessions to come that lie in the hours of `before` and no longer in those of `after`, soonest first.
 * They are told to the coach and stay booked.
 */
export function strandedBookings(
  before: Schedule,
  after: Schedule,
  bookings: readonly Booking[],
  now: number,
): readonly Booking[] {
  return bookings
    .filter((booking) => takesTime(booking) && sessionOf(booking).start > now)
    .filter((booking) => isOpen(before, sessionOf(booking)) && !isOpen(after, sessionOf(booking)))
    .sort((a, b) => sessionOf(a).start - sessionOf(b).start);
}

function isOpen(schedule: Schedule, { start, end }: Interval): boolean {
  // A wider range: openings are cut where the range ends, and a session may touch both ends of one.
  const open = openIntervals(schedule, { start: start - HOUR_MS, end: end + HOUR_MS });
  return open.some((opening) => opening.start <= start && opening.end >= end);
}
