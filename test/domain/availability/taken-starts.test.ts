import { describe, expect, it } from 'vitest';
import { everyWeek } from '../../../src/domain/availability/schedule.ts';
import { coach, session, starts, utc } from './coach.ts';

const DAILY = [1, 2, 3, 4, 5, 6, 7];
/** Open in UTC, so that what is read is what is meant. */
const morning = coach({ time_zone: 'UTC', weekly_hours: everyWeek(DAILY, '09:00', '12:00') });
const monday = { from: '2025-11-17', to: '2025-11-18' };
const times = (slots: string[]) => slots.map((slot) => slot.slice(11));

describe('what is taken', () => {
  it('lets sessions touch when there are no buffers', () => {
    expect(times(starts(morning, { ...monday, booked: [session('2025-11-17T10:00')] }))).toEqual(['09:00', '11:00']);
  });

  it('keeps the buffer after the earlier session and the buffer before the later', () => {
    const quarter = { ...morning, slot_step_minutes: 15 };
    const booked = [session('2025-11-17T10:30', 30)];
    const asked = { ...monday, booked, durationMinutes: 30 };
    expect(times(starts({ ...quarter, buffer_before_minutes: 15 }, asked))).toEqual([
      '09:00',
      '09:15',
      '09:30',
      '09:45',
      '11:15',
      '11:30',
    ]);
    expect(times(starts({ ...quarter, buffer_after_minutes: 15 }, asked))).toEqual([
      '09:00',
      '09:15',
      '09:30',
      '09:45',
      '11:15',
      '11:30',
    ]);
    expect(times(starts({ ...quarter, buffer_before_minutes: 15, buffer_after_minutes: 15 }, asked))).toEqual([
      '09:00',
      '09:15',
      '09:30',
      '11:30',
    ]);
  });

  it('lets buffers reach beyond the hours', () => {
    const buffered = { ...morning, buffer_before_minutes: 60, buffer_after_minutes: 60 };
    expect(times(starts(buffered, monday))).toEqual(['09:00', '10:00', '11:00']);
  });

  it('keeps clear of other things in the calendar without any buffer', () => {
    const buffered = { ...morning, buffer_before_minutes: 60, buffer_after_minutes: 60 };
    expect(times(starts(buffered, { ...monday, blocked: [session('2025-11-17T10:00')] }))).toEqual(['09:00', '11:00']);
  });

  it('does not move the grid', () => {
    const booked = [session('2025-11-17T09:00', 20)];
    expect(times(starts(morning, { ...monday, booked }))).toEqual(['10:00', '11:00']);
  });

  it('sees a session that began long before the range', () => {
    const booked = [{ start: utc('2025-11-10T00:00'), end: utc('2025-11-17T10:30') }];
    expect(times(starts(morning, { ...monday, booked }))).toEqual(['11:00']);
  });

  it('does not care in which order sessions come, or whether they overlap', () => {
    const booked = [session('2025-11-17T11:00'), session('2025-11-17T09:00'), session('2025-11-17T09:30', 15)];
    expect(times(starts(morning, { ...monday, booked }))).toEqual(['10:00']);
  });
});
