import type { Booking } from '../../contract/booking.ts';
import type { Coach } from '../../contract/coach.ts';
import { readInstant } from '../../contract/values.ts';
import type { CalendarEvent, EventStatus } from '../../domain/calendar/event.ts';
import { labelled } from '../../domain/language/labelled.ts';
import { listed } from '../../domain/language/listed.ts';
import { MINUTE_MS } from '../../domain/time/units.ts';

const statuses: Readonly<Record<Booking['status'], EventStatus>> = {
  pending: 'tentative',
  confirmed: 'confirmed',
  completed: 'confirmed',
  cancelled: 'cancelled',
};

/** The address of this page with the signed link of a booking; other parameters are kept, except `cb-pay`. */
export function manageAddress(link: string): string {
  const address = new URL(globalThis.location.href);
  address.searchParams.set('cb-booking', link);
  // On a page that a checkout came back to, the link opens the booking, not the payment.
  address.searchParams.delete('cb-pay');
  return address.href;
}

/**
 * A booking as an event of the client's calendar. For guests the text has the link to move or cancel, after `manageLabel`; it comes
 * before the notes and the addresses of other people, because some sites cut the end of a long text.
 */
export function calendarEventOf(
  booking: Booking,
  title: string,
  coach: Coach | undefined,
  manageLabel: string,
  locale: string,
): CalendarEvent {
  const start = readInstant(booking.session_datetime) ?? 0;
  const updated = booking.updated_at ? readInstant(booking.updated_at) : undefined;
  const location = booking.meeting_link ?? booking.session_type?.location?.detail ?? coach?.location;
  const { coach: organizer, client } = booking;
  const manage = booking.link && manageAddress(booking.link);
  const others = booking.attendee_emails ?? [];
  const description = [manage && labelled(manageLabel, manage, locale), booking.notes, listed(others, locale)]
    .filter(Boolean)
    .join('\n\n');
  const attendees = [
    ...(client?.email ? [{ email: client.email, accepted: true, ...(client.name && { name: client.name }) }] : []),
    ...others.map((email) => ({ email })),
  ];
  const url = manage || booking.meeting_link;
  return {
    uid: booking.id,
    title,
    start,
    end: start + booking.duration_minutes * MINUTE_MS,
    status: statuses[booking.status],
    sequence: booking.sequence ?? 0,
    ...(updated !== undefined && { updated }),
    ...(location && { location }),
    ...(description && { description }),
    ...(url && { url }),
    ...(organizer?.email && { organizer: { email: organizer.email, ...(organizer.name && { name: organizer.name }) } }),
    ...(attendees.length > 0 && { attendees }),
  };
}
