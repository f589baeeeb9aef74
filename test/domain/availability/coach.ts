import type { Schedule } from '../../../src/contract/schedule.ts';
import type { Interval } from '../../../src/domain/availability/interval.ts';
import { emptySchedule } from '../../../src/domain/availability/schedule.ts';
import { findSlots, type SlotQuery } from '../../../src/domain/availability/slots.ts';

/** A schedule in Berlin with starts each hour, and what is said otherwise. */
export function coach(changes: Partial<Schedule>): Schedule {
  return { ...emptySchedule('Europe/Berlin'), slot_step_minutes: 60, slot_alignment: 'interval', ...changes };
}

/** `2025-11-17T09:00` in UTC, as epoch ms. */
export function utc(text: string): number {
  return Date.parse(`${text}Z`);
}

/** A session in UTC: `2025-11-17T09:00` for `minutes`. */
export function session(start: string, minutes = 60): Interval {
  return { start: utc(start), end: utc(start) + minutes * 60_000 };
}

interface Asked extends Partial<Omit<SlotQuery, 'schedule' | 'range' | 'now'>> {
  /** First day and the day after the last, in UTC. */
  readonly from: string;
  readonly to: string;
  readonly now?: string;
}

/** The starts on offer, written in UTC: `2025-11-17T09:00`. */
export function starts(schedule: Schedule, { from, to, now = '2015-01-01T00:00', ...rest }: Asked): string[] {
  const range = { start: Date.parse(from), end: Date.parse(to) };
  const query = { booked: [], durationMinutes: 60, ...rest, schedule, range, now: utc(now) };
  return findSlots(query).map(({ start }) => new Date(start).toISOString().slice(0, 16));
}
