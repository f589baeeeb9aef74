import type { WeeklyHours } from '../../../contract/schedule.ts';
import { hoursOf } from '../../../core/schedule-editor/clock.ts';
import { spanOf } from '../../../domain/availability/hours.ts';
import { DAY_MINUTES } from '../../../domain/time/units.ts';

const LAST_START = DAY_MINUTES - 60;

/** The default for new hours on a weekday: 09:00–17:00, or two hours that start at least an hour after the last ones end. */
export function firstHours(weeklyHours: readonly WeeklyHours[], weekday: number): WeeklyHours {
  const ends = weeklyHours.filter((hours) => hours.weekday === weekday).map((hours) => spanOf(hours).end);
  if (ends.length === 0) return { weekday, ...hoursOf({ start: 9 * 60, end: 17 * 60 }) };
  const start = Math.min(LAST_START, Math.ceil((Math.max(...ends) + 60) / 30) * 30);
  return { weekday, ...hoursOf({ start, end: Math.min(DAY_MINUTES, start + 120) }) };
}
