import { expect, test } from 'vitest';
import { backOffMs } from '../../../src/domain/retry/back-off.ts';

test('each wait is twice the last, up to the longest', () => {
  const waits = [1, 2, 3, 4, 5].map((failed) => backOffMs(failed, { firstMs: 300, longestMs: 2000, random: () => 0 }));
  expect(waits).toEqual([300, 600, 1200, 2000, 2000]);
});

test('a wait is shortened by up to half at random, so that callers come back at different moments', () => {
  expect(backOffMs(1, { firstMs: 300, random: () => 0.5 })).toBe(225);
  const waits = Array.from({ length: 200 }, () => backOffMs(2, { firstMs: 300, random: Math.random }));
  expect(Math.min(...waits)).toBeGreaterThan(300);
  expect(Math.max(...waits)).toBeLessThanOrEqual(600);
  expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(150);
});
