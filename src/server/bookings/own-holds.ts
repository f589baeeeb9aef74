import type { BookingRecord, Store } from '../ports.ts';

/** The unpaid holds of a visitor with a coach. They do not block the visitor who has them. */
export async function ownHolds(
  store: Pick<Store, 'bookings'>,
  clientId: string,
  coachId: string,
): Promise<readonly BookingRecord[]> {
  const { bookings } = await store.bookings.list({ clientId, status: 'pending' }, { skip: 0, limit: 100 });
  return bookings.filter((booking) => booking.hold && booking.coachId === coachId);
}
