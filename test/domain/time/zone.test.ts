import { describe, expect, it } from 'vitest';
import { offsetSpans } from '../../../src/domain/time/offsets.ts';
import {
  instantsOf,
  localDateAt,
  minutesOfDayAt,
  offsetAt,
  resolveWallTime,
  startOfDay,
} from '../../../src/domain/time/zone.ts';

const HOUR = 3_600_000;
const utc = (text: string) => Date.parse(`${text}Z`);

describe('the clocks of a zone', () => {
  it('reads the day and the minute on the clock, not on the machine', () => {
    const instant = utc('2025-11-15T18:20:59');
    expect(localDateAt('Asia/Kathmandu', instant)).toBe('2025-11-16');
    expect(minutesOfDayAt('Asia/Kathmandu', instant)).toBe(5);
    expect(localDateAt('America/New_York', instant)).toBe('2025-11-15');
    expect(minutesOfDayAt('America/New_York', instant)).toBe(13 * 60 + 20);
  });

  it('turns at the very millisecond at which the zone turns', () => {
    const turn = utc('2025-10-26T01:00:00');
    expect(offsetAt('Europe/Berlin', turn - 1)).toBe(2 * HOUR);
    expect(offsetAt('Europe/Berlin', turn)).toBe(HOUR);
  });

  it('knows half-hour daylight saving', () => {
    expect(offsetAt('Australia/Lord_Howe', utc('2025-07-01T00:00:00'))).toBe(10.5 * HOUR);
    expect(offsetAt('Australia/Lord_Howe', utc('2025-12-01T00:00:00'))).toBe(11 * HOUR);
  });

  it('finds no instant for a skipped reading and two for a repeated one', () => {
    expect(instantsOf('Europe/Berlin', '2025-03-30', 150)).toEqual([]);
    expect(instantsOf('Europe/Berlin', '2025-10-26', 150)).toEqual([
      utc('2025-10-26T00:30:00'),
      utc('2025-10-26T01:30:00'),
    ]);
    expect(instantsOf('Europe/Berlin', '2025-11-15', 150)).toEqual([utc('2025-11-15T01:30:00')]);
  });

  it('reads 1440 minutes and more on the days after', () => {
    expect(instantsOf('Europe/Berlin', '2025-11-15', 1500)).toEqual([utc('2025-11-16T00:00:00')]);
  });

  it('resolves a skipped reading to the moment the clock resumes and a repeated one to the pass asked for', () => {
    const resumes = utc('2025-03-30T01:00:00');
    expect(resolveWallTime('Europe/Berlin', '2025-03-30', 121, { repeated: 'earlier' })).toBe(resumes);
    expect(resolveWallTime('Europe/Berlin', '2025-03-30', 179, { repeated: 'later' })).toBe(resumes);
    expect(resolveWallTime('Europe/Berlin', '2025-10-26', 150, { repeated: 'earlier' })).toBe(
      utc('2025-10-26T00:30:00'),
    );
    expect(resolveWallTime('Europe/Berlin', '2025-10-26', 150, { repeated: 'later' })).toBe(utc('2025-10-26T01:30:00'));
  });

  it('starts a day without a midnight at its first moment', () => {
    // Beirut, 2025-03-30: 00:00 became 01:00.
    expect(startOfDay('Asia/Beirut', '2025-03-30')).toBe(utc('2025-03-29T22:00:00'));
    expect(startOfDay('Asia/Beirut', '2025-03-31')).toBe(utc('2025-03-30T21:00:00'));
  });

  it('starts a day that has two midnights at the first of them', () => {
    // Havana, 2025-11-02: 01:00 became 00:00.
    expect(startOfDay('America/Havana', '2025-11-02')).toBe(utc('2025-11-02T04:00:00'));
    expect(instantsOf('America/Havana', '2025-11-02', 0)).toHaveLength(2);
  });

  it('starts a day the zone left out where the next one starts', () => {
    const dateLine = utc('2011-12-30T10:00:00');
    expect(instantsOf('Pacific/Apia', '2011-12-30', 720)).toEqual([]);
    expect(startOfDay('Pacific/Apia', '2011-12-30')).toBe(dateLine);
    expect(startOfDay('Pacific/Apia', '2011-12-31')).toBe(dateLine);
  });

  it('gives the stretches of one offset without gaps', () => {
    const [start, end] = [utc('2025-01-01T00:00:00'), utc('2026-01-01T00:00:00')];
    expect(offsetSpans('Europe/Berlin', start, end)).toEqual([
      { start, end: utc('2025-03-30T01:00:00'), offset: HOUR },
      { start: utc('2025-03-30T01:00:00'), end: utc('2025-10-26T01:00:00'), offset: 2 * HOUR },
      { start: utc('2025-10-26T01:00:00'), end, offset: HOUR },
    ]);
  });

  it('gives the same stretches when they begin or end on a transition', () => {
    const [spring, autumn] = [utc('2025-03-30T01:00:00'), utc('2025-10-26T01:00:00')];
    expect(offsetSpans('Europe/Berlin', spring, autumn)).toEqual([{ start: spring, end: autumn, offset: 2 * HOUR }]);
    expect(offsetSpans('Europe/Berlin', spring, spring)).toEqual([]);
  });

  it('sees both of two transitions that lie days apart', () => {
    // Recife tried daylight saving for one week: 8 to 15 October 2000.
    const spans = offsetSpans('America/Recife', utc('2000-10-01T00:00:00'), utc('2000-11-01T00:00:00'));
    expect(spans.map(({ offset }) => offset / HOUR)).toEqual([-3, -2, -3]);
    // Tucumán kept another zone for twelve days, from 1 to 13 June 2004.
    const days = offsetSpans('America/Argentina/Tucuman', utc('2004-05-20T00:00:00'), utc('2004-06-30T00:00:00'));
    expect(days.map(({ offset }) => offset / HOUR)).toEqual([-3, -4, -3]);
  });

  it('names the zone it does not know', () => {
    expect(() => offsetAt('Mars/Olympus', 0)).toThrow(RangeError);
    expect(() => offsetAt('Mars/Olympus', 0)).toThrow('"Mars/Olympus"');
  });
});
