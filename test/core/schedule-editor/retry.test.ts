import { expect, test } from 'vitest';
import { BookingError } from '../../../src/core/errors.ts';
import { retryDelay } from '../../../src/core/schedule-editor/retry.ts';

const failedWith = (kind: 'server' | 'invalid', retryAfterSeconds?: number) =>
  new BookingError({ kind, request: 'PUT /schedule', detail: 'down', retryAfterSeconds });

test('a save waits a different time in each page, so that those that failed together do not come back together', () => {
  const delays = Array.from({ length: 100 }, () => retryDelay(failedWith('server'), 2) ?? 0);
  expect(Math.max(...delays)).toBeLessThanOrEqual(2000);
  expect(Math.min(...delays)).toBeGreaterThanOrEqual(1000);
  expect(new Set(delays).size).toBeGreaterThan(75);
});

test('a save waits as long as the server asks, and not at all where trying again would not help', () => {
  expect(retryDelay(failedWith('server', 40), 1)).toBe(40_000);
  expect(retryDelay(failedWith('invalid'), 1)).toBeUndefined();
});
