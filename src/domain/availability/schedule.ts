import type { Schedule, WeeklyHours } from '../../contract/schedule.ts';
import type { TimeZone } from '../../contract/values.ts';
import { DAY_MINUTES } from '../time/units.ts';

export { checkSchedule, type ScheduleProblem } from './check-schedule.ts';

/** A schedule without open hours and with usual settings: starts every half hour, no buffers, a day's notice to cancel or move. */
export function emptySchedule(timeZone: TimeZone): Schedule {
  return {
    time_zone: timeZone,
    zone_overrides: [],
    weekly_hours: [],
    date_overrides: [],
    buffer_before_minutes: 0,
    buffer_after_minutes: 0,
    minimum_notice_minutes: 0,
    booking_window: { kind: 'unlimited' },
    daily_limit: null,
    weekly_limit: null,
    slot_step_minutes: 30,
    slot_alignment: 'clock',
    durations: [],
    cancel_notice_minutes: DAY_MINUTES,
    move_notice_minutes: DAY_MINUTES,
  };
}

/** The same hours on each of the weekdays (Monday 1 to Sunday 7); an end at or before the start is on the next day. */
export function everyWeek(weekdays: readonly number[], start: string, end: string): WeeklyHours[] {
  return weekdays.map((weekday) => ({ weekday, start, end, ...(end <= start ? { ends_next_day: true } : {}) }));
}
