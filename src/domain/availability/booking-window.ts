import type { Schedule } from '../../contract/schedule.ts';
import { dayNumber } from '../time/local-date.ts';
import { startOfDayNumber } from '../time/zone.ts';
import { coachDayAt, zoneOn } from './coach-clock.ts';

/**
 * The end of the booking window: later slots cannot be booked yet. It is the midnight that ends the window's last day on the
 * coach's clock. A rolling window of n days is the coach's today and the n days after it.
 */
export function endOfWindow(schedule: Schedule, now: number): number {
  const window = schedule.booking_window;
  if (window.kind === 'unlimited') return Number.POSITIVE_INFINITY;
  const last = window.kind === 'until' ? dayNumber(window.date) : coachDayAt(schedule, now) + window.days;
  return startOfDayNumber(zoneOn(schedule, last), last + 1);
}
