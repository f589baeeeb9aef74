import * as z from 'zod/mini';
import { bookingPayment } from './booking-payment.ts';
import { boughtType } from './bought-type.ts';
import { durationMinutes } from './session-length.ts';
import { id, instant, price } from './values.ts';

export const bookingStatus = z.enum(['pending', 'confirmed', 'completed', 'cancelled']);
export type BookingStatus = z.output<typeof bookingStatus>;

export const NOTES_MAX = 1000;

export const notes = z.string().check(z.maxLength(NOTES_MAX, { error: 'must be at most 1,000 characters' }));

/** Answers to the coach's questions, by question id. */
export const answers = z.record(
  z.string().check(z.maxLength(40)),
  z.union([z.string().check(z.maxLength(NOTES_MAX)), z.boolean()]),
);
export type Answers = z.output<typeof answers>;

/** Page parameters carried along (UTM and the like): at most 30 short texts. */
export const metadata = z
  .record(z.string().check(z.maxLength(60)), z.string().check(z.maxLength(500)))
  .check(z.refine((entries) => Object.keys(entries).length <= 30, { error: 'must have at most 30 entries' }));

export const createBookingBody = z.object({
  coach_id: id,
  session_datetime: instant,
  /** Left out only with a `session_type_id`, whose length it is. */
  duration_minutes: z.optional(durationMinutes),
  session_type_id: z.optional(id),
  notes: z.optional(z.nullable(notes)),
  answers: z.optional(answers),
  metadata: z.optional(metadata),
});
export type CreateBooking = z.input<typeof createBookingBody>;

const person = z.object({ name: z.optional(z.nullable(z.string())), email: z.optional(z.nullable(z.string())) });

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
export type Booking = z.output<typeof booking>;

export const bookingParams = z.object({ booking_id: id });

export const moveBookingBody = z.object({
  session_datetime: instant,
  duration_minutes: z.optional(durationMinutes),
  session_type_id: z.optional(id),
});

/** A booking's new link; links given out before no longer open it. */
export const revokedLink = z.object({ link: z.string() });
