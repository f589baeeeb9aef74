import type { Booking } from '../../contract/booking.ts';
import { isTimeZone } from '../../contract/values.ts';
import { comma } from '../../domain/language/listed.ts';
import { endOf, type Reading, type TimeInWords, timeInWords } from './session-time.ts';

/** The texts about a time in the coach's zone. */
interface CoachTimeMessages {
  readonly forCoach: (name: string, times: string) => string;
  readonly inZone: (times: string, city: string, offset: string) => string;
}

/** A session's time in words, in the zone of `reading`. */
export function bookingTime({ session_datetime, duration_minutes }: Booking, reading: Reading): TimeInWords {
  return timeInWords(session_datetime, endOf(session_datetime, duration_minutes), reading);
}

/**
 * The time in the coach's zone: "For Ana Keller: Tuesday 18 November, 09:00–10:00, Berlin (GMT+1)"; empty when both offsets are
 * equal. `own`: the time in the zone of `reading`.
 */
export function coachTimeOf(
  booking: Booking,
  coach: { readonly zone: string | null | undefined; readonly name: string },
  own: TimeInWords,
  reading: Reading,
  texts: CoachTimeMessages,
): string {
  if (!coach.zone || !isTimeZone(coach.zone)) return '';
  const theirs = bookingTime(booking, { ...reading, timeZone: coach.zone });
  if (theirs.offset === own.offset) return '';
  const day = theirs.day === own.day ? '' : theirs.shortDay + comma(reading.locale);
  return texts.forCoach(coach.name, day + texts.inZone(theirs.times, theirs.city, theirs.offset));
}
