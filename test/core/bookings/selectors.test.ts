import { describe, expect, it } from 'vitest';
import type { Booking, BookingStatus } from '../../../src/contract/booking.ts';
import {
  cancelled,
  hasNotice,
  isNear,
  onDay,
  past,
  toComplete,
  upcoming,
  waiting,
} from '../../../src/core/bookings/selectors.ts';

const NOW = Date.parse('2025-11-15T12:00:00Z');

const session = (id: string, start: string, status: BookingStatus = 'confirmed'): Booking => ({
  id,
  client_id: 'client',
  coach_id: 'coach',
  session_datetime: start,
  duration_minutes: 60,
  status,
});

const all = [
  session('later', '2025-11-20T09:00:00Z'),
  session('soon', '2025-11-15T13:00:00Z', 'pending'),
  session('running', '2025-11-15T11:30:00Z'),
  session('over', '2025-11-14T09:00:00Z'),
  session('done', '2025-11-13T09:00:00Z', 'completed'),
  session('called-off', '2025-11-21T09:00:00Z', 'cancelled'),
  session('missed', '2025-11-12T09:00:00Z', 'pending'),
];
const ids = (bookings: readonly Booking[]) => bookings.map(({ id }) => id);

describe('looking at a list of bookings', () => {
  it('counts a session as upcoming until it is over, soonest first', () => {
    expect(ids(upcoming(all, NOW))).toEqual(['running', 'soon', 'later']);
  });

  it('puts into the past what is over and was not cancelled, latest first', () => {
    expect(ids(past(all, NOW))).toEqual(['over', 'done', 'missed']);
  });

  it('keeps cancelled sessions by themselves, whenever they were to be', () => {
    expect(ids(cancelled(all))).toEqual(['called-off']);
  });

  it('waits for the coach only while the session can still take place', () => {
    expect(ids(waiting(all, NOW))).toEqual(['soon']);
  });

  it('offers to complete what was confirmed and is over', () => {
    expect(ids(toComplete(all, NOW))).toEqual(['over']);
  });

  it("takes the day from the viewer's clock", () => {
    const late = session('late', '2025-11-15T23:30:00Z');
    expect(ids(onDay([late], '2025-11-16', 'Europe/Berlin'))).toEqual(['late']);
    expect(ids(onDay([late], '2025-11-15', 'Europe/Berlin'))).toEqual([]);
  });

  it('shows a join link from a quarter of an hour before until the end', () => {
    const booking = session('one', '2025-11-15T12:15:00Z');
    expect(isNear(booking, NOW)).toBe(true);
    expect(isNear(booking, NOW - 1)).toBe(false);
    expect(isNear(booking, NOW + 75 * 60_000)).toBe(false);
  });

  it('lets a client change a booking up to the very minute the notice begins', () => {
    const booking = session('one', '2025-11-16T12:00:00Z');
    expect(hasNotice(booking, 24 * 60, NOW)).toBe(true);
    expect(hasNotice(booking, 24 * 60, NOW + 1)).toBe(false);
  });
});
