import type { BookingRecord } from '../ports.ts';

/** The booking after its cancellation at `now` (epoch ms): without its hold, and one version newer. */
export function asCancelled({ hold: _, ...booking }: BookingRecord, now: number, reason?: string): BookingRecord {
  return {
    ...booking,
    status: 'cancelled',
    ...(reason !== undefined && { cancellationReason: reason }),
    sequence: booking.sequence + 1,
    version: booking.version + 1,
    updatedAt: now,
  };
}
