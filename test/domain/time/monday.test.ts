import { expect, test } from 'vitest';
import { dateOfDay, dayNumber } from '../../../src/domain/time/local-date.ts';
import { mondayOf } from '../../../src/domain/time/monday.ts';

test('a week begins on its Monday, a Sunday is its last day', () => {
  expect(dateOfDay(mondayOf(dayNumber('2025-11-23')))).toBe('2025-11-17');
  expect(dateOfDay(mondayOf(dayNumber('2025-11-17')))).toBe('2025-11-17');
});
