import { labelled } from '../../domain/language/labelled.ts';
import { listed } from '../../domain/language/listed.ts';
import type { MailLanguage } from '../messages/mail-languages.ts';
import type { BookingRecord } from '../ports.ts';
import type { Person } from './calendar-ports.ts';

/** What an event says. */
interface SessionTexts {
  /** "Session with Ana Keller". */
  readonly title: string;
  readonly description: string;
}

/** The two people of a session, seen from the calendar of one of them. */
interface Sides {
  /** The calendar's owner. */
  readonly userId: string;
  readonly other: Person | undefined;
}

/**
 * The texts of a session in somebody's calendar, in the language of its owner: with whom it is; the client's notes, who else takes part,
 * and `link`, the meeting's address when the event does not host the meeting.
 */
export function sessionTexts(
  { texts, tag }: MailLanguage,
  booking: BookingRecord,
  { userId, other }: Sides,
  link: string | null,
): SessionTexts {
  const { someone, labels, eventTitle } = texts;
  const { notes, attendeeEmails } = booking;
  const others = attendeeEmails && labelled(labels.others, listed(attendeeEmails, tag), tag);
  const meeting = link && labelled(labels.meeting, link, tag);
  return {
    title: eventTitle(other?.name || (userId === booking.coachId ? someone.client : someone.coach)),
    description: [notes, others, meeting].filter(Boolean).join('\n\n'),
  };
}

/** The other party of a booking. */
export function otherParty(booking: BookingRecord, userId: string): string {
  return userId === booking.coachId ? booking.clientId : booking.coachId;
}
