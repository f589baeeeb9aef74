import type { Schedule } from '../../contract/schedule.ts';
import type { SessionType } from '../../contract/session-type.ts';

/** The fields of a session type that decide when it can be booked. */
type TypeRules = Pick<
  SessionType,
  | 'minutes'
  | 'buffer_before_minutes'
  | 'buffer_after_minutes'
  | 'minimum_notice_minutes'
  | 'booking_window'
  | 'daily_limit'
  | 'weekly_limit'
>;

/** The schedule for one session type: the type's own rules where it has some, else the coach's. */
export function scheduleForType(schedule: Schedule, type: TypeRules): Schedule {
  return {
    ...schedule,
    durations: [{ minutes: type.minutes }],
    buffer_before_minutes: type.buffer_before_minutes ?? schedule.buffer_before_minutes,
    buffer_after_minutes: type.buffer_after_minutes ?? schedule.buffer_after_minutes,
    minimum_notice_minutes: type.minimum_notice_minutes ?? schedule.minimum_notice_minutes,
    booking_window: type.booking_window ?? schedule.booking_window,
    daily_limit: lower(type.daily_limit, schedule.daily_limit),
    weekly_limit: lower(type.weekly_limit, schedule.weekly_limit),
  };
}

/** The coach's own limit holds for every type. */
function lower(own: number | null | undefined, ofCoach: number | null): number | null {
  if (own == null || ofCoach == null) return own ?? ofCoach;
  return Math.min(own, ofCoach);
}
