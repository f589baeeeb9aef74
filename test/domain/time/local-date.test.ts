import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addMonthsToDate,
  dayNumber,
  daysBetween,
  daysInMonth,
  monthOf,
  startOfMonth,
  weekdayOf,
} from '../../../src/domain/time/local-date.ts';

describe('days on the calendar', () => {
  it('refuses days that are not on it', () => {
    for (const never of ['2024-02-31', '2023-02-29', '2025-13-01', '2025-00-10', '2025-1-1', '']) {
      expect(() => dayNumber(never)).toThrow(RangeError);
    }
    expect(dayNumber('2024-02-29')).toBe(19782);
  });

  it('steps over months, leap days and years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2025-02-28', 1)).toBe('2025-03-01');
    expect(addDays('2025-01-01', -1)).toBe('2024-12-31');
    expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366);
    expect(daysBetween('2025-11-15', '2025-11-08')).toBe(-7);
  });

  it('counts weekdays from Monday 1 to Sunday 7, before 1970 as well', () => {
    expect(weekdayOf('2025-11-17')).toBe(1);
    expect(weekdayOf('2025-11-23')).toBe(7);
    expect(weekdayOf('1969-12-31')).toBe(3);
  });

  it('steps by months in either direction', () => {
    expect(addMonths('2025-11', 2)).toBe('2026-01');
    expect(addMonths('2025-01', -1)).toBe('2024-12');
    expect(addMonths('2025-01', -25)).toBe('2022-12');
    expect(startOfMonth('2025-11')).toBe('2025-11-01');
    expect(monthOf('2025-11-15')).toBe('2025-11');
    expect(() => addMonths('2025-13', 1)).toThrow(RangeError);
  });

  it('moves the day back where the month is shorter', () => {
    expect(addMonthsToDate('2025-01-31', 1)).toBe('2025-02-28');
    expect(addMonthsToDate('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonthsToDate('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonthsToDate('2025-03-31', -1)).toBe('2025-02-28');
    expect(daysInMonth('2025-12')).toBe(31);
  });

  it('stops at the years it can write', () => {
    expect(addDays('9999-12-30', 1)).toBe('9999-12-31');
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
  });
});
