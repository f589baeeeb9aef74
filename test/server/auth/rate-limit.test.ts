import { expect, test } from 'vitest';
import { createRateLimiter, defaultRateLimits } from '../../../src/server/auth/rate-limit.ts';
import { createMemoryStore } from '../../../src/server/stores/memory.ts';

function limiterAt(counters = createMemoryStore().limits) {
  let now = 0;
  const limits = { ...defaultRateLimits, bookingsByUser: { count: 2, seconds: 10 } };
  const limiter = createRateLimiter(limits, { now: () => now }, counters);
  const take = async (key?: string) => {
    try {
      await limiter.take('bookingsByUser', key);
      return 'taken';
    } catch (error) {
      return (error as { headers: Record<string, string> }).headers['retry-after'];
    }
  };
  return { take, limiter, at: (seconds: number) => (now = seconds * 1000) };
}

test('one too many waits until the window ends, and not longer', async () => {
  const { take, at } = limiterAt();
  expect([await take('a'), await take('a'), await take('a')]).toEqual(['taken', 'taken', '10']);
  at(9.5);
  expect(await take('a')).toBe('1');
  at(10);
  expect(await take('a')).toBe('taken');
});

test('keys do not share a limit, and no key has none', async () => {
  const { take } = limiterAt();
  expect([await take('a'), await take('a'), await take('b')]).toEqual(['taken', 'taken', 'taken']);
  expect(await Promise.all(Array.from({ length: 5 }, () => take()))).toEqual(Array(5).fill('taken'));
});

test('a flood of keys does not lift the limit of the last ones', async () => {
  const { take } = limiterAt();
  for (let n = 0; n < 25_000; n += 1) await take(`key ${n}`);
  expect([await take('key 24999'), await take('key 24999')]).toEqual(['taken', '10']);
});

test('what is given back is not counted', async () => {
  const { limiter } = limiterAt();
  const giveBack = await limiter.take('bookingsByUser', 'a');
  await limiter.take('bookingsByUser', 'a');
  await giveBack();
  await expect(limiter.take('bookingsByUser', 'a')).resolves.toBeTypeOf('function');
  await expect(limiter.take('bookingsByUser', 'a')).rejects.toThrow();
});

test('a flood of one kind of key does not lift the limits of another kind', async () => {
  const { take, limiter } = limiterAt();
  expect([await take('a'), await take('a')]).toEqual(['taken', 'taken']);
  for (let n = 0; n < 12_000; n += 1) await limiter.take('guestsByAddress', `address ${n}`);
  expect(await take('a')).toBe('10');
});

test('what is given back while the key is used up is free again at once', async () => {
  const { limiter, take } = limiterAt();
  const giveBack = await limiter.take('bookingsByUser', 'a');
  expect([await take('a'), await take('a')]).toEqual(['taken', '10']);
  await giveBack();
  await giveBack();
  expect(await take('a')).toBe('taken');
});

test('processes on one store share their limits', async () => {
  const { limits } = createMemoryStore();
  const [one, other] = [limiterAt(limits), limiterAt(limits)];
  expect([await one.take('a'), await other.take('a')]).toEqual(['taken', 'taken']);
  expect([await one.take('a'), await other.take('a')]).toEqual(['10', '10']);
});

test('sent at once through two processes, all are counted', async () => {
  const { limits } = createMemoryStore();
  const [one, other] = [limiterAt(limits), limiterAt(limits)];
  const outcomes = await Promise.all(Array.from({ length: 20 }, (_, n) => (n % 2 ? one : other).take('a')));
  expect(outcomes.filter((outcome) => outcome === 'taken')).toHaveLength(2);
});

test('who is refused again and again costs the store one write a second', async () => {
  const { limits } = createMemoryStore();
  let writes = 0;
  const counted: typeof limits = {
    ...limits,
    take: (...window) => {
      writes += 1;
      return limits.take(...window);
    },
  };
  const { take, at } = limiterAt(counted);
  for (let n = 0; n < 100; n += 1) await take('a');
  expect(writes).toBe(3);
  at(1);
  for (let n = 0; n < 100; n += 1) expect(await take('a')).toBe('9');
  expect(writes).toBe(4);
});

test('the store learns neither addresses nor e-mails', async () => {
  const { limits } = createMemoryStore();
  const names: string[] = [];
  const { take } = limiterAt({
    ...limits,
    take: (name, ...window) => {
      names.push(name);
      return limits.take(name, ...window);
    },
  });
  await take('mira@example.com');
  expect(names).toEqual([expect.stringMatching(/^bookingsByUser [0-9a-f]{32}$/)]);
});

test('keys of 60 kB take no more memory than short ones', async () => {
  const { take } = limiterAt();
  const before = process.memoryUsage().heapUsed;
  for (let n = 0; n < 2000; n += 1) await take(String(n).padEnd(60_000, 'x'));
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(60_000_000);
});

test('a clock that is set back by two hours does not make anybody wait longer than a window', async () => {
  const { take, at } = limiterAt();
  at(7200);
  expect([await take('a'), await take('a'), await take('a')]).toEqual(['taken', 'taken', '10']);
  at(0);
  expect(await take('a')).toBe('10');
  at(10);
  expect(await take('a')).toBe('taken');
});
