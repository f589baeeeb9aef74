import { fromZonedTime } from 'date-fns-tz';
import { minutesOf } from '../../src/domain/availability/hours.ts';
import type { Interval } from '../../src/domain/availability/interval.ts';
import type { SlotQuery } from '../../src/domain/availability/slots.ts';

const MINUTE = 60_000;

/**
 * The straightforward way, with date-fns-tz: step through the hours of each day, turn each wall time into an instant,
 * look at every booking. Plain weekly hours and `clock` starts only; dates without a change of clocks, where it is right.
 */
export function slotsPerDateFnsTz({ schedule, booked, range, now, durationMinutes }: SlotQuery): Interval[] {
  const slots: Interval[] = [];
  const step = schedule.slot_step_minutes ?? durationMinutes;
  for (let day = range.start - 86_400_000; day < range.end + 86_400_000; day += 86_400_000) {
    const date = new Date(day).toISOString().slice(0, 10);
    const weekday = new Date(day).getUTCDay() || 7;
    for (const hours of schedule.weekly_hours) {
      if (hours.weekday !== weekday) continue;
      for (let minute = minutesOf(hours.start); minute + durationMinutes <= minutesOf(hours.end); minute += step) {
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        const start = fromZonedTime(`${date}T${time}:00`, schedule.time_zone).getTime();
        const end = start + durationMinutes * MINUTE;
        if (start < range.start || start >= range.end || start <= now) continue;
        if (booked.some((session) => start < session.end && session.start < end)) continue;
        slots.push({ start, end });
      }
    }
  }
  return slots;
}
