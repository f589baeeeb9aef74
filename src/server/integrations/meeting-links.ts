import { webAddress } from '../../domain/calendar/web-address.ts';
import type { Clock, Store } from '../ports.ts';

const TRIES = 10;

/** Stores a meeting's address in the latest version of its booking; text that is no web address is not stored. */
export function createMeetingLinks(bookings: Pick<Store['bookings'], 'find' | 'save'>, clock: Clock) {
  return async (bookingId: string, link: string): Promise<void> => {
    const meetingLink = webAddress(link);
    if (meetingLink === undefined) return;
    for (let tries = 0; tries < TRIES; tries++) {
      const booking = await bookings.find(bookingId);
      if (!booking || booking.meetingLink === meetingLink) return;
      const changed = { ...booking, meetingLink, version: booking.version + 1, updatedAt: clock.now() };
      const outcome = await bookings.save(changed, { basedOn: booking.version });
      if (outcome.kind !== 'changed') return;
    }
    throw new Error(`Booking ${bookingId} was changed by others ${TRIES} times in a row`);
  };
}

const PROVIDERS_MEETINGS: ReadonlySet<string> = new Set(['meet.google.com', 'teams.microsoft.com', 'teams.live.com']);

/**
 * True for a meeting that Google or Microsoft hosts. From a client's calendar no other link is accepted: the client could write any
 * address there to lead the coach to it.
 */
export function isProvidersMeeting(link: string | null): boolean {
  const address = webAddress(link);
  return address !== undefined && PROVIDERS_MEETINGS.has(new URL(address).hostname);
}
