import { describe, expect, it } from 'vitest';
import { everyWeek } from '../../../src/domain/availability/schedule.ts';
import { coach, starts } from './coach.ts';

const DAILY = [1, 2, 3, 4, 5, 6, 7];
/** Open in UTC, so that what is read is what is meant. */
const morning = coach({ time_zone: 'UTC', weekly_hours: everyWeek(DAILY, '09:00', '12:00') });
const monday = { from: '2025-11-17', to: '2025-11-18' };
const times = (slots: string[]) => slots.map((slot) => slot.slice(11));

describe('notice and window', () => {
  it('never offers now or the past', () => {
    expect(times(starts(morning, { ...monday, now: '2025-11-17T10:00' }))).toEqual(['11:00']);
  });

  it('keeps the notice, and offers the start that is exactly that far off', () => {
    const noticed = { ...morning, minimum_notice_minutes: 120 };
    expect(times(starts(noticed, { ...monday, now: '2025-11-17T08:00' }))).toEqual(['10:00', '11:00']);
    expect(times(starts(noticed, { ...monday, now: '2025-11-17T08:01' }))).toEqual(['11:00']);
  });

  it('opens a rolling window for today and n days on, by the days of the coach', () => {
    const berlin = coach({
      weekly_hours: everyWeek(DAILY, '23:00', '24:00'),
      booking_window: { kind: 'rolling', days: 1 },
    });
    const week = { from: '2025-11-16', to: '2025-11-23' };
    // 22:59 in Berlin is still Monday; a minute and an hour later it is Tuesday there, and Monday in UTC.
    expect(starts(berlin, { ...week, now: '2025-11-17T21:59' })).toEqual(['2025-11-17T22:00', '2025-11-18T22:00']);
    expect(starts(berlin, { ...week, now: '2025-11-17T23:00' })).toEqual(['2025-11-18T22:00', '2025-11-19T22:00']);
  });

  it('opens a window until a day, that day included', () => {
    const window = { ...morning, booking_window: { kind: 'until' as const, date: '2025-11-18' } };
    const days = starts(window, { from: '2025-11-17', to: '2025-11-25', durationMinutes: 180 });
    expect(days).toEqual(['2025-11-17T09:00', '2025-11-18T09:00']);
  });
});
