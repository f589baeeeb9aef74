import { describe, expect, it } from 'vitest';
import { everyWeek } from '../../../src/domain/availability/schedule.ts';
import { findSlots, isBookable, nextSlots, offersDuration } from '../../../src/domain/availability/slots.ts';
import { coach, session, starts, utc } from './coach.ts';

const DAILY = [1, 2, 3, 4, 5, 6, 7];
const MINUTE = 60_000;
/** Open in UTC, so that what is read is what is meant. */
const morning = coach({ time_zone: 'UTC', weekly_hours: everyWeek(DAILY, '09:00', '12:00') });
const monday = { from: '2025-11-17', to: '2025-11-18' };
const times = (slots: string[]) => slots.map((slot) => slot.slice(11));

describe('the grid of starts', () => {
  it('offers every start whose session ends within the opening', () => {
    expect(times(starts(morning, monday))).toEqual(['09:00', '10:00', '11:00']);
    expect(times(starts(morning, { ...monday, durationMinutes: 90 }))).toEqual(['09:00', '10:00']);
    expect(starts(morning, { ...monday, durationMinutes: 240 })).toEqual([]);
  });

  it('steps by the session when no step is set', () => {
    expect(times(starts({ ...morning, slot_step_minutes: null }, { ...monday, durationMinutes: 45 }))).toEqual([
      '09:00',
      '09:45',
      '10:30',
      '11:15',
    ]);
  });

  it('counts from the start of the opening, or goes by the clock', () => {
    const odd = coach({ time_zone: 'UTC', weekly_hours: everyWeek([1], '09:20', '12:00'), slot_step_minutes: 30 });
    expect(times(starts(odd, monday))).toEqual(['09:20', '09:50', '10:20', '10:50']);
    expect(times(starts({ ...odd, slot_alignment: 'clock' }, monday))).toEqual(['09:30', '10:00', '10:30', '11:00']);
  });

  it('goes by the clock of the coach in a zone a quarter of an hour off', () => {
    const kathmandu = coach({
      time_zone: 'Asia/Kathmandu',
      weekly_hours: everyWeek([1], '09:20', '12:00'),
      slot_alignment: 'clock',
    });
    // 10:00 and 11:00 in Kathmandu.
    expect(times(starts(kathmandu, monday))).toEqual(['04:15', '05:15']);
  });

  it('joins touching hours before it counts, across midnight too', () => {
    const night = coach({
      time_zone: 'UTC',
      weekly_hours: [...everyWeek([1], '22:30', '24:00'), ...everyWeek([2], '00:00', '01:30')],
    });
    expect(starts(night, { from: '2025-11-17', to: '2025-11-19' })).toEqual([
      '2025-11-17T22:30',
      '2025-11-17T23:30',
      '2025-11-18T00:30',
    ]);
  });

  it('counts elapsed minutes over a skipped hour', () => {
    const berlin = coach({ weekly_hours: everyWeek([7], '01:30', '05:00') });
    expect(times(starts(berlin, { from: '2025-03-30', to: '2025-03-31' }))).toEqual(['00:30', '01:30']);
  });

  it('offers both passes of a repeated hour, by either alignment', () => {
    const berlin = coach({ weekly_hours: everyWeek([7], '02:00', '03:00') });
    const night = { from: '2025-10-25T12:00Z', to: '2025-10-26T12:00Z' };
    for (const slot_alignment of ['interval', 'clock'] as const) {
      expect(times(starts({ ...berlin, slot_alignment }, night))).toEqual(['00:00', '01:00']);
    }
  });

  it('offers nothing twice and nothing false in a skipped hour', () => {
    const berlin = coach({
      weekly_hours: everyWeek([7], '02:00', '04:00'),
      slot_alignment: 'clock',
      slot_step_minutes: 30,
    });
    const night = { from: '2025-03-30', to: '2025-03-31', durationMinutes: 30 };
    expect(times(starts(berlin, night))).toEqual(['01:00', '01:30']);
  });

  it('begins anew at each midnight by the clock, also with a step that does not divide the day', () => {
    const always = { time_zone: 'UTC', weekly_hours: everyWeek(DAILY, '00:00', '24:00'), slot_step_minutes: 420 };
    const found = starts(coach({ ...always, slot_alignment: 'clock' }), { from: '2025-11-17', to: '2025-11-19' });
    expect(times(found)).toEqual(['00:00', '07:00', '14:00', '21:00', '00:00', '07:00', '14:00', '21:00']);
  });

  it('goes by the clock once an opening has run for a week', () => {
    const always = coach({
      time_zone: 'UTC',
      weekly_hours: everyWeek(DAILY, '00:00', '24:00'),
      slot_step_minutes: 420,
    });
    expect(times(starts(always, monday))).toEqual(['00:00', '07:00', '14:00', '21:00']);
    const since = always.weekly_hours.map((hours) => ({ ...hours, valid_from: '2025-11-12' }));
    // Five days of 24 hours are 17 steps and 60 minutes: the next start is 6 hours on.
    expect(times(starts({ ...always, weekly_hours: since }, monday))).toEqual(['06:00', '13:00', '20:00']);
  });
});

describe('durations', () => {
  it('offers the lengths listed and no other', () => {
    const listed = { ...morning, durations: [{ minutes: 30 }, { minutes: 60 }] };
    expect(starts(listed, { ...monday, durationMinutes: 60 })).not.toEqual([]);
    expect(starts(listed, { ...monday, durationMinutes: 45 })).toEqual([]);
  });

  it('offers any of 15 to 480 minutes when none is listed', () => {
    expect([14, 15, 37, 480, 481, 30.5].map((minutes) => offersDuration(morning, minutes))).toEqual([
      false,
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('the visitor', () => {
  it('sees the closed day of the coach closed, whatever day it is where they are', () => {
    const auckland = coach({
      time_zone: 'Pacific/Auckland',
      weekly_hours: everyWeek(DAILY, '08:00', '20:00'),
      date_overrides: [{ from: '2025-11-18', until: '2025-11-18', kind: 'closed' }],
    });
    const found = starts(auckland, { from: '2025-11-17', to: '2025-11-20' });
    // The 18th in Auckland (UTC+13) is 17 November 11:00 to 18 November 11:00 in UTC.
    expect(found.filter((slot) => slot >= '2025-11-17T11:00' && slot < '2025-11-18T11:00')).toEqual([]);
    expect(found).toContain('2025-11-17T06:00');
    expect(found).toContain('2025-11-18T19:00');
  });

  it('may ask for a day of theirs that takes parts of two of the coach', () => {
    const range = { from: '2025-11-17T10:30Z', to: '2025-11-18T10:30Z' };
    expect(starts(morning, range)).toEqual(['2025-11-17T11:00', '2025-11-18T09:00', '2025-11-18T10:00']);
  });

  it('gets starts from the first moment of the range and none at its end', () => {
    expect(times(starts(morning, { from: '2025-11-17T09:00Z', to: '2025-11-17T10:00Z' }))).toEqual(['09:00']);
  });

  it('gets a session that starts in the range though it ends after it', () => {
    expect(
      times(starts(morning, { from: '2025-11-17T09:00Z', to: '2025-11-17T09:01Z', durationMinutes: 180 })),
    ).toEqual(['09:00']);
  });
});

describe('asking for one start', () => {
  const query = { schedule: morning, booked: [session('2025-11-17T10:00')], now: 0, durationMinutes: 60 };

  it('accepts what is offered and refuses what is taken, off the grid or outside the hours', () => {
    const answers = ['09:00', '10:00', '09:30', '11:00', '12:00'].map((time) =>
      isBookable(query, utc(`2025-11-17T${time}`)),
    );
    expect(answers).toEqual([true, false, false, true, false]);
    expect(isBookable(query, utc('2025-11-17T09:00') + 1)).toBe(false);
  });
});

describe('the next slots', () => {
  const query = { schedule: morning, booked: [], now: utc('2025-11-17T10:30'), durationMinutes: 60 };
  const written = (slots: readonly { start: number }[]) =>
    slots.map(({ start }) => new Date(start).toISOString().slice(0, 16));

  it('are as many as asked for, from now on or from a later moment', () => {
    expect(written(nextSlots(query, 2))).toEqual(['2025-11-17T11:00', '2025-11-18T09:00']);
    expect(written(nextSlots(query, 1, utc('2026-02-01T00:00')))).toEqual(['2026-02-01T09:00']);
  });

  it('are found beyond empty months', () => {
    const hours = morning.weekly_hours.map((entry) => ({ ...entry, valid_from: '2027-06-01' }));
    expect(written(nextSlots({ ...query, schedule: { ...morning, weekly_hours: hours } }, 1))).toEqual([
      '2027-06-01T09:00',
    ]);
  });

  it('are none when nothing opens within two years', () => {
    const hours = morning.weekly_hours.map((entry) => ({ ...entry, valid_from: '2028-06-01' }));
    expect(nextSlots({ ...query, schedule: { ...morning, weekly_hours: hours } }, 1)).toEqual([]);
    expect(nextSlots({ ...query, schedule: coach({}) }, 3)).toEqual([]);
  });
});

describe('a slot', () => {
  it('lasts as long as asked for', () => {
    const range = { start: utc('2025-11-17T00:00'), end: utc('2025-11-18T00:00') };
    const [first] = findSlots({ schedule: morning, booked: [], range, now: 0, durationMinutes: 50 });
    expect(first).toEqual({ start: utc('2025-11-17T09:00'), end: utc('2025-11-17T09:00') + 50 * MINUTE });
  });
});
