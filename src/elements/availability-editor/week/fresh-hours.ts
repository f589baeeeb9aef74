import type { WeeklyHours } from '../../../contract/schedule.ts';
import { hoursOf } from '../../../core/schedule-editor/clock.ts';
import { spanOf } from '../../../domain/availability/hours.ts';

/** Hours to begin with on a weekday: nine to five, or an hour's work after a break behind what is there. */
export function freshHours(weeklyHours: readonly WeeklyHours[], weekday: number): WeeklyHours {
  const ends = weeklyHours.filter((hours) => hours.weekday === weekday).map((hours) => spanOf(hours).end);
  if (ends.length === 0) return { weekday, ...hoursOf({ start: 540, end: 1020 }) };
  const start = Math.min(1380, Math.ceil((Math.max(...ends) + 60) / 30) * 30);
  return { weekday, ...hoursOf({ start, end: Math.min(1440, start + 120) }) };
}
