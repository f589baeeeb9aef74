import type { Booking } from '../../contract/booking.ts';
import { readInstant } from '../../contract/values.ts';
import type { EventPerson, TimedEvent } from './event.ts';

export interface BookingEventTexts {
  /** "Session with Ana Keller", in the words and the language of whoever reads it. */
  readonly title: string;
  /** Replaces the booking's notes as the description. */
  readonly description?: string;
}

/** UID of a booking's event: the same in the file, the feed and the mail, over all its moves. */
export function bookingUid(bookingId: string): string {
  return `${bookingId}@culturebridge-booking`;
}

/** A booking as a calendar event: the coach organizes, the client attends, the meeting link is the place. */
export function bookingEvent(booking: Booking, texts: BookingEventTexts): TimedEvent {
  const start = readInstant(booking.session_datetime);
  if (start === undefined) throw new RangeError(`session_datetime of booking ${booking.id} is not an instant`);
  const organizer = personOf(booking.coach);
  const attendee = personOf(booking.client);
  const description = texts.description ?? booking.notes;
  const updated = booking.updated_at === undefined ? undefined : readInstant(booking.updated_at);
  const url = booking.link ?? booking.meeting_link;
  return {
    uid: bookingUid(booking.id),
    title: texts.title,
    start,
    end: start + booking.duration_minutes * 60_000,
    status: STATUS[booking.status],
    sequence: booking.sequence ?? 0,
    reminders: [1440, 30],
    ...(description && { description }),
    ...(booking.meeting_link && { location: booking.meeting_link }),
    ...(url && { url }),
    ...(organizer && { organizer }),
    ...(attendee && { attendees: [{ ...attendee, accepted: true }] }),
    ...(updated !== undefined && { updated }),
  };
}

const STATUS = {
  pending: 'tentative',
  confirmed: 'confirmed',
  completed: 'confirmed',
  cancelled: 'cancelled',
} as const satisfies Record<Booking['status'], TimedEvent['status']>;

function personOf(person: Booking['coach']): EventPerson | undefined {
  return person?.email ? { email: person.email, ...(person.name && { name: person.name }) } : undefined;
}
