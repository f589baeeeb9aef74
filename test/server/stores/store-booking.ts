import type { BookingRecord } from '../../../src/server/ports.ts';

/** In milliseconds. */
export const HOUR = 3_600_000;

/** A booking of the coach `c`, `hour` hours after the epoch, for an hour. */
export function booking(id: string, hour: number, change: Partial<BookingRecord> = {}): BookingRecord {
  return {
    id,
    clientId: 'client',
    coachId: 'c',
    start: hour * HOUR,
    end: (hour + 1) * HOUR,
    status: 'pending',
    paymentId: null,
    meetingLink: null,
    notes: null,
    sequence: 0,
    createdAt: 0,
    updatedAt: 0,
    version: 1,
    ...change,
  };
}
