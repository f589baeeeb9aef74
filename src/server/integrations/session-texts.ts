import type { BookingRecord } from '../ports.ts';
import type { Person } from './calendar-ports.ts';

/** The title of an event: "Session with Ana Keller". */
export function sessionTitle(other: Person | undefined): string {
  return other?.name ? `Session with ${other.name}` : 'Coaching session';
}

/** The text of an event: the client's notes, who else takes part, and the meeting's address when the event does not host the meeting. */
export function sessionDescription({ notes, attendeeEmails }: BookingRecord, link: string | null): string {
  const others = attendeeEmails && `Also taking part: ${attendeeEmails.join(', ')}`;
  return [notes, others, link && `Meeting: ${link}`].filter(Boolean).join('\n\n');
}

/** The other party of a booking. */
export function otherParty(booking: BookingRecord, userId: string): string {
  return userId === booking.coachId ? booking.clientId : booking.coachId;
}
