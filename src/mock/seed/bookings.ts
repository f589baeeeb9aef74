import type { BookingStatus } from '../../contract/booking.ts';
import type { Interval } from '../../domain/availability/interval.ts';
import { findSlots } from '../../domain/availability/slots.ts';
import { DAY_MS, HOUR_MS } from '../../domain/time/units.ts';
import type { BookingRecord } from '../../server/ports.ts';
import { seed } from './ids.ts';
import { seedSchedules } from './schedules.ts';

const { coaches, client, rival } = seed;

interface Plan {
  readonly coachId: string;
  readonly clientId: string;
  /** Days from now; negative for the past. */
  readonly day: number;
  /** The index of the free slot within the day, from 0. */
  readonly nth: number;
  readonly minutes: number;
  readonly status: BookingStatus;
  readonly notes?: string;
}

const plans: readonly Plan[] = [
  { coachId: coaches.ana, clientId: client.id, day: -21, nth: 2, minutes: 60, status: 'completed' },
  {
    coachId: coaches.ana,
    clientId: client.id,
    day: -7,
    nth: 4,
    minutes: 60,
    status: 'completed',
    notes: 'Salary talk next week',
  },
  { coachId: coaches.lukas, clientId: client.id, day: -5, nth: 1, minutes: 30, status: 'cancelled' },
  { coachId: coaches.ana, clientId: rival.id, day: 2, nth: 0, minutes: 60, status: 'confirmed' },
  { coachId: coaches.ana, clientId: rival.id, day: 3, nth: 1, minutes: 90, status: 'pending', notes: 'First meeting' },
  { coachId: coaches.ana, clientId: client.id, day: 6, nth: 0, minutes: 60, status: 'confirmed' },
  { coachId: coaches.lukas, clientId: client.id, day: 9, nth: 3, minutes: 60, status: 'pending' },
  { coachId: coaches.lukas, clientId: rival.id, day: 4, nth: 0, minutes: 60, status: 'confirmed' },
  { coachId: coaches.maya, clientId: rival.id, day: 5, nth: 1, minutes: 60, status: 'confirmed' },
  { coachId: coaches.sunita, clientId: rival.id, day: 3, nth: 2, minutes: 45, status: 'pending' },
  { coachId: coaches.isla, clientId: rival.id, day: 4, nth: 2, minutes: 60, status: 'confirmed' },
];

/** A few past and future sessions around `now`: the same for the same `now`, and always within the coach's hours. */
export function seedBookings(now: number): BookingRecord[] {
  const bookings: BookingRecord[] = [];
  for (const [index, plan] of plans.entries()) {
    const slot = freeTime(plan, now, bookings);
    if (slot) bookings.push(book(`423e4567-e89b-12d3-a456-${String(426614174000 + index)}`, plan, slot, now));
  }
  return bookings;
}

/** Sessions that leave about one slot in five of the next eight weeks open. */
export function busyBookings(now: number): BookingRecord[] {
  const bookings: BookingRecord[] = [];
  for (const [coachIndex, coachId] of Object.values(coaches).entries()) {
    const schedule = seedSchedules[coachId];
    if (!schedule) continue;
    const minutes = schedule.durations[0]?.minutes ?? 60;
    const range = { start: now, end: now + 56 * DAY_MS };
    let busyUntil = 0;
    for (const slot of findSlots({ schedule, booked: [], range, now, durationMinutes: minutes })) {
      // A fixed pattern, not a random one, so that the screen is always the same.
      const hour = Math.floor(slot.start / HOUR_MS);
      if (slot.start < busyUntil || (hour * 7 + coachIndex) % 5 === 0) continue;
      busyUntil = slot.end;
      const id = `523e4567-e89b-12d3-a456-${String(426614174000 + bookings.length)}`;
      const plan = { coachId, clientId: rival.id, day: 0, nth: 0, minutes, status: 'confirmed' } as const;
      bookings.push(book(id, plan, slot, now));
    }
  }
  return bookings;
}

function freeTime({ coachId, day, nth, minutes }: Plan, now: number, others: readonly BookingRecord[]) {
  const schedule = seedSchedules[coachId];
  if (!schedule) return undefined;
  const today = now - (now % DAY_MS);
  const start = today + day * DAY_MS;
  const booked = others.filter((booking) => booking.coachId === coachId);
  // Searched as of the day before, so that past slots are found too; notice and window are ignored.
  const open = { ...schedule, minimum_notice_minutes: 0, booking_window: { kind: 'unlimited' } } as const;
  const query = { schedule: open, booked, now: start - DAY_MS, durationMinutes: minutes };
  return findSlots({ ...query, range: { start, end: start + 7 * DAY_MS } })[nth];
}

function book(id: string, plan: Plan, { start, end }: Interval, now: number): BookingRecord {
  const createdAt = Math.min(start, now) - 2 * DAY_MS;
  return {
    id,
    clientId: plan.clientId,
    coachId: plan.coachId,
    start,
    end,
    status: plan.status,
    paymentId: null,
    meetingLink: plan.status === 'confirmed' ? `https://meet.example.com/${id.slice(-6)}` : null,
    notes: plan.notes ?? null,
    sequence: plan.status === 'cancelled' ? 1 : 0,
    createdAt,
    updatedAt: createdAt,
    version: 1,
  };
}
