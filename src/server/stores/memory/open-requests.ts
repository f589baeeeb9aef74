import type { BookingRecord, Records } from '../../ports.ts';
import type { MemoryAccess } from './access.ts';
import { keyOf } from './tables.ts';

/** Requests of guests and addresses in memory. */
export function memoryOpenRequests({ read, write }: MemoryAccess): Records['openRequests'] {
  return {
    add: (bookingId, keys, notedAt) =>
      write(({ openRequests }) => {
        for (const key of keys) openRequests.set(keyOf(key, bookingId), { key, bookingId, notedAt });
      }),
    count: (key, now) =>
      read(
        ({ openRequests, bookings }) =>
          [...openRequests.values()].filter(
            (request) => request.key === key && isOpen(bookings.get(request.bookingId)?.booking, now),
          ).length,
      ),
  };
}

/** True for a booking that waits for its coach's answer. */
function isOpen(booking: BookingRecord | undefined, now: number): boolean {
  return booking?.status === 'pending' && booking.start > now;
}
