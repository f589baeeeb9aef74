import type { CalendarProvider } from '../../contract/calendar.ts';
import { mailLanguage } from '../messages/mail-languages.ts';
import type { BookingRecord } from '../ports.ts';
import type { Person } from './calendar-ports.ts';
import type { CalendarStore } from './calendar-store.ts';
import { eventKey } from './providers/event-key.ts';
import type { ProviderRequest } from './providers/provider-http.ts';
import type { CalendarAdapter, PlacedEvent, SessionEvent } from './providers/session-event.ts';
import { otherParty, sessionTexts } from './session-texts.ts';

/** One calendar of one person. */
export interface CalendarTarget {
  readonly userId: string;
  readonly provider: CalendarProvider;
}

/** One session in one calendar, and how it is written there. */
interface Placement extends CalendarTarget {
  readonly booking: BookingRecord;
  readonly adapter: CalendarAdapter;
  readonly request: ProviderRequest;
  /** IANA zone of the calendar's owner. */
  readonly timeZone: string;
  /** True when this event should create the online meeting; false when the booking has one, or another event creates it. */
  readonly makesMeeting: boolean;
  /** Whom the provider should invite: the client and all other people, the other people alone, or nobody. */
  readonly invites: 'all' | 'others' | 'nobody';
}

/**
 * Puts a session into a calendar and stores the event's id; a record is stored before the request, so that no event is forgotten.
 */
export async function placeSession(
  store: CalendarStore,
  findPerson: (userId: string) => Promise<Person | undefined>,
  placement: Placement,
): Promise<PlacedEvent> {
  const { booking, userId, provider, adapter, request } = placement;
  const { start, end } = booking;
  const known = (await store.events.ofBooking(booking.id)).find(
    (event) => event.userId === userId && event.provider === provider,
  );
  const record = { bookingId: booking.id, userId, provider, start, end };
  if (!known) await store.events.save({ ...record, eventId: null, hostsMeeting: false });
  const [owner, other] = await Promise.all([userId, otherParty(booking, userId)].map(findPerson));
  const makesMeeting = placement.makesMeeting || (known?.hostsMeeting ?? false);
  const language = owner?.language ?? mailLanguage(undefined);
  const event: SessionEvent = {
    key: eventKey(booking.id, userId),
    ...sessionTexts(language, booking, { userId, other }, makesMeeting ? null : booking.meetingLink),
    start,
    end,
    timeZone: placement.timeZone,
    invited: [
      ...(placement.invites === 'all' && other?.email ? [{ email: other.email, name: other.name }] : []),
      ...(placement.invites === 'nobody' ? [] : (booking.attendeeEmails ?? [])).map((email) => ({ email, name: null })),
    ],
    meeting: makesMeeting ? { kind: 'make' } : { kind: 'given', link: booking.meetingLink },
    sequence: booking.sequence,
  };
  const placed = await adapter.place(request, event, known?.eventId ?? undefined);
  const hostsMeeting = makesMeeting && placed.meetingLink !== null;
  await store.events.save({ ...record, eventId: placed.eventId, hostsMeeting });
  return placed;
}

/** Removes a session from a calendar, if it was put there. */
export async function removeSession(
  store: CalendarStore,
  { booking, userId, provider, adapter, request }: Omit<Placement, 'timeZone' | 'makesMeeting' | 'invites'>,
): Promise<void> {
  const records = await store.events.ofBooking(booking.id);
  const record = records.find((event) => event.userId === userId && event.provider === provider);
  if (!record) return;
  await adapter.remove(request, eventKey(booking.id, userId), record.eventId ?? undefined);
  await store.events.remove(booking.id, userId, provider);
}
