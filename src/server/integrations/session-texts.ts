import type { BookingRecord } from '../ports.ts';
import type { Person } from './calendar-ports.ts';

/** "Session with Ana Keller": named after the other side. */
export function sessionTitle(other: Person | undefined): string {
  return other?.name ? `Session with ${other.name}` : 'Coaching session';
}

/** The client's notes, and where the meeting is when the event does not host it itself. */
export function sessionDescription(booking: BookingRecord, link: string | null): string {
  return [booking.notes, link && `Meeting: ${link}`].filter(Boolean).join('\n\n');
}

/** The other party of a booking, seen from one of them. */
export function otherParty(booking: BookingRecord, userId: string): string {
  return userId === booking.coachId ? booking.clientId : booking.coachId;
}
