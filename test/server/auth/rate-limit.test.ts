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

test('what is given back is not counted', () => {
  const { limiter } = limiterAt();
  const giveBack = limiter.take('bookingsByUser', 'a');
  limiter.take('bookingsByUser', 'a');
  giveBack();
  expect(() => limiter.take('bookingsByUser', 'a')).not.toThrow();
  expect(() => limiter.take('bookingsByUser', 'a')).toThrow();
});

test('a flood of one kind of key does not lift the limits of another kind', () => {
  const { take, limiter } = limiterAt();
  expect([take('a'), take('a')]).toEqual(['taken', 'taken']);
  for (let n = 0; n < 12_000; n += 1) limiter.take('guestsByAddress', `address ${n}`);
  expect(take('a')).toBe('10');
});

test('keys of 60 kB take no more memory than short ones', () => {
  const { take } = limiterAt();
  const before = process.memoryUsage().heapUsed;
  for (let n = 0; n < 2000; n += 1) take(String(n).padEnd(60_000, 'x'));
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(60_000_000);
});

test('a clock that is set back by two hours does not make anybody wait longer than a window', () => {
  const { take, at } = limiterAt();
  at(7200);
  expect([take('a'), take('a'), take('a')]).toEqual(['taken', 'taken', '10']);
  at(0);
  expect(take('a')).toBe('10');
  at(10);
  expect(take('a')).toBe('taken');
});
