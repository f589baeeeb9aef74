import type { Schedule, WeeklyHours } from '../../contract/schedule.ts';
import { emptySchedule, everyWeek } from '../../domain/availability/schedule.ts';
import { DAY_MINUTES } from '../../domain/time/units.ts';
import { seed } from './ids.ts';

const { coaches } = seed;
const WEEKDAYS = [1, 2, 3, 4, 5];

/** The hours of each seeded coach, by id. */
export const seedSchedules: Readonly<Record<string, Schedule>> = {
  [coaches.ana]: {
    ...emptySchedule('Europe/Berlin'),
    weekly_hours: everyWeek([1, 2, 3, 4, 5, 6, 7], '09:00', '20:00'),
    cancel_notice_minutes: 0,
    move_notice_minutes: 0,
  },
  [coaches.lukas]: {
    ...emptySchedule('Europe/Berlin'),
    weekly_hours: [
      ...everyWeek([1, 2, 4], '08:30', '12:00'),
      ...everyWeek([1, 2, 4], '14:00', '18:30'),
      ...everyWeek([5], '09:00', '11:00'),
      ...everyWeek([5], '15:00', '17:00'),
    ],
    buffer_after_minutes: 15,
    minimum_notice_minutes: 120,
    booking_window: { kind: 'rolling', days: 90 },
    daily_limit: 5,
  },
  [coaches.maya]: {
    ...emptySchedule('America/New_York'),
    weekly_hours: [
      ...alternate([1, 3, 5], '09:00', '13:00', '2025-01-06'),
      ...alternate([2, 4], '13:00', '19:00', '2025-01-13'),
    ],
    buffer_before_minutes: 10,
    buffer_after_minutes: 10,
    minimum_notice_minutes: 12 * 60,
    weekly_limit: 12,
  },
  [coaches.sunita]: {
    ...emptySchedule('Asia/Kathmandu'),
    weekly_hours: [...everyWeek([1, 2, 3, 4, 5], '21:00', '02:00'), ...everyWeek([6], '07:15', '11:15')],
    slot_alignment: 'interval',
    slot_step_minutes: 45,
  },
  [coaches.isla]: {
    ...emptySchedule('Australia/Lord_Howe'),
    weekly_hours: everyWeek(WEEKDAYS, '10:00', '16:00'),
    date_overrides: [
      { from: '2025-12-20', until: '2026-01-06', kind: 'closed', note: 'Summer holiday' },
      { from: '2026-12-19', until: '2027-01-10', kind: 'closed', note: 'Summer holiday' },
      {
        from: '2026-12-12',
        until: '2026-12-12',
        kind: 'extra',
        hours: [{ start: '10:00', end: '13:00' }],
        note: 'One Saturday before the holiday',
      },
    ],
    durations: [
      { minutes: 30, price: { amount: 8000, currency: 'AUD' } },
      { minutes: 60, price: { amount: 15000, currency: 'AUD' } },
    ],
    buffer_after_minutes: 15,
    slot_step_minutes: 15,
  },
  [coaches.tomas]: {
    ...emptySchedule('America/Mexico_City'),
    weekly_hours: everyWeek([1, 2, 3, 4], '10:00', '17:00'),
    durations: [
      { minutes: 45, price: null },
      { minutes: 90, price: null },
    ],
    minimum_notice_minutes: DAY_MINUTES,
    cancel_notice_minutes: 2 * DAY_MINUTES,
    move_notice_minutes: DAY_MINUTES,
  },
  [coaches.rania]: {
    ...emptySchedule('Asia/Amman'),
    weekly_hours: everyWeek([3], '17:00', '18:00').map((hours) => ({
      ...hours,
      every_weeks: 4,
      anchor: '2025-01-15',
    })),
  },
  [coaches.claire]: {
    ...emptySchedule('Europe/Paris'),
    weekly_hours: everyWeek(WEEKDAYS, '09:00', '17:00'),
  },
};

function alternate(weekdays: readonly number[], start: string, end: string, anchor: string): WeeklyHours[] {
  return everyWeek(weekdays, start, end).map((hours) => ({ ...hours, every_weeks: 2, anchor }));
}
