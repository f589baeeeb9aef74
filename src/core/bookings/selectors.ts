import type { Booking } from '../../contract/booking.ts';
import { type LocalDate, readInstant, type TimeZone } from '../../contract/values.ts';
import { isFinal } from '../../domain/booking/lifecycle.ts';
import { MINUTE_MS } from '../../domain/time/units.ts';
import { localDateAt } from '../../domain/time/zone.ts';

const startOf = (booking: Booking): number => readInstant(booking.session_datetime) ?? 0;
const endOf = (booking: Booking): number => startOf(booking) + booking.duration_minutes * MINUTE_MS;

/** Pending or confirmed: it can still be changed. */
export function isOpen({ status }: Booking): boolean {
  return !isFinal(status);
}

/** The session is over at `now`, epoch ms. */
export function hasEnded(booking: Booking, now: number): boolean {
  return endOf(booking) <= now;
}

const soonestFirst = (a: Booking, b: Booking) => startOf(a) - startOf(b);

/** Sessions still to come or going on (not over at `now`, epoch ms), soonest first. */
export function upcoming(bookings: readonly Booking[], now: number): readonly Booking[] {
  return bookings.filter((booking) => isOpen(booking) && !hasEnded(booking, now)).sort(soonestFirst);
}

/** Sessions that are over or completed and not cancelled, latest first. */
export function past(bookings: readonly Booking[], now: number): readonly Booking[] {
  return bookings
    .filter((booking) => booking.status === 'completed' || (isOpen(booking) && hasEnded(booking, now)))
    .sort((a, b) => soonestFirst(b, a));
}

/** Cancelled sessions, past or future, latest first. */
export function cancelled(bookings: readonly Booking[]): readonly Booking[] {
  return bookings.filter(({ status }) => status === 'cancelled').sort((a, b) => soonestFirst(b, a));
}

/** The open sessions that start on `day` by the clock of `timeZone`, soonest first. */
export function onDay(bookings: readonly Booking[], day: LocalDate, timeZone: TimeZone): readonly Booking[] {
  return bookings
    .filter((booking) => isOpen(booking) && localDateAt(timeZone, startOf(booking)) === day)
    .sort(soonestFirst);
}

/** True for a slot that is held for a client who is paying: the booking waits for no answer. */
export function isHeld({ status, hold_expires_at }: Booking): boolean {
  return status === 'pending' && hold_expires_at != null;
}

/** Pending sessions that have not begun and wait for an answer, soonest first; not those that are only held until they are paid. */
export function waiting(bookings: readonly Booking[], now: number): readonly Booking[] {
  return bookings
    .filter((booking) => booking.status === 'pending' && !isHeld(booking) && startOf(booking) > now)
    .sort(soonestFirst);
}

/** Confirmed sessions that are over and not yet marked completed, latest first. */
export function toComplete(bookings: readonly Booking[], now: number): readonly Booking[] {
  return bookings
    .filter((booking) => booking.status === 'confirmed' && hasEnded(booking, now))
    .sort((a, b) => soonestFirst(b, a));
}

/** True from `minutes` before the start until the end: a join link is shown then. */
export function isNear(booking: Booking, now: number, minutes = 15): boolean {
  return startOf(booking) - minutes * MINUTE_MS <= now && !hasEnded(booking, now);
}

/** True while at least `noticeMinutes` are left before the start; a client may change the booking only then. */
export function hasNotice(booking: Booking, noticeMinutes: number, now: number): boolean {
  return startOf(booking) - noticeMinutes * MINUTE_MS >= now;
}
