import { describe, expect, it } from 'vitest';
import { hoursOf, parseTime, resizeSpan, shiftSpan, snap, timeOf } from '../../../src/core/schedule-editor/clock.ts';

describe('the clock of the editor', () => {
  it.each([
    ['9', '09:00'],
    ['9:30', '09:30'],
    ['09.30', '09:30'],
    ['0930', '09:30'],
    ['930', '09:30'],
    ['9h30', '09:30'],
    ['9 pm', '21:00'],
    ['12 am', '00:00'],
    ['12:30 p.m.', '12:30'],
    ['9:30 PM', '21:30'],
    ['24:00', '24:00'],
    ['24', '24:00'],
  ])('reads %s as %s', (typed, time) => {
    expect(parseTime(typed)).toBe(time);
  });

  it.each(['', 'noon', '25', '9:75', '24:30', '13 pm', '0 am', '9:3:0'])('does not guess at "%s"', (typed) => {
    expect(parseTime(typed)).toBeUndefined();
  });

  it('says past midnight, and calls midnight itself the end of the day', () => {
    expect(hoursOf({ start: 1320, end: 1560 })).toEqual({ start: '22:00', end: '02:00', ends_next_day: true });
    expect(hoursOf({ start: 1320, end: 1440 })).toEqual({ start: '22:00', end: '24:00', ends_next_day: false });
    expect(timeOf(65)).toBe('01:05');
  });

  it('keeps the length when hours move, and keeps them on their day', () => {
    expect(shiftSpan({ start: 540, end: 720 }, 30, 30)).toEqual({ start: 570, end: 750 });
    expect(shiftSpan({ start: 540, end: 720 }, -600, 30)).toEqual({ start: 0, end: 180 });
    expect(shiftSpan({ start: 540, end: 720 }, 5000, 30)).toEqual({ start: 1260, end: 1440 });
    expect(shiftSpan({ start: 1320, end: 1560 }, 300, 30)).toEqual({ start: 1410, end: 1650 });
  });

  it('resizes by either edge, never below a step and never past a day', () => {
    expect(resizeSpan({ start: 540, end: 720 }, 'end', -600, 30)).toEqual({ start: 540, end: 570 });
    expect(resizeSpan({ start: 1380, end: 1440 }, 'end', 30, 30)).toEqual({ start: 1380, end: 1470 });
    expect(resizeSpan({ start: 540, end: 720 }, 'end', 5000, 30)).toEqual({ start: 540, end: 1980 });
    expect(resizeSpan({ start: 540, end: 720 }, 'start', 600, 30)).toEqual({ start: 690, end: 720 });
    expect(resizeSpan({ start: 540, end: 720 }, 'start', -900, 30)).toEqual({ start: 0, end: 720 });
    expect(resizeSpan({ start: 600, end: 1800 }, 'start', -900, 30)).toEqual({ start: 360, end: 1800 });
  });

  it('snaps to the nearest step', () => {
    expect([snap(574, 30), snap(576, 30), snap(7, 15)]).toEqual([570, 570, 0]);
    expect(snap(585, 30)).toBe(600);
  });
});
