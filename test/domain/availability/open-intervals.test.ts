import { describe, expect, it } from 'vitest';
import type { Schedule } from '../../../src/contract/schedule.ts';
import { openIntervals } from '../../../src/domain/availability/open-intervals.ts';
import { everyWeek } from '../../../src/domain/availability/schedule.ts';
import { coach } from './coach.ts';

const DAILY = [1, 2, 3, 4, 5, 6, 7];

/** Openings as `from/until` in UTC, for whole UTC days. */
function open(schedule: Schedule, from: string, to: string): string[] {
  const written = (ms: number) => new Date(ms).toISOString().slice(0, 16);
  return openIntervals(schedule, { start: Date.parse(from), end: Date.parse(to) }).map(
    ({ start, end }) => `${written(start)}/${written(end)}`,
  );
}

describe('weekly hours', () => {
  it('are read on the clock of the coach, in summer and in winter', () => {
    const schedule = coach({ weekly_hours: everyWeek([1], '09:00', '12:00') });
    expect(open(schedule, '2025-07-07', '2025-07-08')).toEqual(['2025-07-07T07:00/2025-07-07T10:00']);
    expect(open(schedule, '2025-12-01', '2025-12-02')).toEqual(['2025-12-01T08:00/2025-12-01T11:00']);
  });

  it('join where they overlap or touch, across midnight too', () => {
    const hours = [
      ...everyWeek([1], '09:00', '12:00'),
      ...everyWeek([1], '11:00', '24:00'),
      ...everyWeek([2], '00:00', '02:00'),
    ];
    expect(open(coach({ weekly_hours: hours }), '2025-11-17', '2025-11-19')).toEqual([
      '2025-11-17T08:00/2025-11-18T01:00',
    ]);
  });

  it('run past midnight when that is said', () => {
    const schedule = coach({ weekly_hours: everyWeek([5], '22:00', '02:00') });
    expect(open(schedule, '2025-11-21', '2025-11-23')).toEqual(['2025-11-21T21:00/2025-11-22T01:00']);
  });

  it('hold from valid_from to valid_until, both days included', () => {
    const hours = everyWeek(DAILY, '09:00', '10:00');
    const schedule = coach({
      weekly_hours: hours.map((entry) => ({ ...entry, valid_from: '2025-11-18', valid_until: '2025-11-19' })),
    });
    expect(open(schedule, '2025-11-16', '2025-11-23')).toEqual([
      '2025-11-18T08:00/2025-11-18T09:00',
      '2025-11-19T08:00/2025-11-19T09:00',
    ]);
  });

  it('come every n weeks, counted in ISO weeks from that of the anchor, forwards and backwards', () => {
    // The anchor is a Sunday: its week is the one that began on Monday 10 November.
    const hours = everyWeek([5], '09:00', '10:00').map((entry) => ({ ...entry, every_weeks: 2, anchor: '2025-11-16' }));
    const days = open(coach({ weekly_hours: hours }), '2025-10-25', '2025-12-15').map((opening) =>
      opening.slice(0, 10),
    );
    expect(days).toEqual(['2025-10-31', '2025-11-14', '2025-11-28', '2025-12-12']);
  });

  it('count weeks from valid_from when there is no anchor', () => {
    const hours = everyWeek([5], '09:00', '10:00').map((entry) => ({
      ...entry,
      every_weeks: 3,
      valid_from: '2025-11-04',
    }));
    const days = open(coach({ weekly_hours: hours }), '2025-10-01', '2025-12-15').map((opening) =>
      opening.slice(0, 10),
    );
    expect(days).toEqual(['2025-11-07', '2025-11-28']);
  });
});

describe('hours where the clocks change', () => {
  it('open nothing in a skipped hour and hide nothing around it', () => {
    const schedule = coach({ weekly_hours: everyWeek(DAILY, '01:00', '04:00') });
    expect(open(schedule, '2025-03-30', '2025-03-31')).toEqual([
      '2025-03-30T00:00/2025-03-30T02:00',
      '2025-03-30T23:00/2025-03-31T00:00',
    ]);
  });

  it('that start in a gap open when the clock resumes', () => {
    const schedule = coach({ weekly_hours: everyWeek([7], '02:30', '05:00') });
    expect(open(schedule, '2025-03-30', '2025-03-31')).toEqual(['2025-03-30T01:00/2025-03-30T03:00']);
  });

  it('that end in a gap end where it begins', () => {
    const schedule = coach({ weekly_hours: everyWeek([7], '01:00', '02:30') });
    expect(open(schedule, '2025-03-30', '2025-03-31')).toEqual(['2025-03-30T00:00/2025-03-30T01:00']);
  });

  it('that lie within a gap do not open', () => {
    const schedule = coach({ weekly_hours: everyWeek([7], '02:10', '02:50') });
    expect(open(schedule, '2025-03-30', '2025-03-31')).toEqual([]);
  });

  it('open for both passes of a repeated hour', () => {
    const schedule = coach({ weekly_hours: everyWeek([7], '01:00', '04:00') });
    expect(open(schedule, '2025-10-25', '2025-10-27')).toEqual(['2025-10-25T23:00/2025-10-26T03:00']);
  });

  it('that end within a repeated hour are open in each pass and shut between', () => {
    const schedule = coach({ weekly_hours: everyWeek([7], '01:00', '02:30') });
    expect(open(schedule, '2025-10-25', '2025-10-27')).toEqual([
      '2025-10-25T23:00/2025-10-26T00:30',
      '2025-10-26T01:00/2025-10-26T01:30',
    ]);
  });

  it('follow a half-hour change on Lord Howe', () => {
    const schedule = coach({ time_zone: 'Australia/Lord_Howe', weekly_hours: everyWeek([7], '01:00', '03:00') });
    // 6 April 2025: 02:00 (+11) becomes 01:30 (+10:30); 5 October 2025: 02:00 (+10:30) becomes 02:30 (+11).
    expect(open(schedule, '2025-04-05', '2025-04-07')).toEqual(['2025-04-05T14:00/2025-04-05T16:30']);
    expect(open(schedule, '2025-10-04', '2025-10-06')).toEqual(['2025-10-04T14:30/2025-10-04T16:00']);
  });

  it('follow a change at midnight', () => {
    // Beirut, 30 March 2025: 00:00 becomes 01:00.
    const schedule = coach({ time_zone: 'Asia/Beirut', weekly_hours: everyWeek([6], '23:00', '02:00') });
    expect(open(schedule, '2025-03-29', '2025-03-31')).toEqual(['2025-03-29T21:00/2025-03-29T23:00']);
  });
});

describe('exceptions by date', () => {
  const week = everyWeek(DAILY, '09:00', '12:00');

  it('close a day, and a range with both its ends', () => {
    const schedule = coach({
      weekly_hours: week,
      date_overrides: [{ from: '2025-11-18', until: '2025-11-20', kind: 'closed' }],
    });
    const days = open(schedule, '2025-11-17', '2025-11-22').map((opening) => opening.slice(0, 10));
    expect(days).toEqual(['2025-11-17', '2025-11-21']);
  });

  it('put other hours in the place of the week', () => {
    const schedule = coach({
      weekly_hours: week,
      date_overrides: [
        { from: '2025-11-18', until: '2025-11-18', kind: 'hours', hours: [{ start: '15:00', end: '16:00' }] },
      ],
    });
    expect(open(schedule, '2025-11-18', '2025-11-19')).toEqual(['2025-11-18T14:00/2025-11-18T15:00']);
  });

  it('add extra hours to the week, or to other hours', () => {
    const extra = {
      from: '2025-11-18',
      until: '2025-11-18',
      kind: 'extra' as const,
      hours: [{ start: '12:00', end: '13:00' }],
    };
    const other = { ...extra, kind: 'hours' as const, hours: [{ start: '07:00', end: '08:00' }] };
    const day = ['2025-11-18', '2025-11-19'] as const;
    expect(open(coach({ weekly_hours: week, date_overrides: [extra] }), ...day)).toEqual([
      '2025-11-18T08:00/2025-11-18T12:00',
    ]);
    expect(open(coach({ weekly_hours: week, date_overrides: [extra, other] }), ...day)).toEqual([
      '2025-11-18T06:00/2025-11-18T07:00',
      '2025-11-18T11:00/2025-11-18T12:00',
    ]);
  });

  it('let closed beat whatever else is said for the day', () => {
    const hours = [{ start: '12:00', end: '13:00' }];
    const day = { from: '2025-11-18', until: '2025-11-18' };
    const schedule = coach({
      weekly_hours: week,
      date_overrides: [
        { ...day, kind: 'extra', hours },
        { ...day, kind: 'closed' },
        { ...day, kind: 'hours', hours },
      ],
    });
    expect(open(schedule, '2025-11-18', '2025-11-19')).toEqual([]);
  });

  it('cancel what starts on a closed day and leave the tail of the night before', () => {
    const schedule = coach({
      weekly_hours: everyWeek(DAILY, '22:00', '02:00'),
      date_overrides: [{ from: '2025-11-18', until: '2025-11-18', kind: 'closed' }],
    });
    expect(open(schedule, '2025-11-17T12:00Z', '2025-11-20T12:00Z')).toEqual([
      '2025-11-17T21:00/2025-11-18T01:00',
      '2025-11-19T21:00/2025-11-20T01:00',
    ]);
  });
});

describe('a coach who travels', () => {
  it('keeps the same hours on the clocks there, from the first day to the last', () => {
    const schedule = coach({
      weekly_hours: everyWeek(DAILY, '09:00', '10:00'),
      zone_overrides: [{ from: '2025-11-18', until: '2025-11-19', time_zone: 'Asia/Tokyo' }],
    });
    expect(open(schedule, '2025-11-17', '2025-11-21')).toEqual([
      '2025-11-17T08:00/2025-11-17T09:00',
      '2025-11-18T00:00/2025-11-18T01:00',
      '2025-11-19T00:00/2025-11-19T01:00',
      '2025-11-20T08:00/2025-11-20T09:00',
    ]);
  });

  it('takes the night with them on the clock of the day it starts on', () => {
    const schedule = coach({
      weekly_hours: everyWeek([3], '22:00', '02:00'),
      zone_overrides: [{ from: '2025-11-19', until: '2025-11-19', time_zone: 'America/New_York' }],
    });
    expect(open(schedule, '2025-11-19', '2025-11-21')).toEqual(['2025-11-20T03:00/2025-11-20T07:00']);
  });

  it('goes by the first of two overrides for one day', () => {
    const days = { from: '2025-11-18', until: '2025-11-18' };
    const schedule = coach({
      weekly_hours: everyWeek([2], '09:00', '10:00'),
      zone_overrides: [
        { ...days, time_zone: 'Asia/Tokyo' },
        { ...days, time_zone: 'America/New_York' },
      ],
    });
    expect(open(schedule, '2025-11-18', '2025-11-19')).toEqual(['2025-11-18T00:00/2025-11-18T01:00']);
  });
});

describe('the range', () => {
  it('cuts openings at its ends and may be empty', () => {
    const schedule = coach({ weekly_hours: everyWeek([1], '09:00', '12:00') });
    expect(open(schedule, '2025-11-17T09:00Z', '2025-11-17T10:00Z')).toEqual(['2025-11-17T09:00/2025-11-17T10:00']);
    expect(open(schedule, '2025-11-17T10:00Z', '2025-11-17T09:00Z')).toEqual([]);
  });
});
