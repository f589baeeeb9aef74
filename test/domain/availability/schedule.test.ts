import { describe, expect, it } from 'vitest';
import { schedule as scheduleShape } from '../../../src/contract/schedule.ts';
import { checkSchedule, emptySchedule, everyWeek } from '../../../src/domain/availability/schedule.ts';
import { faultEnglish, faultText, wireNames } from '../../../src/domain/availability/schedule-faults.ts';
import { coach } from './coach.ts';

const messages = (changes: Parameters<typeof coach>[0]) => checkSchedule(coach(changes)).map(({ message }) => message);

describe('a new schedule', () => {
  it('has the shape of the contract and nothing wrong with it', () => {
    const empty = emptySchedule('Europe/Berlin');
    expect(scheduleShape.parse(empty)).toEqual(empty);
    expect(checkSchedule(empty)).toEqual([]);
  });

  it('takes an end at or before the start for the next day', () => {
    expect(everyWeek([1, 2], '22:00', '02:00')[1]).toEqual({
      weekday: 2,
      start: '22:00',
      end: '02:00',
      ends_next_day: true,
    });
    expect(everyWeek([1], '09:00', '12:00')).toEqual([{ weekday: 1, start: '09:00', end: '12:00' }]);
  });
});

describe('what is wrong with a schedule', () => {
  it('can be said in another language, with the names that language has', () => {
    const weekly_hours = [{ weekday: 2, start: '14:00', end: '13:00' }];
    const zone_overrides = ['Asia/Tokyo', 'Asia/Seoul'].map((time_zone) => ({
      from: '2025-12-01',
      until: '2025-12-02',
      time_zone,
    }));
    const words = {
      ...faultEnglish,
      endsBeforeStart: (what: string) => `${what} endet vor dem Beginn`,
      tripsOverlap: (zone: string, days: string, other: string) => `${zone} am ${days} überschneidet sich mit ${other}`,
    };
    const names = { ...wireNames, week: () => 'Dienstag 14–13 Uhr', days: () => '1. und 2. Dezember' };
    const said = checkSchedule(coach({ weekly_hours, zone_overrides })).map(({ fault }) =>
      faultText(fault, words, names),
    );
    expect(said).toEqual([
      'Dienstag 14–13 Uhr endet vor dem Beginn',
      'Asia/Seoul am 1. und 2. Dezember überschneidet sich mit Asia/Tokyo',
    ]);
  });

  it('is said with its place and in words', () => {
    const weekly_hours = [...everyWeek([1], '09:00', '12:00'), { weekday: 2, start: '14:00', end: '13:00' }];
    const [problem, ...others] = checkSchedule(coach({ weekly_hours }));
    expect(others).toEqual([]);
    expect(problem).toEqual({
      field: 'weekly_hours.1',
      fault: { code: 'endsBeforeStart', subject: { kind: 'week', hours: weekly_hours[1] } },
      message: 'Tuesday 14:00–13:00 ends before it starts',
    });
  });

  it('may be hours that are empty, longer than a day or written on the wrong day', () => {
    const weekly_hours = [
      { weekday: 1, start: '09:00', end: '09:00' },
      { weekday: 1, start: '09:00', end: '10:00', ends_next_day: true },
      { weekday: 1, start: '24:00', end: '02:00', ends_next_day: true },
    ];
    expect(messages({ weekly_hours })).toEqual([
      'Monday 09:00–09:00 is empty: it ends when it starts',
      'Monday 09:00–10:00 the next day is longer than a day',
      'Monday 24:00–02:00 the next day starts at 24:00; write 00:00 on the next day',
    ]);
  });

  it('may be a recurrence that cannot be counted or never holds', () => {
    const [hours] = everyWeek([5], '09:00', '10:00');
    const odd = { weekday: 5, start: '09:00', end: '10:00', ...hours };
    expect(messages({ weekly_hours: [{ ...odd, every_weeks: 2 }] })[0]).toMatch(/every 2 weeks; say from which week/);
    expect(messages({ weekly_hours: [{ ...odd, every_weeks: 2, anchor: '2025-11-07' }] })).toEqual([]);
    expect(messages({ weekly_hours: [{ ...odd, valid_from: '2025-12-01', valid_until: '2025-11-01' }] })[0]).toMatch(
      /before it begins/,
    );
  });

  it('may be an exception that says too little, too much or runs backwards', () => {
    const day = { from: '2025-12-24', until: '2025-12-24' };
    const hours = [{ start: '09:00', end: '08:00' }];
    expect(
      checkSchedule(
        coach({
          date_overrides: [
            { ...day, kind: 'hours' },
            { ...day, kind: 'closed', hours: [{ start: '09:00', end: '10:00' }] },
            { from: '2025-12-26', until: '2025-12-24', kind: 'closed' },
            { ...day, kind: 'extra', hours },
          ],
        }),
      ).map(({ field, message }) => ({ field, message })),
    ).toEqual([
      { field: 'date_overrides.0', message: '2025-12-24 has no hours; add some, or close it' },
      { field: 'date_overrides.1', message: '2025-12-24 is closed and has hours' },
      { field: 'date_overrides.2', message: '2025-12-26 to 2025-12-24 ends before it starts' },
      { field: 'date_overrides.3.hours.0', message: '2025-12-24, 09:00–08:00 ends before it starts' },
    ]);
  });

  it('may be two zones for one day', () => {
    const zone_overrides = [
      { from: '2025-12-01', until: '2025-12-10', time_zone: 'Asia/Tokyo' },
      { from: '2025-12-10', until: '2025-12-12', time_zone: 'Asia/Seoul' },
      { from: '2026-01-02', until: '2026-01-01', time_zone: 'Asia/Seoul' },
    ];
    expect(checkSchedule(coach({ zone_overrides })).map(({ field }) => field)).toEqual([
      'zone_overrides.1',
      'zone_overrides.2',
    ]);
  });

  it('may be durations out of bounds or twice, and limits that contradict each other', () => {
    const durations = [{ minutes: 10 }, { minutes: 60 }, { minutes: 60 }];
    expect(checkSchedule(coach({ durations, daily_limit: 5, weekly_limit: 3 })).map(({ field }) => field)).toEqual([
      'durations.0',
      'durations.2',
      'weekly_limit',
    ]);
  });
});
