import { expect, test } from 'vitest';
import { createRateLimiter, defaultRateLimits } from '../../../src/server/auth/rate-limit.ts';

function limiterAt() {
  let now = 0;
  const limits = { ...defaultRateLimits, bookingsByUser: { count: 2, seconds: 10 } };
  const limiter = createRateLimiter(limits, { now: () => now });
  const take = (key?: string) => {
    try {
      limiter.take('bookingsByUser', key);
      return 'taken';
    } catch (error) {
      return (error as { headers: Record<string, string> }).headers['retry-after'];
    }
  };
  return { take, limiter, at: (seconds: number) => (now = seconds * 1000) };
}

test('one too many waits until the window ends, and not longer', () => {
  const { take, at } = limiterAt();
  expect([take('a'), take('a'), take('a')]).toEqual(['taken', 'taken', '10']);
  at(9.5);
  expect(take('a')).toBe('1');
  at(10);
  expect(take('a')).toBe('taken');
});

test('keys do not share a limit, and no key has none', () => {
  const { take } = limiterAt();
  expect([take('a'), take('a'), take('b')]).toEqual(['taken', 'taken', 'taken']);
  expect(Array.from({ length: 5 }, () => take())).toEqual(Array(5).fill('taken'));
});

test('a flood of keys does not lift the limit of the last ones', () => {
  const { take } = limiterAt();
  for (let n = 0; n < 25_000; n += 1) take(`key ${n}`);
  expect([take('key 24999'), take('key 24999')]).toEqual(['taken', '10']);
});
