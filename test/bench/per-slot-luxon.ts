import { DateTime } from 'luxon';
import { minutesOf } from '../../src/domain/availability/hours.ts';
import type { Interval } from '../../src/domain/availability/interval.ts';
import type { SlotQuery } from '../../src/domain/availability/slots.ts';

/**
 * The straightforward way, with luxon: a DateTime in the zone of the coach for each start, and a look at every booking.
 * Plain weekly hours and `clock` starts only.
 */
export function slotsPerLuxon({ schedule, booked, range, now, durationMinutes }: SlotQuery): Interval[] {
  const slots: Interval[] = [];
  const zone = schedule.time_zone;
  const step = schedule.slot_step_minutes ?? durationMinutes;
  const last = DateTime.fromMillis(range.end, { zone });
  for (let day = DateTime.fromMillis(range.start, { zone }).startOf('day'); day < last; day = day.plus({ days: 1 })) {
    for (const hours of schedule.weekly_hours) {
      if (hours.weekday !== day.weekday) continue;
      for (let minute = minutesOf(hours.start); minute + durationMinutes <= minutesOf(hours.end); minute += step) {
        const from = day.set({ hour: Math.floor(minute / 60), minute: minute % 60 });
        const start = from.toMillis();
        const end = from.plus({ minutes: durationMinutes }).toMillis();
        if (start < range.start || start >= range.end || start <= now) continue;
        if (booked.some((session) => start < session.end && session.start < end)) continue;
        slots.push({ start, end });
      }
    }
  }
  return slots;
}
