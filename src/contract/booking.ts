import * as z from 'zod/mini';
import { bookingPayment } from './booking-payment.ts';
import { boughtType } from './bought-type.ts';
import { durationMinutes } from './session-length.ts';
import { id, instant, price } from './values.ts';

/**
 * Where a booking stands.
 * `pending` becomes `confirmed` or `cancelled`, `confirmed` becomes `completed` or `cancelled`;
 * `completed` and `cancelled` are final.
 */
export const bookingStatus = z.enum(['pending', 'confirmed', 'completed', 'cancelled']);
/** The status of a booking: `pending`, `confirmed`, `completed` or `cancelled`. */
export type BookingStatus = z.output<typeof bookingStatus>;

/** Characters that the notes of a booking, or the answer to one question, may have at most (UTF-16 units). */
export const NOTES_MAX = 1000;

/** What a client writes to the coach with a booking: at most `NOTES_MAX` characters. */
export const notes = z.string().check(z.maxLength(NOTES_MAX, { error: 'must be at most 1,000 characters' }));

/** Answers to the coach's questions, by question id. */
export const answers = z.record(
  z.string().check(z.maxLength(40)),
  z.union([z.string().check(z.maxLength(NOTES_MAX)), z.boolean()]),
);
/** Answers by question id: a text of at most `NOTES_MAX` characters, or true or false for a `yes_no` question. */
export type Answers = z.output<typeof answers>;

/** Page parameters carried along (UTM and the like): at most 30 short texts. */
export const metadata = z
  .record(z.string().check(z.maxLength(60)), z.string().check(z.maxLength(500)))
  .check(z.refine((entries) => Object.keys(entries).length <= 30, { error: 'must have at most 30 entries' }));

/** A session to book: whose, when and how long. `duration_minutes` is 15 to 480. */
export const createBookingBody = z.object({
  coach_id: id,
  session_datetime: instant,
  /** Left out only with a `session_type_id`, whose length it is. */
  duration_minutes: z.optional(durationMinutes),
  session_type_id: z.optional(id),
  notes: z.optional(z.nullable(notes)),
  answers: z.optional(answers),
  metadata: z.optional(metadata),
  /** What a check that a person is booking gave the page (a captcha, a proof of work); the server may ask for it. */
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
 * Only the ids, the time, the length and the status are certain: a backend may leave out the rest.
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
  // What follows is not in the guide and is left out of a reply where there is nothing to say.
  client: z.optional(z.nullable(person)),
  coach: z.optional(z.nullable(person)),
  answers: z.optional(answers),
  metadata: z.optional(z.record(z.string(), z.string())),
  cancellation_reason: z.optional(z.nullable(z.string())),
  price: z.optional(z.nullable(price)),
  /** Rises with every move and cancellation: RFC 5545 SEQUENCE. */
  sequence: z.optional(z.int()),
  /** Opens exactly this booking again: the value of `?cb-booking=`. */
  link: z.optional(z.nullable(z.string())),
  // Where one booking is read by itself: names and e-mail addresses, as far as the caller may see them.
  client_name: z.optional(z.nullable(z.string())),
  client_email: z.optional(z.nullable(z.string())),
  coach_name: z.optional(z.nullable(z.string())),
  coach_email: z.optional(z.nullable(z.string())),
  session_type: z.optional(z.nullable(boughtType)),
  /** The time is held until then and is not booked before it is paid; left out once it is. */
  hold_expires_at: z.optional(z.nullable(instant)),
  payment: z.optional(z.nullable(bookingPayment)),
});
/** A session as it was booked: instants in UTC, the length in minutes, amounts in the currency's minor unit. */
export type Booking = z.output<typeof booking>;

/** The booking that a path names. */
export const bookingParams = z.object({ booking_id: id });

/** The new time of a booking. Without `duration_minutes` it takes that of its `session_type_id`, or keeps its own. */
export const moveBookingBody = z.object({
  session_datetime: instant,
  duration_minutes: z.optional(durationMinutes),
  session_type_id: z.optional(id),
});

/** A booking's new link; links given out before no longer open it. */
export const revokedLink = z.object({ link: z.string() });
