import { expect, test } from 'vitest';
import { createMockClock } from '../../src/mock/clock.ts';

test('a clock that is set ticks on from there', async () => {
  const clock = createMockClock('2025-11-05T10:30:00Z');
  const start = Date.parse('2025-11-05T10:30:00Z');
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(clock.now() - start).toBeGreaterThanOrEqual(25);
  expect(clock.now() - start).toBeLessThan(5000);
  clock.advance(60_000);
  expect(clock.now() - start).toBeGreaterThanOrEqual(60_000);
});

test('real is the machine’s time', () => {
  const clock = createMockClock('2025-11-05T10:30:00Z');
  clock.set('real');
  expect(Math.abs(clock.now() - Date.now())).toBeLessThan(50);
});

test('what is not a time is refused with one that is', () => {
  expect(() => createMockClock('tomorrow')).toThrow(/"tomorrow" is not a time: write 2025-11-05T10:30:00Z/);
});
