import * as z from 'zod/mini';
import type { Slot } from '../../contract/availability.ts';
import { type Booking, type CreateBooking, createBookingBody } from '../../contract/booking.ts';
import { isSessionLength } from '../../contract/session-length.ts';
import { BookingError } from '../errors.ts';
import type { Attempt } from './state.ts';

/** What is about to be sent. */
export type BookingIntent =
  | { readonly kind: 'create'; readonly body: CreateBooking }
  | { readonly kind: 'move'; readonly booking: Booking; readonly slot: Slot };

/** Page parameters, as many and as long as the contract takes: what a page's address carries must not stop a booking. */
function withinLimits(metadata: Readonly<Record<string, string>>): Record<string, string> {
  const fitting = Object.entries(metadata).filter(([name, value]) => name.length <= 60 && value.length <= 500);
  return Object.fromEntries(fitting.slice(0, 30));
}

/** The body of a new booking; what says nothing is left out. */
export function bookingBody(
  coachId: string,
  { slot, draft }: Attempt,
  metadata: Readonly<Record<string, string>>,
): CreateBooking {
  const carried = withinLimits(metadata);
  return {
    coach_id: coachId,
    session_datetime: slot.start,
    // A shorter one is of a session type, which knows its length.
    ...(isSessionLength(slot.duration_minutes) && { duration_minutes: slot.duration_minutes }),
    ...(draft.notes.trim() === '' ? {} : { notes: draft.notes }),
    ...(Object.keys(draft.answers).length === 0 ? {} : { answers: { ...draft.answers } }),
    ...(Object.keys(carried).length === 0 ? {} : { metadata: carried }),
  };
}

/** Throws `invalid`, with the fields, when the server could only refuse the body. */
export function checkBody(body: CreateBooking): void {
  const read = z.safeParse(createBookingBody, body);
  if (read.success) return;
  const fields = read.error.issues.map(({ path, message }) => ({ field: ['body', ...path].join('.'), message }));
  throw new BookingError({
    kind: 'invalid',
    request: 'POST /booking',
    detail: fields.map(({ field, message }) => `${field} ${message}`).join('; '),
    fields,
  });
}
