import { expect, test } from 'vitest';
import { GiveUp, RetryLater } from '../../../src/server/jobs/job-failure.ts';
import { createJobRunner, type JobKind, type JobLogEntry } from '../../../src/server/jobs/job-runner.ts';
import type { TakenJob } from '../../../src/server/jobs/job-store.ts';
import { createMemoryStore } from '../../../src/server/stores/memory.ts';

const MAIL = { kind: 'mail', key: 'a', payload: null, dueAt: 0 };
const PAGE = { skip: 0, limit: 10 };

/** A runner whose clock and timers the test holds. */
function world(run: JobKind['run'], policy = { tries: 3, firstMs: 1000, longestMs: 60_000 }) {
  let now = 0;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  const store = createMemoryStore();
  const log: JobLogEntry[] = [];
  const make = () => {
    const runner = createJobRunner({
      store,
      clock: { now: () => now },
      schedule: (delay, work) => timers.push({ at: now + delay, run: work }),
      random: () => 0,
      log: (entry) => log.push(entry),
    });
    runner.register({ name: 'mail', run, retry: policy });
    return runner;
  };
  const runner = make();
  const at = async (time: number) => {
    now = time;
    const due = timers.filter((timer) => timer.at <= now);
    timers = timers.filter((timer) => timer.at > now);
    for (const timer of due) timer.run();
    await runner.idle();
  };
  const nextTimer = () => Math.min(...timers.map((timer) => timer.at).filter((time) => time > now));
  return { store, runner, make, log, at, nextTimer, add: (change = {}) => store.jobs.add({ ...MAIL, ...change }, now) };
}

test('a job is done as soon as it is committed, without a call, and a later one at its time', async () => {
  const done: string[] = [];
  const { runner, add, at } = world(async ({ key }) => void done.push(key));
  await add();
  await add({ key: 'later', dueAt: 5000 });
  await runner.idle();
  expect(done).toEqual(['a']);
  await at(4999);
  expect(done).toEqual(['a']);
  await at(5000);
  expect(done).toEqual(['a', 'later']);
});

test('a job that was rolled back is never done', async () => {
  const done: string[] = [];
  const { runner, store } = world(async ({ key }) => void done.push(key));
  const failed = store.transaction(async (records) => {
    await records.jobs.add(MAIL, 0);
    throw new Error('no');
  });
  await expect(failed).rejects.toThrow('no');
  runner.wake();
  await runner.idle();
  expect(done).toEqual([]);
});

test('a failed job is tried again after waits that double, then given up where an admin finds it', async () => {
  const tries: number[] = [];
  const { runner, add, at, store, log } = world(async ({ attempts }) => {
    tries.push(attempts);
    throw new Error('no answer');
  });
  await add();
  await runner.idle();
  await at(999);
  expect(tries).toEqual([1]);
  await at(1000);
  await at(2999);
  expect(tries).toEqual([1, 2]);
  await at(3000);
  expect(tries).toEqual([1, 2, 3]);
  const [dead] = (await store.jobs.list('dead', PAGE)).jobs;
  expect(dead).toMatchObject({ key: 'a', attempts: 3, lastError: 'no answer', finishedAt: 3000 });
  expect(log.map(({ level }) => level)).toEqual(['warn', 'warn', 'error']);
  await store.jobs.revive(dead?.id ?? '', 3000);
  await runner.idle();
  expect(tries).toEqual([1, 2, 3, 1]);
});

test('the wait has a random part of up to half, so that jobs that failed together part', async () => {
  const { retryDelay } = await import('../../../src/server/jobs/retry-policy.ts');
  const policy = { tries: 4, firstMs: 1000, longestMs: 3000 };
  expect([1, 2, 3].map((failures) => retryDelay(policy, failures, () => 0))).toEqual([1000, 2000, 3000]);
  expect([1, 2, 3].map((failures) => retryDelay(policy, failures, () => 1))).toEqual([500, 1000, 1500]);
  expect(retryDelay(policy, 4, () => 0)).toBeUndefined();
});

test('a job that knows when to come back waits at least so long; one that no try can help is given up at once', async () => {
  let error: Error = new RetryLater('busy', 50_000);
  const { runner, add, at, store, nextTimer } = world(async () => {
    throw error;
  });
  await add();
  await runner.idle();
  // A timer of the first look, for the job that was added meanwhile.
  await at(0);
  expect(nextTimer()).toBe(50_000);
  error = new GiveUp('no such address');
  await at(50_000);
  expect((await store.jobs.list('dead', PAGE)).jobs).toMatchObject([{ lastError: 'no such address', attempts: 2 }]);
});

test('a job whose worker hangs is taken over when its lease ends, and given up when that happens again and again', async () => {
  const tries: number[] = [];
  const { runner, make, store, at, nextTimer } = world(({ attempts }) => {
    tries.push(attempts);
    return new Promise(() => undefined);
  });
  await store.jobs.add(MAIL, 0);
  const dead = async () => (await store.jobs.list('dead', PAGE)).total;
  await expect.poll(() => tries).toEqual([1]);
  for (let takeOver = 0; takeOver < 3; takeOver += 1) {
    const other = make();
    other.wake();
    await expect.poll(() => Number.isFinite(nextTimer())).toBe(true);
    void at(nextTimer());
    // Each take-over tries once more, and the last one gives up.
    await expect.poll(async () => tries.length + (await dead())).toBe(takeOver + 2);
  }
  expect(await dead()).toBe(1);
  expect(tries).toEqual([1, 2, 3]);
  expect((await store.jobs.list('dead', PAGE)).jobs[0]?.lastError).toMatch(/begun 3 times/);
  void runner;
});

test('two runners on one store never do a job twice', async () => {
  const done: TakenJob[] = [];
  const { make, runner, store } = world(async (job) => void done.push(job));
  const second = make();
  for (let n = 0; n < 50; n += 1) await store.jobs.add({ ...MAIL, key: `${n}` }, 0);
  await Promise.all([runner.idle(), second.idle()]);
  expect(new Set(done.map(({ key }) => key)).size).toBe(50);
  expect(done).toHaveLength(50);
});

test('a stopped runner waits for the job under way and begins no other', async () => {
  const begun: string[] = [];
  const done: string[] = [];
  let finish = () => {};
  const isFinished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const { runner, add, store } = world(async ({ key }) => {
    begun.push(key);
    await isFinished;
    done.push(key);
  });
  await add();
  await expect.poll(() => begun).toEqual(['a']);
  const stopped = runner.stop();
  await add({ key: 'b' });
  finish();
  await stopped;
  expect(done).toEqual(['a']);
  runner.wake();
  await runner.idle();
  expect(begun).toEqual(['a']);
  expect((await store.jobs.list('waiting', PAGE)).jobs).toMatchObject([{ key: 'b', attempts: 0 }]);
});

test('a kind that is not registered waits for a process that knows it', async () => {
  const done: string[] = [];
  const { runner, add, store } = world(async ({ key }) => void done.push(key));
  await add({ kind: 'refund' });
  await runner.idle();
  runner.register({ name: 'refund', run: async ({ key }) => void done.push(`refund ${key}`) });
  await runner.idle();
  expect(done).toEqual(['refund a']);
  expect((await store.jobs.list('done', PAGE)).total).toBe(1);
});

test('without a random source of its own a runner still spreads its retries', async () => {
  const store = createMemoryStore();
  const runner = createJobRunner({ store, clock: { now: () => 0 }, schedule: () => undefined });
  const run = async () => Promise.reject(new Error('down'));
  runner.register({ name: 'mail', run, retry: { tries: 3, firstMs: 1_000_000, longestMs: 1_000_000 } });
  for (let index = 0; index < 30; index++) await store.jobs.add({ ...MAIL, key: `${index}` }, 0);
  runner.wake();
  await runner.idle();
  const { jobs } = await store.jobs.list('waiting', { ...PAGE, limit: 30 });
  expect(jobs).toHaveLength(30);
  expect(new Set(jobs.map(({ dueAt }) => dueAt)).size).toBeGreaterThan(20);
});
