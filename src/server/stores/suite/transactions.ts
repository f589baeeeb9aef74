import assert from 'node:assert/strict';
import type { StoreChange } from '../../ports.ts';
import type { StoreCheck } from './check.ts';
import { account, booking, coach, DAY, kept } from './records-for-checks.ts';

const job = { kind: 'mail', key: '1', payload: null, dueAt: 0 };

/** Checks of transactions, and of what listeners are told. */
export const transactionChecks: readonly StoreCheck[] = [
  {
    name: 'a transaction writes all or nothing, and gives what its work gives',
    async run(open) {
      const store = await open();
      const result = await store.transaction(async (records) => {
        await records.accounts.add(account('a', 'a@example.com'));
        const saved = await records.bookings.save(booking('1', 10), {});
        await records.jobs.add(job, 0);
        return saved.kind;
      });
      assert.equal(result, 'saved');
      const failed = store.transaction(async (records) => {
        await records.accounts.add(account('b', 'b@example.com'));
        await records.bookings.save(booking('2', 20), { keep: kept('k') });
        await records.coaches.add(coach('coach'));
        await records.jobs.add({ ...job, key: '2' }, 0);
        await records.limits.take('x', 1000, 0);
        throw new Error('changed its mind');
      });
      await assert.rejects(failed, /changed its mind/);
      assert.equal((await store.accounts.find('a'))?.id, 'a');
      assert.equal((await store.bookings.find('1'))?.id, '1');
      assert.equal(await store.accounts.find('b'), undefined);
      assert.equal(await store.accounts.findByEmail('b@example.com'), undefined);
      assert.equal(await store.bookings.find('2'), undefined);
      assert.equal(await store.bookings.keptReply('client', 'k', 0), undefined);
      assert.deepEqual(await store.coaches.list(), []);
      assert.equal(await store.limits.look('x', 0), undefined);
      const { jobs, total } = await store.jobs.list('waiting', { skip: 0, limit: 10 });
      assert.deepEqual([total, jobs[0]?.key], [1, '1']);
    },
  },
  {
    name: 'of transactions that come together, one that fails undoes its own writes alone, and is told to nobody',
    async run(open) {
      const store = await open();
      const told: string[] = [];
      store.listen((change) => change.about === 'times' && told.push(change.coachId));
      const outcomes = await Promise.allSettled(
        ['1', '2', '3', '4', '5'].map((id) =>
          store.transaction(async (records) => {
            const saved = await records.bookings.save(booking(id, 10, { coachId: `coach${id}` }), { keep: kept(id) });
            await records.jobs.add({ ...job, key: id }, 0);
            if (id === '3') throw new Error('changed its mind');
            return saved.kind;
          }),
        ),
      );
      assert.deepEqual(
        outcomes.map(({ status }) => status),
        ['fulfilled', 'fulfilled', 'rejected', 'fulfilled', 'fulfilled'],
      );
      for (const id of ['1', '2', '4', '5']) assert.equal((await store.bookings.find(id))?.id, id);
      assert.equal(await store.bookings.find('3'), undefined);
      assert.equal(await store.bookings.keptReply('client', '3', 0), undefined);
      assert.equal((await store.jobs.list('waiting', { skip: 0, limit: 10 })).total, 4);
      assert.deepEqual(told.sort(), ['coach1', 'coach2', 'coach4', 'coach5']);
    },
  },
  {
    name: 'a transaction sees what it wrote; others see it when it is committed',
    async run(open) {
      const store = await open();
      let outside: Promise<unknown> | undefined;
      await store.transaction(async (records) => {
        await records.bookings.save(booking('1', 10), {});
        assert.equal((await records.bookings.find('1'))?.id, '1');
        assert.equal((await records.bookings.list({ coachId: 'c' }, { skip: 0, limit: 5 })).total, 1);
        assert.equal((await records.bookings.sessions('c', { start: 0, end: DAY })).length, 1);
        // Started before the commit, one after the other: a reader that finds the booking must find its session too.
        outside = (async () => {
          const found = await store.bookings.find('1');
          return [found, await store.bookings.sessions('c', { start: 0, end: DAY })];
        })();
      });
      const [found, sessions] = (await outside) as [unknown, readonly unknown[]];
      assert.ok(found === undefined || sessions.length === 1);
      assert.equal((await store.bookings.find('1'))?.id, '1');
    },
  },
  {
    name: 'transactions that read and write the same records do not lose each other’s writes',
    async run(open) {
      const store = await open();
      await store.bookings.save(booking('1', 10), {});
      const change = () =>
        store.transaction(async (records) => {
          const found = await records.bookings.find('1');
          if (!found) throw new Error('gone');
          const next = { ...found, sequence: found.sequence + 1, version: found.version + 1 };
          return (await records.bookings.save(next, { basedOn: found.version })).kind;
        });
      const outcomes = await Promise.all(Array.from({ length: 10 }, change));
      const saved = outcomes.filter((kind) => kind === 'saved').length;
      assert.equal((await store.bookings.find('1'))?.sequence, saved);
      assert.ok(saved >= 1);
    },
  },
  {
    name: 'records of a transaction that is over can no longer be used',
    async run(open) {
      const store = await open();
      let escaped: Parameters<Parameters<typeof store.transaction>[0]>[0] | undefined;
      await store.transaction(async (records) => {
        escaped = records;
      });
      await assert.rejects(async () => escaped?.accounts.add(account('a', 'a@example.com')), /transaction is over/);
      assert.equal(await store.accounts.find('a'), undefined);
    },
  },
  {
    name: 'listeners learn of jobs and of changed times once they are committed, and of nothing that was rolled back',
    async run(open) {
      const store = await open();
      const seen: StoreChange[] = [];
      const end = store.listen((change) => seen.push(change));
      await store.coaches.add(coach('c'));
      await store.transaction(async (records) => {
        await records.bookings.save(booking('1', 10), {});
        await records.jobs.add(job, 0);
        assert.deepEqual(seen, []);
      });
      assert.deepEqual(seen.splice(0), [{ about: 'times', coachId: 'c' }, { about: 'jobs' }]);
      const failed = store.transaction(async (records) => {
        await records.bookings.save(booking('2', 20), {});
        throw new Error('no');
      });
      await assert.rejects(failed, /no/);
      await store.bookings.save(booking('3', 10), {});
      assert.equal(await store.jobs.add(job, 0), false);
      assert.deepEqual(seen, []);
      const found = await store.coaches.find('c');
      if (found) await store.coaches.saveSchedule('c', 1, found.schedule);
      assert.deepEqual(seen.splice(0), [{ about: 'times', coachId: 'c' }]);
      end();
      await store.bookings.save(booking('4', 30), {});
      assert.deepEqual(seen, []);
    },
  },
  {
    name: 'changes of a coach’s times are counted, those of others are not',
    async run(open) {
      const store = await open();
      await store.coaches.add(coach('c'));
      const count = async (id: string) => (await store.changes.counts([id, 'nobody'])).get(id);
      assert.equal(await count('c'), 0);
      await store.bookings.save(booking('1', 10), {});
      await store.bookings.save(booking('2', 10), {});
      assert.equal(await count('c'), 1);
      await store.bookings.save(booking('1', 10, { status: 'cancelled', version: 2 }), { basedOn: 1 });
      await store.bookings.save(booking('3', 10, { coachId: 'd' }), {});
      assert.deepEqual(
        await store.changes.counts(['c', 'd', 'nobody']),
        new Map([
          ['c', 2],
          ['d', 1],
          ['nobody', 0],
        ]),
      );
      assert.deepEqual(await store.changes.counts([]), new Map());
    },
  },
];
