import type { Booking } from '../../contract/booking.ts';
import type { BookingPage } from '../../contract/booking-page.ts';
import { readInstant } from '../../contract/values.ts';
import { DAY_MS } from '../../domain/time/units.ts';

/** Limit for backends whose totals are wrong. */
const MOST_PAGES = 20;

/**
 * Reads pages until all sessions from yesterday on are there. A list starts with the session farthest in the future, so its first
 * page alone may not reach today. `now` in epoch ms.
 */
export async function readFirstPages(page: (skip: number) => Promise<BookingPage>, now: number): Promise<BookingPage> {
  let read = await page(0);
  for (let pages = 1; pages < MOST_PAGES; pages++) {
    if (read.bookings.length >= read.total || reachesBack(read.bookings, now - DAY_MS)) break;
    const next = await page(read.bookings.length);
    if (next.bookings.length === 0) break;
    read = { bookings: joinPages(read.bookings, next.bookings), total: next.total };
  }
  return read;
}

/**
 * Joins two pages. A booking made between the two requests shifts the second page; a booking on both is kept once, as the later
 * page has it.
 */
export function joinPages(before: readonly Booking[], next: readonly Booking[]): Booking[] {
  const known = new Set(next.map(({ id }) => id));
  return [...before.filter(({ id }) => !known.has(id)), ...next];
}

/** True when the list is sorted latest first and reaches back to `moment`. */
function reachesBack(bookings: readonly Booking[], moment: number): boolean {
  const first = startOf(bookings[0]);
  const last = startOf(bookings.at(-1));
  return last <= first && last < moment;
}

function startOf(booking: Booking | undefined): number {
  return (booking && readInstant(booking.session_datetime)) ?? 0;
}
