import { describe, expect, it } from 'vitest';
import { moveFocus } from '../../../src/domain/month/move-focus.ts';

const monday = { firstWeekday: 1 };

describe('keys in the month grid', () => {
  it.each([
    ['ArrowRight', '2025-11-16'],
    ['ArrowLeft', '2025-11-14'],
    ['ArrowDown', '2025-11-22'],
    ['ArrowUp', '2025-11-08'],
    ['Home', '2025-11-10'],
    ['End', '2025-11-16'],
    ['PageDown', '2025-12-15'],
    ['PageUp', '2025-10-15'],
    ['Shift+PageDown', '2026-11-15'],
    ['Shift+PageUp', '2024-11-15'],
  ])('leads with %s from Saturday 15 November to %s', (key, expected) => {
    expect(moveFocus('2025-11-15', key, monday)).toBe(expected);
  });

  it('turns the arrows around where one reads from right to left, and only those', () => {
    const rtl = { firstWeekday: 6, rtl: true };
    expect(moveFocus('2025-11-15', 'ArrowRight', rtl)).toBe('2025-11-14');
    expect(moveFocus('2025-11-15', 'ArrowLeft', rtl)).toBe('2025-11-16');
    expect(moveFocus('2025-11-15', 'ArrowDown', rtl)).toBe('2025-11-22');
    expect(moveFocus('2025-11-15', 'Home', rtl)).toBe('2025-11-15');
  });

  it('takes the ends of the week from the first weekday', () => {
    expect(moveFocus('2025-11-16', 'Home', { firstWeekday: 7 })).toBe('2025-11-16');
    expect(moveFocus('2025-11-16', 'End', { firstWeekday: 7 })).toBe('2025-11-22');
    expect(moveFocus('2025-11-16', 'Home', monday)).toBe('2025-11-10');
  });

  it('stays in the month a page leads to when it is shorter', () => {
    expect(moveFocus('2025-01-31', 'PageDown', monday)).toBe('2025-02-28');
    expect(moveFocus('2024-02-29', 'PageDown', { ...monday, shift: true })).toBe('2025-02-28');
  });

  it('leaves other keys alone', () => {
    for (const key of ['Enter', ' ', 'Tab', 'a', 'Escape'])
      expect(moveFocus('2025-11-15', key, monday)).toBeUndefined();
  });
});
