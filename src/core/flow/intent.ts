import * as z from 'zod/mini';
import type { Slot } from '../../contract/availability.ts';
import { type Booking, type CreateBooking, createBookingBody } from '../../contract/booking.ts';
import { isSessionLength } from '../../contract/session-length.ts';
import { BookingError } from '../errors.ts';
import type { Attempt, Draft } from './state.ts';

/** The request that is about to be sent. */
export type BookingIntent =
  | { readonly kind: 'create'; readonly body: CreateBooking }
  | { readonly kind: 'move'; readonly booking: Booking; readonly slot: Slot; readonly reason?: string };

/** The e-mail addresses in the typed text, in order. */
export function attendeesIn({ attendees = '' }: Draft): string[] {
  return attendees.split(/[\s,;،؛、，；]+/).filter(Boolean);
}

/** Page parameters within the contract's limits, the rest left out: a long page address must not stop a booking. */
function withinLimits(metadata: Readonly<Record<string, string>>): Record<string, string> {
  const fitting = Object.entries(metadata).filter(([name, value]) => name.length <= 60 && value.length <= 500);
  return Object.fromEntries(fitting.slice(0, 30));
}

/** The body of a new booking, without empty fields. */
export function bookingBody(
  coachId: string,
  { slot, draft }: Attempt,
  metadata: Readonly<Record<string, string>>,
): CreateBooking {
  const carried = withinLimits(metadata);
  const attendees = attendeesIn(draft);
  return {
    coach_id: coachId,
    session_datetime: slot.start,
    // Other lengths belong to a session type, which has its own length.
    ...(isSessionLength(slot.duration_minutes) && { duration_minutes: slot.duration_minutes }),
    ...(draft.notes.trim() && { notes: draft.notes }),
    ...(Object.keys(draft.answers).length > 0 && { answers: { ...draft.answers } }),
    ...(attendees.length > 0 && { attendee_emails: attendees }),
    ...(draft.consent && { consent: draft.consent }),
    ...(Object.keys(carried).length > 0 && { metadata: carried }),
  };
}

/** Throws `invalid` with the wrong fields when the body does not match the contract. */
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
