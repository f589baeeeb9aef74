import { describe, expect, it } from 'vitest';
import { everyWeek } from '../../../src/domain/availability/schedule.ts';
import { coach, session, starts } from './coach.ts';

const DAILY = [1, 2, 3, 4, 5, 6, 7];
/** Open in UTC, so that what is read is what is meant. */
const morning = coach({ time_zone: 'UTC', weekly_hours: everyWeek(DAILY, '09:00', '12:00') });
const monday = { from: '2025-11-17', to: '2025-11-18' };
const times = (slots: string[]) => slots.map((slot) => slot.slice(11));

describe('limits', () => {
  it('closes a day that holds as many sessions as allowed, by the days of the coach', () => {
    const tokyo = coach({ time_zone: 'Asia/Tokyo', weekly_hours: everyWeek(DAILY, '06:00', '12:00'), daily_limit: 1 });
    // 23:00 UTC on the 16th is 08:00 on the 17th in Tokyo.
    const booked = [session('2025-11-16T23:00')];
    const days = starts(tokyo, { from: '2025-11-16T15:00Z', to: '2025-11-18T15:00Z', booked });
    expect(days[0]).toBe('2025-11-17T21:00');
    expect(days).toHaveLength(6);
  });

  it('closes a week, Monday to Sunday, that holds as many sessions as allowed', () => {
    const limited = { ...morning, weekly_limit: 2 };
    const booked = [session('2025-11-17T09:00'), session('2025-11-23T11:00')];
    const days = starts(limited, { from: '2025-11-16', to: '2025-11-25', booked, durationMinutes: 180 });
    expect(days).toEqual(['2025-11-16T09:00', '2025-11-24T09:00']);
  });

  it('counts sessions outside the range and outside the hours', () => {
    const limited = { ...morning, weekly_limit: 1 };
    expect(starts(limited, { from: '2025-11-23', to: '2025-11-24', booked: [session('2025-11-17T03:00')] })).toEqual(
      [],
    );
  });

  it('counts by the days of the coach where they are, from the first midnight there to the last', () => {
    const away = coach({
      time_zone: 'UTC',
      weekly_hours: everyWeek(DAILY, '00:00', '24:00'),
      zone_overrides: [{ from: '2025-11-18', until: '2025-11-18', time_zone: 'America/New_York' }],
      daily_limit: 1,
    });
    // The 18th in New York is 05:00 UTC on the 18th to 05:00 on the 19th.
    const booked = [session('2025-11-19T04:00')];
    const found = starts(away, { from: '2025-11-18', to: '2025-11-20', booked });
    expect(found.filter((slot) => slot >= '2025-11-18T05:00' && slot < '2025-11-19T05:00')).toEqual([]);
    expect(found).toContain('2025-11-19T05:00');
  });

  it('does not count other things in the calendar', () => {
    const limited = { ...morning, daily_limit: 1 };
    expect(times(starts(limited, { ...monday, blocked: [session('2025-11-17T10:00')] }))).toEqual(['09:00', '11:00']);
  });
});
