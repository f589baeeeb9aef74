import type { Clock, Store } from '../ports.ts';

const TRIES = 10;

/** Keeps a meeting's address with its booking, on whatever version of the booking is there by then. */
export function createMeetingLinks(bookings: Pick<Store['bookings'], 'find' | 'save'>, clock: Clock) {
  return async (bookingId: string, meetingLink: string): Promise<void> => {
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
