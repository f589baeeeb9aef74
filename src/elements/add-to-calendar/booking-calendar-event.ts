import type { Booking } from '../../contract/booking.ts';
import type { Coach } from '../../contract/coach.ts';
import { readInstant } from '../../contract/values.ts';
import type { CalendarEvent, EventStatus } from '../../domain/calendar/event.ts';
import { MINUTE_MS } from '../../domain/time/units.ts';

const statuses: Readonly<Record<Booking['status'], EventStatus>> = {
  pending: 'tentative',
  confirmed: 'confirmed',
  completed: 'confirmed',
  cancelled: 'cancelled',
};

/** This page again, opened on one booking by its signed link; its other parameters stay. */
export function manageAddress(link: string): string {
  const address = new URL(globalThis.location.href);
  address.searchParams.set('cb-booking', link);
  return address.href;
}

/**
 * A booking as the client's calendar should show it. A guest finds the link to move or cancel there again, after `manageLabel` and
 * before the notes: a site that cuts a long text cuts its end.
 */
export function calendarEventOf(
  booking: Booking,
  title: string,
  coach: Coach | undefined,
  manageLabel: string,
): CalendarEvent {
  const start = readInstant(booking.session_datetime) ?? 0;
  const updated = booking.updated_at ? readInstant(booking.updated_at) : undefined;
  const location = booking.meeting_link ?? coach?.location;
  const { coach: organizer, client } = booking;
  const manage = booking.link && manageAddress(booking.link);
  const description = [manage && `${manageLabel}: ${manage}`, booking.notes].filter(Boolean).join('\n\n');
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
    ...(client?.email && {
      attendees: [{ email: client.email, accepted: true, ...(client.name && { name: client.name }) }],
    }),
  };
}
