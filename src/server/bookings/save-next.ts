import type { BookingRecord, Records } from '../ports.ts';

/** Writes the next version of a booking. Rejects when somebody wrote since `booking` was read. */
export async function saveNext(
  bookings: Pick<Records['bookings'], 'save'>,
  booking: BookingRecord,
  next: BookingRecord,
): Promise<void> {
  const { kind } = await bookings.save(next, { basedOn: booking.version });
  if (kind !== 'saved') throw new Error(`Booking ${booking.id} was changed by somebody else`);
}
