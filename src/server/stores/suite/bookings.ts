import assert from 'node:assert/strict';
import type { Interval } from '../../../domain/availability/interval.ts';
import type { StoreCheck } from './check.ts';
import { booking, DAY, HOUR, kept } from './records-for-checks.ts';

/** Checks of bookings: none is stored twice, and all are found again. */
export const bookingChecks: readonly StoreCheck[] = [
  {
    name: 'sessions of a coach never overlap; touching and other coaches are fine',
    async run(open) {
      const { bookings } = await open();
      assert.deepEqual(await bookings.save(booking('1', 10), {}), { kind: 'saved' });
      for (const change of [{}, { start: 9.5 * HOUR }, { end: 12 * HOUR }, { start: 10.2 * HOUR, end: 10.4 * HOUR }]) {
        assert.deepEqual(await bookings.save(booking('2', 10, change), {}), { kind: 'taken' });
      }
      assert.deepEqual(await bookings.save(booking('2', 11), {}), { kind: 'saved' });
      assert.deepEqual(await bookings.save(booking('3', 10, { coachId: 'd' }), {}), { kind: 'saved' });
      assert.equal(await bookings.find('4'), undefined);
    },
  },
  {
    name: 'the time kept free around a session is taken like the session: after the earlier one, before the later one',
    async run(open) {
      const { bookings } = await open();
      const buffers = { before: HOUR / 4, after: HOUR / 2 };
      await bookings.save(booking('1', 10), { buffers });
      assert.deepEqual(await bookings.save(booking('2', 11.7), { buffers }), { kind: 'taken' });
      assert.deepEqual(await bookings.save(booking('2', 8.3), { buffers }), { kind: 'taken' });
      assert.deepEqual(await bookings.save(booking('2', 11.75), { buffers }), { kind: 'saved' });
      assert.deepEqual(await bookings.save(booking('3', 8.25), { buffers }), { kind: 'saved' });
      // A change without buffers keeps the old ones.
      const confirmed = booking('1', 10, { status: 'confirmed', version: 2 });
      assert.deepEqual(await bookings.save(confirmed, { basedOn: 1 }), { kind: 'saved' });
      const sessions = await bookings.sessions('c', { start: 10 * HOUR, end: 11 * HOUR });
      assert.deepEqual(sessions, [{ start: 10 * HOUR, end: 11 * HOUR }]);
    },
  },
  {
    name: 'past bookings that still name their client are found by coach and end, the oldest first',
    async run(open) {
      const { bookings } = await open();
      for (const [id, hour, coachId] of [
        ['1', 30, 'c'],
        ['2', 10, 'c'],
        ['3', 20, 'd'],
        ['4', 50, 'c'],
      ] as const)
        await bookings.save(booking(id, hour, { coachId }), {});
      const found = async (limit = 9) => (await bookings.notErased('c', 31 * HOUR, limit)).map(({ id }) => id);
      assert.deepEqual(await found(), ['2', '1']);
      assert.deepEqual(await found(1), ['2']);
      await bookings.save(booking('2', 10, { version: 2, erasedAt: 99 }), { basedOn: 1 });
      assert.deepEqual(await found(), ['1']);
      assert.equal((await bookings.find('2'))?.erasedAt, 99);
    },
  },
  {
    name: 'a cancelled session frees its time',
    async run(open) {
      const { bookings } = await open();
      await bookings.save(booking('1', 10), {});
      await bookings.save(booking('1', 10, { status: 'cancelled', version: 2 }), { basedOn: 1 });
      assert.deepEqual(await bookings.sessions('c', { start: 0, end: DAY }), []);
      assert.deepEqual(await bookings.save(booking('2', 10), {}), { kind: 'saved' });
    },
  },
  {
    name: 'the guard sees the coach’s other sessions of more than a week around, and decides',
    async run(open) {
      const { bookings } = await open();
      for (const [index, hour] of [100, 110, 120, 1000].entries()) await bookings.save(booking(`${index}`, hour), {});
      let seen: readonly Interval[] = [];
      const fits = (others: readonly Interval[]) => {
        seen = others;
        return false;
      };
      assert.deepEqual(await bookings.save(booking('1', 112, { version: 2 }), { basedOn: 1, fits }), { kind: 'taken' });
      assert.deepEqual(
        seen.map(({ start }) => start / HOUR),
        [100, 120],
      );
      const found = await bookings.find('1');
      assert.deepEqual([found?.start, found?.version], [110 * HOUR, 1]);
    },
  },
  {
    name: 'a booking is changed only on the version that was read',
    async run(open) {
      const { bookings } = await open();
      await bookings.save(booking('1', 10), {});
      const confirmed = booking('1', 10, { status: 'confirmed', version: 2 });
      assert.deepEqual(await bookings.save(confirmed, { basedOn: 1 }), { kind: 'saved' });
      const late = booking('1', 10, { status: 'cancelled', version: 2 });
      assert.deepEqual(await bookings.save(late, { basedOn: 1 }), { kind: 'changed' });
      assert.deepEqual(await bookings.save(booking('1', 20), {}), { kind: 'changed' });
      assert.equal((await bookings.find('1'))?.status, 'confirmed');
    },
  },
  {
    name: 'of twenty who change one booking at once one does',
    async run(open) {
      const { bookings } = await open();
      await bookings.save(booking('1', 10), {});
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, n) => bookings.save(booking('1', 20 + n * 2, { version: 2 }), { basedOn: 1 })),
      );
      assert.equal(outcomes.filter(({ kind }) => kind === 'saved').length, 1);
      assert.equal((await bookings.sessions('c', { start: 0, end: 10 * DAY })).length, 1);
    },
  },
  {
    name: 'a key keeps its first reply for a day, and nothing is written twice',
    async run(open) {
      const { bookings } = await open();
      assert.deepEqual(await bookings.save(booking('1', 10), { keep: kept('k', 0, 'first') }), { kind: 'saved' });
      const again = await bookings.save(booking('2', 20), { keep: kept('k', 5, 'second') });
      assert.deepEqual(again, { kind: 'replayed', reply: kept('k', 0, 'first') });
      assert.equal(await bookings.find('2'), undefined);
      assert.equal((await bookings.keptReply('client', 'k', DAY - 1))?.body, 'first');
      assert.equal(await bookings.keptReply('other', 'k', 5), undefined);
      assert.equal(await bookings.keptReply('client', 'k', DAY), undefined);
      assert.deepEqual(await bookings.save(booking('2', 20), { keep: kept('k', DAY, 'third') }), { kind: 'saved' });
      assert.equal((await bookings.keptReply('client', 'k', DAY))?.body, 'third');
    },
  },
  {
    name: 'one key ten times at once is one booking, also when each asks for another coach',
    async run(open) {
      const { bookings } = await open();
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, (_, n) =>
          bookings.save(booking(`${n}`, 10, { coachId: `coach ${n}` }), { keep: kept('k', 0, `${n}`) }),
        ),
      );
      assert.equal(outcomes.filter(({ kind }) => kind === 'saved').length, 1);
      assert.equal(outcomes.filter(({ kind }) => kind === 'replayed').length, 9);
      assert.equal((await bookings.list({}, { skip: 0, limit: 20 })).total, 1);
    },
  },
  {
    name: 'what was refused leaves no reply behind',
    async run(open) {
      const { bookings } = await open();
      await bookings.save(booking('1', 10), {});
      await bookings.save(booking('2', 10), { keep: kept('k') });
      assert.equal(await bookings.keptReply('client', 'k', 1), undefined);
    },
  },
  {
    name: 'fifty at once: one is written',
    async run(open) {
      const { bookings } = await open();
      const outcomes = await Promise.all(Array.from({ length: 50 }, (_, n) => bookings.save(booking(`${n}`, 10), {})));
      assert.equal(outcomes.filter(({ kind }) => kind === 'saved').length, 1);
      assert.equal(outcomes.filter(({ kind }) => kind === 'taken').length, 49);
    },
  },
  {
    name: 'a guard that allows two sessions a day is never outrun by those who book at once',
    async run(open) {
      const { bookings } = await open();
      const fits = (others: readonly Interval[]) => others.length < 2;
      const outcomes = await Promise.all(
        Array.from({ length: 12 }, (_, n) => bookings.save(booking(`${n}`, 2 * n), { fits })),
      );
      assert.equal(outcomes.filter(({ kind }) => kind === 'saved').length, 2);
    },
  },
  {
    name: 'bookings come back as they were kept',
    async run(open) {
      const { bookings } = await open();
      const full = booking('1', 10, {
        notes: 'naïve 🙂 \0 "quoted" \\ \n',
        answers: { topic: 'x', first: true },
        metadata: { utm: 'y' },
        cancellationReason: 'ill',
        price: { amount: 5, currency: 'EUR' },
      });
      await bookings.save(full, {});
      assert.deepEqual(await bookings.find('1'), full);
    },
  },
  {
    name: 'lists are by client, coach and status, latest first, in pages',
    async run(open) {
      const { bookings } = await open();
      await bookings.save(booking('a', 10), {});
      await bookings.save(booking('b', 30, { clientId: 'other' }), {});
      await bookings.save(booking('c', 20, { status: 'confirmed' }), {});
      const ids = async (...args: Parameters<typeof bookings.list>) => {
        const page = await bookings.list(...args);
        return [page.total, ...page.bookings.map(({ id }) => id)];
      };
      const all = { skip: 0, limit: 10 };
      assert.deepEqual(await ids({}, all), [3, 'b', 'c', 'a']);
      assert.deepEqual(await ids({ coachId: 'c' }, { skip: 1, limit: 1 }), [3, 'c']);
      assert.deepEqual(await ids({ coachId: 'c' }, { skip: 0, limit: 0 }), [3]);
      for (const [countTo, total] of [[2, 2] as const, [3, 3] as const, [4, 3] as const])
        assert.deepEqual(await ids({}, { skip: 0, limit: 1, countTo }), [total, 'b']);
      assert.deepEqual(await ids({ clientId: 'client' }, all), [2, 'c', 'a']);
      assert.deepEqual(await ids({ clientId: 'client', status: 'pending' }, all), [1, 'a']);
      assert.deepEqual(await ids({ coachId: 'nobody' }, all), [0]);
    },
  },
  {
    name: 'sessions that start at one time are listed by id, so that pages neither repeat nor skip one',
    async run(open) {
      const { bookings } = await open();
      const ids = ['B', 'a', 'b', 'A', '_'];
      for (const id of ids) await bookings.save(booking(id, 10, { coachId: id }), {});
      const listed: string[] = [];
      for (let skip = 0; skip < ids.length; skip += 2) {
        const page = await bookings.list({ clientId: 'client' }, { skip, limit: 2 });
        listed.push(...page.bookings.map(({ id }) => id));
      }
      assert.deepEqual(listed, ['A', 'B', '_', 'a', 'b']);
    },
  },
  {
    name: 'replies kept for a user are forgotten at once, and nobody else’s',
    async run(open) {
      const { bookings } = await open();
      await bookings.save(booking('a', 10), { keep: kept('key') });
      await bookings.save(booking('b', 20), { keep: { ...kept('key'), userId: 'other' } });
      await bookings.forgetReplies('client');
      assert.equal(await bookings.keptReply('client', 'key', 1), undefined);
      assert.equal((await bookings.keptReply('other', 'key', 1))?.userId, 'other');
    },
  },
  {
    name: 'open requests are counted by their keys while they are pending and still to come',
    async run(open) {
      const { bookings, openRequests, sweep } = await open();
      const [a, b, c] = [booking('a', 10), booking('b', 20), booking('c', 30)];
      for (const each of [a, b, c]) await bookings.save(each, {});
      await openRequests.add('a', ['guest', 'address'], 0);
      await openRequests.add('a', ['guest'], 0);
      await openRequests.add('b', ['guest'], 0);
      await openRequests.add('c', ['address'], DAY);
      await openRequests.add('never saved', ['guest'], 0);
      assert.equal(await openRequests.count('guest', 0), 2);
      assert.equal(await openRequests.count('address', 0), 2);
      assert.equal(await openRequests.count('nobody', 0), 0);
      assert.equal(await openRequests.count('guest', 15 * HOUR), 1);
      await bookings.save({ ...b, status: 'confirmed', version: 2 }, { basedOn: 1 });
      assert.equal(await openRequests.count('guest', 0), 1);
      await sweep(90 * DAY + HOUR);
      assert.equal(await openRequests.count('guest', 0), 0);
      assert.equal(await openRequests.count('address', 0), 1);
    },
  },
  {
    name: 'a request that is noted in a transaction that fails is not counted',
    async run(open) {
      const store = await open();
      const failing = store.transaction(async (records) => {
        await records.bookings.save(booking('a', 10), {});
        await records.openRequests.add('a', ['guest'], 0);
        assert.equal(await records.openRequests.count('guest', 0), 1);
        throw new Error('no');
      });
      await assert.rejects(failing);
      assert.equal(await store.openRequests.count('guest', 0), 0);
    },
  },
];
