import { emptySchedule } from '../../../domain/availability/schedule.ts';
import { DAY_MS, HOUR_MS } from '../../../domain/time/units.ts';
import type { Account, BookingRecord, CoachRecord, KeptReply } from '../../ports.ts';

export const HOUR = HOUR_MS;
export const DAY = DAY_MS;

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

export function account(id: string, email: string, isGuest = false): Account {
  return { id, email, name: null, role: 'client', timeZone: null, isGuest, isActive: true, createdAt: 0 };
}

export function coach(id: string, change: Partial<CoachRecord['schedule']> = {}): CoachRecord {
  const schedule = { ...emptySchedule('UTC'), ...change };
  return { profile: { user_id: id }, isActive: true, schedule, scheduleVersion: 1 };
}

export function kept(key: string, keptAt = 0, body = '{}'): KeptReply {
  return { userId: 'client', key, requestHash: 'h', body, keptAt };
}
