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

/** A booking as the client's calendar should show it. */
export function calendarEventOf(booking: Booking, title: string, coach: Coach | undefined): CalendarEvent {
  const start = readInstant(booking.session_datetime) ?? 0;
  const updated = booking.updated_at ? readInstant(booking.updated_at) : undefined;
  const location = booking.meeting_link ?? coach?.location;
  const { coach: organizer, client } = booking;
  return {
    uid: booking.id,
    title,
    start,
    end: start + booking.duration_minutes * MINUTE_MS,
    status: statuses[booking.status],
    sequence: booking.sequence ?? 0,
    ...(updated !== undefined && { updated }),
    ...(location && { location }),
    ...(booking.notes && { description: booking.notes }),
    ...(booking.meeting_link && { url: booking.meeting_link }),
    ...(organizer?.email && { organizer: { email: organizer.email, ...(organizer.name && { name: organizer.name }) } }),
    ...(client?.email && {
      attendees: [{ email: client.email, accepted: true, ...(client.name && { name: client.name }) }],
    }),
  };
}
