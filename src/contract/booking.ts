import * as z from 'zod/mini';
import { bookingPayment } from './booking-payment.ts';
import { boughtType } from './bought-type.ts';
import { durationMinutes } from './session-length.ts';
import { email, id, instant, price } from './values.ts';

/**
 * The status of a booking.
 * `pending` becomes `confirmed` or `cancelled`, `confirmed` becomes `completed` or `cancelled`;
 * `completed` and `cancelled` are final.
 */
export const bookingStatus = z.enum(['pending', 'confirmed', 'completed', 'cancelled']);
/** The status of a booking: `pending`, `confirmed`, `completed` or `cancelled`. */
export type BookingStatus = z.output<typeof bookingStatus>;

/** The most characters (UTF-16 units) of a booking's notes, or of the answer to one question. */
export const NOTES_MAX = 1000;

/** The client's message to the coach with a booking: at most `NOTES_MAX` characters. */
export const notes = z.string().check(z.maxLength(NOTES_MAX, { error: 'must be at most 1,000 characters' }));

/** Answers to the coach's questions, by question id. */
export const answers = z.record(
  z.string().check(z.maxLength(40)),
  z.union([z.string().check(z.maxLength(NOTES_MAX)), z.boolean()]),
);
/** Answers by question id: a text of at most `NOTES_MAX` characters, or true or false for a `yes_no` question. */
export type Answers = z.output<typeof answers>;

/** Page parameters stored with the booking (such as UTM): at most 30 short texts. */
export const metadata = z
  .record(z.string().check(z.maxLength(60)), z.string().check(z.maxLength(500)))
  .check(z.refine((entries) => Object.keys(entries).length <= 30, { error: 'must have at most 30 entries' }));

/** The most other people that a booking may name, besides the client. */
export const ATTENDEES_MAX = 10;

/** E-mail addresses of other people who take part: at most `ATTENDEES_MAX`. */
const attendeeEmails = z
  .array(email)
  .check(z.maxLength(ATTENDEES_MAX, { error: `must have at most ${ATTENDEES_MAX} addresses` }));

/** The most characters of a reason (UTF-16 units). */
export const REASON_MAX = 500;

/** The reason why a booking is moved, cancelled or declined: at most `REASON_MAX` characters. */
export const changeReason = z
  .string()
  .check(z.maxLength(REASON_MAX, { error: `must be at most ${REASON_MAX} characters` }));

/** A session to book: coach, time and length. `duration_minutes` is `SHORTEST_SESSION_MINUTES` to `LONGEST_SESSION_MINUTES`. */
export const createBookingBody = z.object({
  coach_id: id,
  session_datetime: instant,
  /** May be left out only with a `session_type_id`, which has its own length. */
  duration_minutes: z.optional(durationMinutes),
  session_type_id: z.optional(id),
  notes: z.optional(z.nullable(notes)),
  answers: z.optional(answers),
  /** Others who take part. Sent only where the coach's `attendees_max` says that they can be named. */
  attendee_emails: z.optional(attendeeEmails),
  metadata: z.optional(metadata),
  /** The `version` of the coach's `consent` that the client agreed to; stored only while it is the present version. */
  consent: z.optional(z.int()),
  /** The token of a check that a person is booking (a captcha, a proof of work); a server may require it. */
  visitor_token: z.optional(z.string().check(z.maxLength(8192))),
});
/**
 * What a client sends to book.
 * `session_datetime` is any date-time that `readInstant` reads; the length is in minutes.
 */
export type CreateBooking = z.input<typeof createBookingBody>;

const person = z.object({ name: z.optional(z.nullable(z.string())), email: z.optional(z.nullable(z.string())) });

/**
 * A booked session; amounts are in the currency's minor unit.
 * Only the ids, the time, the length and the status are always there: a backend may leave out the rest.
 */
export const booking = z.object({
  id,
  client_id: id,
  coach_id: id,
  session_datetime: instant,
  duration_minutes: z.int(),
  status: bookingStatus,
  payment_id: z.optional(z.nullable(z.string())),
  meeting_link: z.optional(z.nullable(z.string())),
  notes: z.optional(z.nullable(z.string())),
  created_at: z.optional(instant),
  updated_at: z.optional(instant),
  // The fields from here on are extensions, left out of a reply when they are empty.
  client: z.optional(z.nullable(person)),
  coach: z.optional(z.nullable(person)),
  answers: z.optional(answers),
  metadata: z.optional(z.record(z.string(), z.string())),
  /** E-mail addresses of others who take part. */
  attendee_emails: z.optional(z.nullable(z.array(z.string()))),
  cancellation_reason: z.optional(z.nullable(z.string())),
  /** The reason of its last move. */
  move_reason: z.optional(z.nullable(z.string())),
  price: z.optional(z.nullable(price)),
  /** What the client agreed to, and when. */
  consent: z.optional(z.nullable(z.object({ text: z.string(), version: z.int(), at: instant }))),
  /** For the client: the address that a mail about it goes to. Left out where none is sent. */
  mailed_to: z.optional(z.nullable(z.string())),
  /** The time of its erasure: since then nothing in it names the client. */
  erased_at: z.optional(z.nullable(instant)),
  /** For the coach: the last mail about it to the client could not be delivered. */
  undelivered: z.optional(z.nullable(z.boolean())),
  /** RFC 5545 SEQUENCE: incremented by every move and cancellation. */
  sequence: z.optional(z.int()),
  /** The secret of this booking's link: the value of `?cb-booking=`. */
  link: z.optional(z.nullable(z.string())),
  // Only when one booking is read by its id: names and e-mail addresses that the caller may see.
  client_name: z.optional(z.nullable(z.string())),
  client_email: z.optional(z.nullable(z.string())),
  coach_name: z.optional(z.nullable(z.string())),
  coach_email: z.optional(z.nullable(z.string())),
  session_type: z.optional(z.nullable(boughtType)),
  /** The slot is held until this instant, and booked when it is paid; left out after that. */
  hold_expires_at: z.optional(z.nullable(instant)),
  payment: z.optional(z.nullable(bookingPayment)),
});
/** A booked session: instants in UTC, the length in minutes, amounts in the currency's minor unit. */
export type Booking = z.output<typeof booking>;

/** The booking that a path names. */
export const bookingParams = z.object({ booking_id: id });

/** The address that a guest meant. */
export const correctEmailBody = z.object({ email });

/** The new time of a booking, and why. Without `duration_minutes` it takes that of its `session_type_id`, or keeps its own. */
export const moveBookingBody = z.object({
  session_datetime: instant,
  duration_minutes: z.optional(durationMinutes),
  session_type_id: z.optional(id),
  /** Kept with the booking as `move_reason`. */
  reason: z.optional(changeReason),
});

/** A booking's new link; links given out before no longer open it. */
export const revokedLink = z.object({ link: z.string() });
