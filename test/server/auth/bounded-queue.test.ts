import { expect, test } from 'vitest';
import { createBoundedQueue } from '../../../src/server/auth/bounded-queue.ts';

/** Work that ends when it is told to. */
function manualWork() {
  const ends: (() => void)[] = [];
  return { ends, work: () => new Promise<string>((resolve) => ends.push(() => resolve('done'))) };
}

test('so many run at once, the rest waits its turn in order', async () => {
  const run = createBoundedQueue({ running: 2, waiting: 10 });
  const { ends, work } = manualWork();
  const results = [run(work), run(work), run(work)];
  await new Promise((resolve) => setTimeout(resolve));
  expect(ends).toHaveLength(2);
  ends[0]?.();
  expect(await results[0]).toBe('done');
  await new Promise((resolve) => setTimeout(resolve));
  expect(ends).toHaveLength(3);
  for (const end of ends) end();
  expect(await Promise.all(results)).toEqual(['done', 'done', 'done']);
});

test('work beyond the queue is refused at once with 503 and a time to come back', async () => {
  const run = createBoundedQueue({ running: 1, waiting: 1 });
  const { ends, work } = manualWork();
  const accepted = [run(work), run(work)];
  await expect(run(work)).rejects.toMatchObject({ code: 'server_busy', status: 503, headers: { 'retry-after': '2' } });
  ends[0]?.();
  await accepted[0];
  await new Promise((resolve) => setTimeout(resolve));
  ends[1]?.();
  expect(await accepted[1]).toBe('done');
});

test('work that fails frees its place', async () => {
  const run = createBoundedQueue({ running: 1, waiting: 0 });
  await expect(run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await run(async () => 'next')).toBe('next');
});
