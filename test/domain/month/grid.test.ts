import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMostlyOver, monthGrid, weeksFrom } from '../../../src/domain/month/grid.ts';
import { addDays, daysInMonth, monthOf, weekdayOf } from '../../../src/domain/time/local-date.ts';

describe('the month grid', () => {
  it('begins with the week of the 1st, on the weekday asked for', () => {
    expect(monthGrid('2025-11', 1)[0]?.[0]).toBe('2025-10-27');
    expect(monthGrid('2025-11', 7)[0]?.[0]).toBe('2025-10-26');
    expect(monthGrid('2025-11', 6)[0]?.[0]).toBe('2025-11-01');
  });

  it('reserves six weeks even for a February of four', () => {
    const grid = monthGrid('2021-02', 1);
    expect(grid).toHaveLength(6);
    expect(grid[0]?.[0]).toBe('2021-02-01');
    expect(grid[5]?.[6]).toBe('2021-03-14');
  });

  it('holds every day of any month once, in order, under the right weekday', () => {
    const months = fc.tuple(fc.integer({ min: 1970, max: 2100 }), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(months, fc.integer({ min: 1, max: 7 }), ([year, ordinal], firstWeekday) => {
        const month = `${year}-${String(ordinal).padStart(2, '0')}`;
        const days = monthGrid(month, firstWeekday).flat();
        expect(days).toHaveLength(42);
        expect(days.filter((day) => monthOf(day) === month)).toHaveLength(daysInMonth(month));
        expect(weekdayOf(days[0] ?? '')).toBe(firstWeekday);
        expect(days.slice(1)).toEqual(days.slice(0, -1).map((day) => addDays(day, 1)));
        expect(days.slice(0, 7)).toContain(`${month}-01`);
      }),
    );
  });

  it('refuses a month that is not one', () => {
    expect(() => monthGrid('2025-13', 1)).toThrow(RangeError);
  });
});

describe('late in a month', () => {
  it('most of the grid is past from the fourth row on', () => {
    // November 2026 begins on a Sunday: its fourth row is that of the 16th where weeks begin on Monday, of the 22nd where on Sunday.
    const firstDay = (firstWeekday: number) =>
      Array.from({ length: 30 }, (_, index) => `2026-11-${String(index + 1).padStart(2, '0')}`).find((day) =>
        isMostlyOver(day, firstWeekday),
      );
    expect([firstDay(1), firstDay(7)]).toEqual(['2026-11-16', '2026-11-22']);
  });

  it('the weeks go on from that of a day', () => {
    const weeks = weeksFrom('2026-11-26', 1);
    expect(weeks).toHaveLength(6);
    expect([weeks[0]?.[0], weeks[5]?.[6]]).toEqual(['2026-11-23', '2027-01-03']);
  });
});
