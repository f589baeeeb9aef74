import { describe, expect, it } from 'vitest';
import { firstWeekdayIn, firstWeekdayOf } from '../../../src/domain/month/first-weekday.ts';

describe('the first day of the week', () => {
  it.each([
    ['en-US', 7],
    ['en-GB', 1],
    ['de', 1],
    ['pt-BR', 7],
    ['ar-EG', 6],
    ['he-IL', 7],
    ['ja', 7],
  ])('is for %s weekday %i', (locale, weekday) => {
    expect(firstWeekdayOf(locale)).toBe(weekday);
  });

  it('is known without help from the engine, by region', () => {
    const regions = ['US', 'GB', 'DE', 'BR', 'EG', 'IL', 'JP', 'MV'];
    expect(regions.map(firstWeekdayIn)).toEqual([7, 1, 1, 7, 6, 7, 7, 5]);
  });

  it('is Monday for a locale that is none', () => {
    expect(firstWeekdayOf('not a locale')).toBe(1);
  });
});
