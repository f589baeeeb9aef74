import assert from 'node:assert/strict';
import { DONE_JOBS_KEPT_MS, type JobStore, type NewJob, type TakenJob } from '../../jobs/job-store.ts';
import type { StoreCheck } from './check.ts';
import { DAY } from './records-for-checks.ts';

const LEASE = 1000;
const PAGE = { skip: 0, limit: 10 };

const job = (key: string, change: Partial<NewJob> = {}): NewJob => ({
  kind: 'mail',
  key,
  payload: { to: key },
  dueAt: 10,
  ...change,
});
const take = (jobs: JobStore, now: number, limit = 10, kinds = ['mail']) =>
  jobs.take({ kinds, now, leaseMs: LEASE, limit });
const keys = (found: readonly { readonly key: string }[]) => found.map(({ key }) => key);

async function takeOne(jobs: JobStore, now: number): Promise<TakenJob> {
  const [taken] = await take(jobs, now, 1);
  assert.ok(taken, `no job was due at ${now}`);
  return taken;
}

/** Checks of jobs: done at least once, by one worker at a time, once for each key. */
export const jobChecks: readonly StoreCheck[] = [
  {
    name: 'a job is added once a kind and key, also when it is done',
    async run(open) {
      const { jobs } = await open();
      assert.equal(await jobs.add(job('a'), 5), true);
      assert.equal(await jobs.add(job('a', { payload: 'other' }), 6), false);
      assert.equal(await jobs.add(job('a', { kind: 'refund' }), 6), true);
      const taken = await takeOne(jobs, 10);
      const { id, kind, key, payload, state, dueAt, attempts, lastError, createdAt, finishedAt } = taken;
      assert.deepEqual(
        { kind, key, payload, state, dueAt, attempts, lastError, createdAt, finishedAt },
        { ...job('a'), state: 'waiting', attempts: 1, lastError: null, createdAt: 5, finishedAt: null },
      );
      assert.equal(await jobs.finish(taken, 12), true);
      assert.equal(await jobs.add(job('a'), 13), false);
      const done = await jobs.find(id);
      assert.deepEqual([done?.state, done?.finishedAt], ['done', 12]);
      assert.equal(await jobs.find('nobody'), undefined);
    },
  },
  {
    name: 'jobs are handed out when they are due, the longest due first, those of the kinds that are asked for',
    async run(open) {
      const { jobs } = await open();
      for (const [key, dueAt] of [
        ['late', 30],
        ['soon', 20],
        ['now', 10],
      ] as const)
        await jobs.add(job(key, { dueAt }), 0);
      await jobs.add(job('x', { kind: 'refund', dueAt: 0 }), 0);
      assert.equal(await jobs.nextDueAt(['mail']), 10);
      assert.deepEqual(await take(jobs, 9), []);
      assert.deepEqual(keys(await take(jobs, 25)), ['now', 'soon']);
      assert.deepEqual(await take(jobs, 25), []);
      assert.deepEqual(await take(jobs, 25, 10, []), []);
      assert.deepEqual(keys(await take(jobs, 30, 10, ['mail', 'refund'])), ['x', 'late']);
      assert.equal(await jobs.nextDueAt(['nothing']), undefined);
      assert.equal(await jobs.nextDueAt([]), undefined);
    },
  },
  {
    name: 'of many workers each gets other jobs',
    async run(open) {
      const { jobs } = await open();
      for (let n = 0; n < 40; n += 1) await jobs.add(job(`${n}`), 0);
      const batches = await Promise.all(Array.from({ length: 8 }, () => take(jobs, 10, 5)));
      const all = keys(batches.flat());
      assert.equal(new Set(all).size, all.length);
      const rest = await take(jobs, 10, 40);
      assert.equal(all.length + rest.length, 40);
    },
  },
  {
    name: 'a job whose worker was killed is handed out again when its lease ends, and the late worker learns of it',
    async run(open) {
      const { jobs } = await open();
      await jobs.add(job('a'), 0);
      const killed = await takeOne(jobs, 10);
      assert.deepEqual(await take(jobs, 10 + LEASE - 1), []);
      assert.equal(await jobs.nextDueAt(['mail']), 10 + LEASE);
      const second = await takeOne(jobs, 10 + LEASE);
      assert.equal(second.attempts, 2);
      assert.equal(await jobs.finish(killed, 2000), false);
      assert.equal(await jobs.retry(killed, { dueAt: 3000, error: 'late', now: 2000 }), false);
      assert.equal(await jobs.bury(killed, { error: 'late', now: 2000 }), false);
      assert.equal(await jobs.finish(second, 2000), true);
      assert.equal(await jobs.finish(second, 2001), false);
    },
  },
  {
    name: 'a failed job waits for its time and keeps count; a given-up one is listed until it is revived',
    async run(open) {
      const { jobs } = await open();
      await jobs.add(job('a'), 0);
      const first = await takeOne(jobs, 10);
      assert.equal(await jobs.retry(first, { dueAt: 500, error: 'no answer', now: 20 }), true);
      assert.deepEqual(await take(jobs, 499), []);
      const second = await takeOne(jobs, 500);
      assert.deepEqual([second.attempts, second.lastError], [2, 'no answer']);
      assert.equal(await jobs.bury(second, { error: 'refused', now: 600 }), true);
      assert.deepEqual(await take(jobs, DAY), []);
      const dead = await jobs.list('dead', PAGE);
      assert.equal(dead.total, 1);
      assert.deepEqual([dead.jobs[0]?.lastError, dead.jobs[0]?.finishedAt], ['refused', 600]);
      assert.equal(await jobs.add(job('a'), 700), false);
      assert.equal(await jobs.revive(first.id, 700), true);
      assert.equal(await jobs.revive(first.id, 700), false);
      assert.equal(await jobs.revive('nobody', 700), false);
      assert.equal((await takeOne(jobs, 700)).attempts, 1);
      assert.equal((await jobs.list('dead', PAGE)).total, 0);
    },
  },
  {
    name: 'a job that is added again runs again, after the run that is under way and never beside it',
    async run(open) {
      const { jobs } = await open();
      const again = (payload: string, dueAt: number) => job('a', { payload, dueAt, repeat: 'again' });
      assert.equal(await jobs.add(again('one', 0), 0), true);
      assert.equal(await jobs.add(again('two', 5), 1), true);
      const first = await takeOne(jobs, 10);
      assert.equal(first.payload, 'two');
      assert.equal(await jobs.add(again('three', 11), 11), true);
      assert.deepEqual(await take(jobs, 12), []);
      assert.equal(await jobs.finish(first, 13), true);
      const second = await takeOne(jobs, 13);
      assert.deepEqual([second.payload, second.attempts], ['three', 1]);
      assert.equal(await jobs.add(again('four', 14), 14), true);
      assert.equal(await jobs.bury(second, { error: 'too old', now: 15 }), true);
      const third = await takeOne(jobs, 15);
      assert.deepEqual([third.payload, third.lastError], ['four', null]);
      assert.equal(await jobs.add(again('five', 16), 16), true);
      assert.equal(await jobs.retry(third, { dueAt: 9000, error: 'too old', now: 17 }), true);
      const fourth = await takeOne(jobs, 17);
      assert.equal(await jobs.finish(fourth, 18), true);
      assert.equal((await jobs.list('done', PAGE)).total, 1);
      assert.equal(await jobs.add(again('six', 20), 20), true);
      assert.equal((await takeOne(jobs, 20)).payload, 'six');
    },
  },
  {
    name: 'lists of jobs are in pages, latest first',
    async run(open) {
      const { jobs } = await open();
      for (const [index, key] of ['a', 'b', 'c'].entries()) await jobs.add(job(key, { dueAt: index }), 0);
      assert.deepEqual(keys((await jobs.list('waiting', PAGE)).jobs), ['c', 'b', 'a']);
      for (const [index, taken] of (await take(jobs, 10)).entries()) await jobs.finish(taken, 20 - index);
      const page = await jobs.list('done', { skip: 1, limit: 1 });
      assert.deepEqual([page.total, ...keys(page.jobs)], [3, 'b']);
    },
  },
  {
    name: 'what has run out is swept away, and nothing else',
    async run(open) {
      const store = await open();
      const now = 100 * DAY;
      await store.jobs.add(job('old'), 0);
      await store.jobs.finish(await takeOne(store.jobs, 10), 10);
      await store.jobs.add(job('dead'), 0);
      await store.jobs.bury(await takeOne(store.jobs, 10), { error: 'x', now: 10 });
      await store.jobs.add(job('fresh'), 0);
      await store.jobs.finish(await takeOne(store.jobs, 10), now - DONE_JOBS_KEPT_MS + 1);
      const family = { userId: 'u', current: '1', previous: null, rotatedAt: 0 };
      await store.tokens.add({ ...family, id: 'old', expiresAt: now - 1 });
      await store.tokens.add({ ...family, id: 'fresh', expiresAt: now + 1 });
      await store.limits.take('old', 10, now - 20);
      await store.limits.take('fresh', 10, now - 5);
      await store.sweep(now);
      assert.deepEqual(keys((await store.jobs.list('done', PAGE)).jobs), ['fresh']);
      assert.equal((await store.jobs.list('dead', PAGE)).total, 1);
      assert.equal(await store.tokens.find('old'), undefined);
      assert.equal((await store.tokens.find('fresh'))?.id, 'fresh');
      assert.equal(await store.limits.look('old', now - 15), undefined);
      assert.deepEqual(await store.limits.look('fresh', now), { count: 1, endsAt: now + 5 });
    },
  },
];
