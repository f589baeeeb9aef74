import type { Booking } from '../contract/booking.ts';
import { writeInstant } from '../contract/values.ts';
import { firstName } from './bookings-row-state.ts';
import type { BookingsMessages } from './i18n/bookings.ts';
import { describeWhen, endOf, type Reading, type When } from './when.ts';

/** A session's time as `reading` has it. */
export function whenOf({ session_datetime, duration_minutes }: Booking, reading: Reading): When {
  return describeWhen(session_datetime, endOf(session_datetime, duration_minutes), reading);
}

/** Where a list's times are, with the offset of today (`now` in epoch ms): rows say their own where it differs. */
export function zoneOf(reading: Reading, now: number): Pick<When, 'city' | 'offset'> {
  const today = writeInstant(now);
  return describeWhen(today, today, reading);
}

/** The time by the coach's clock: "For Ana: Tuesday 18 November, 09:00–10:00, Berlin (GMT+1)"; empty where the clocks agree. */
export function coachTimeOf(
  booking: Booking,
  coach: { readonly zone: string | null | undefined; readonly name: string },
  reading: Reading,
  texts: BookingsMessages,
): string {
  if (!coach.zone) return '';
  const own = whenOf(booking, reading);
  const theirs = whenOf(booking, { ...reading, timeZone: coach.zone });
  if (theirs.offset === own.offset) return '';
  const day = theirs.day === own.day ? '' : `${theirs.shortDay}, `;
  return texts.forCoach(firstName(coach.name), day + texts.inZone(theirs.times, theirs.city, theirs.offset));
}
