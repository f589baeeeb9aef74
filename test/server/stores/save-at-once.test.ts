import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { BookingRecord, SaveOutcome, Store, WrittenAlong } from '../../../src/server/ports.ts';
import { openPostgresStore } from '../../../src/server/stores/postgres.ts';
import { kept } from '../../../src/server/stores/suite/records-for-checks.ts';
import { booking, HOUR } from './store-booking.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const alone: WrittenAlong = { jobs: [], openRequests: { keys: [], most: 3 }, now: 0 };

type Guard = Parameters<NonNullable<Store['bookings']['saveAtOnce']>>[1];

async function saveAtOnce(
  { bookings }: Store,
  record: BookingRecord,
  guard: Guard = {},
  along: Partial<WrittenAlong> = {},
): Promise<SaveOutcome | undefined> {
  if (!bookings.saveAtOnce) throw new Error('This store cannot save at once');
  return bookings.saveAtOnce(record, guard, { ...alone, ...along });
}

/** As the server does: at once, and where that is not possible in a transaction. */
const save = async (store: Store, record: BookingRecord, guard: Guard = {}): Promise<SaveOutcome> =>
  (await saveAtOnce(store, record, guard)) ?? store.bookings.save(record, guard);

for (const overlap of ['constraint', 'trigger'] as const) {
  describe(`a booking that is saved at once, overlaps refused by a ${overlap}`, () => {
    let database: TestDatabase;
    let store: Store & { close(): Promise<void> };
    let other: Store & { close(): Promise<void> };
    beforeAll(async () => {
      database = await createTestDatabase();
      store = await openPostgresStore(database.url, { overlap });
      other = await openPostgresStore(database.url, { overlap });
    }, 60_000);
    beforeEach(() => database.empty());
    afterAll(async () => {
      await store.close();
      await other.close();
      await database.drop();
    });
    const rows = async (table: string) => (await database.sql(`SELECT * FROM ${table}`)).rows;

    test('is written with its reply, jobs and open requests, counted and told', async () => {
      const told: unknown[] = [];
      const end = store.listen((change) => told.push(change));
      const jobs = [1, 2].map((n) => ({ kind: 'mail', key: `${n}`, payload: { text: 'a\0b' }, dueAt: n }));
      const along = { jobs, openRequests: { keys: ['guest', 'address'], most: 3 }, now: 5 };
      const buffers = { before: HOUR / 4, after: HOUR / 2 };
      const record = booking('1', 10, { notes: 'a\0b ü' });
      expect(await saveAtOnce(store, record, { keep: kept('k'), buffers }, along)).toEqual({ kind: 'saved' });
      end();
      expect(await store.bookings.find('1')).toEqual(record);
      expect(await rows('bookings')).toMatchObject([
        {
          id: '1',
          coach_id: 'c',
          client_id: 'client',
          buffer_before: `${HOUR / 4}`,
          buffer_after: `${HOUR / 2}`,
          status: 'pending',
        },
      ]);
      expect(await store.bookings.keptReply('client', 'k', 5)).toEqual(kept('k'));
      const waiting = await store.jobs.take({ kinds: ['mail'], now: 9, leaseMs: 1, limit: 9 });
      expect(waiting.map(({ key, payload, dueAt, createdAt }) => ({ key, payload, dueAt, createdAt }))).toEqual(
        jobs.map(({ key, payload, dueAt }) => ({ key, payload, dueAt, createdAt: 5 })),
      );
      expect(await store.openRequests.count('guest', 6)).toBe(1);
      expect(await store.openRequests.count('address', 6)).toBe(1);
      expect(await store.changes.counts(['c'])).toEqual(new Map([['c', 1]]));
      expect(told).toEqual([{ about: 'times', coachId: 'c' }, { about: 'jobs' }]);
    });

    test('is refused as in a transaction: overlaps, the guard, an id that is there, a key that has a reply', async () => {
      expect(await saveAtOnce(store, booking('1', 10), { keep: kept('k', 0, 'first') })).toEqual({ kind: 'saved' });
      expect(await saveAtOnce(store, booking('2', 10.5))).toEqual({ kind: 'taken' });
      expect(await saveAtOnce(store, booking('2', 12), { fits: () => false })).toEqual({ kind: 'taken' });
      expect(await saveAtOnce(store, booking('1', 20))).toEqual({ kind: 'changed' });
      const again = await saveAtOnce(store, booking('2', 20), { keep: kept('k', 5, 'second') });
      expect(again).toEqual({ kind: 'replayed', reply: kept('k', 0, 'first') });
      expect(await rows('bookings')).toHaveLength(1);
    });

    test('is not decided when open requests are full, or when a job comes again', async () => {
      const openRequests = { keys: ['guest'], most: 1 };
      expect(await saveAtOnce(store, booking('1', 10), {}, { openRequests })).toEqual({ kind: 'saved' });
      expect(await saveAtOnce(store, booking('2', 20), {}, { openRequests })).toBeUndefined();
      const jobs = [{ kind: 'mail', key: '1', payload: null, dueAt: 1, repeat: 'again' as const }];
      expect(await saveAtOnce(store, booking('2', 20), {}, { jobs })).toBeUndefined();
      expect(await rows('bookings')).toHaveLength(1);
    });

    test('is not written when the coach’s bookings change between look and write', async () => {
      // `fits` is called between both: the other process books, as far as the next hour, before this one writes.
      let booked: Promise<SaveOutcome> | undefined;
      const first = saveAtOnce(store, booking('1', 10), {
        keep: kept('k'),
        fits: () => {
          booked = other.bookings.save(booking('2', 10.5), {});
          return true;
        },
      });
      const outcomes = [await first, await booked];
      const written = outcomes.filter((outcome) => outcome?.kind === 'saved');
      expect(written).toHaveLength(1);
      expect(await rows('bookings')).toHaveLength(1);
      // Nothing is left of the one that was not written.
      expect(await rows('kept_replies')).toHaveLength(outcomes[0]?.kind === 'saved' ? 1 : 0);
    });

    test('waits for nobody who holds the coach or the key', async () => {
      for (const name of [
        ['coach', 'c'],
        ['key', 'client', 'k'],
      ]) {
        const holder = new pg.Client({ connectionString: database.url });
        await holder.connect();
        await holder.query('BEGIN');
        await holder.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [JSON.stringify(name)]);
        expect(await saveAtOnce(store, booking('1', 10), { keep: kept('k') })).toBeUndefined();
        await holder.query('ROLLBACK');
        await holder.end();
      }
      expect(await rows('bookings')).toEqual([]);
      expect(await rows('coach_changes')).toEqual([]);
    });

    test('a key that another coach’s booking used meanwhile leaves nothing', async () => {
      let used: Promise<SaveOutcome> | undefined;
      const keep = kept('k', 0, 'mine');
      const outcome = await saveAtOnce(store, booking('1', 10), {
        keep,
        fits: () => {
          used = other.bookings.save(booking('2', 10, { coachId: 'd' }), { keep: kept('k', 0, 'theirs') });
          return true;
        },
      });
      const saved = [outcome, await used].filter((each) => each?.kind === 'saved');
      expect(saved).toHaveLength(1);
      expect(await rows('bookings')).toHaveLength(1);
      expect(await rows('kept_replies')).toHaveLength(1);
    });

    test('of many at once, in two processes, one gets each hour, and each key makes one booking', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 60 }, async (_, n) => {
          const coachId = `c${n % 2}`;
          const record = booking(`b${n}`, (n >> 1) % 10, { coachId });
          // Each key is used twice, by both processes.
          return save(n % 4 < 2 ? store : other, record, { keep: kept(`k${n % 30}`, 0, `${n}`) });
        }),
      );
      const saved = outcomes.filter(({ kind }) => kind === 'saved').length;
      expect(await rows('bookings')).toHaveLength(saved);
      expect(await rows('kept_replies')).toHaveLength(saved);
      const { rows: hours } = await database.sql('SELECT DISTINCT coach_id, starts_at FROM bookings');
      expect(hours).toHaveLength(saved);
      expect(saved).toBe(20);
    });

    test('a rule about the coach’s other sessions holds for two who book at once in two processes', async () => {
      const only: Guard = { fits: (others) => others.length === 0 };
      const outcomes = await Promise.all(
        Array.from({ length: 60 }, (_, n) => {
          const record = booking(`b${n}`, 10 + n, { coachId: `c${n % 20}` });
          return save(n % 40 < 20 ? store : other, record, only);
        }),
      );
      expect(outcomes.filter(({ kind }) => kind === 'saved')).toHaveLength(20);
      expect(await rows('bookings')).toHaveLength(20);
    });

    test('one that fails in the database for another reason is left to the transaction', async () => {
      await database.sql('ALTER TABLE jobs ADD CONSTRAINT only_small CHECK (due_at < 100)');
      const jobs = [{ kind: 'mail', key: '1', payload: null, dueAt: 1000 }];
      expect(await saveAtOnce(store, booking('1', 10), {}, { jobs })).toBeUndefined();
      await database.sql('ALTER TABLE jobs DROP CONSTRAINT only_small');
      expect(await rows('bookings')).toEqual([]);
      expect(await rows('coach_changes')).toEqual([]);
    });

    test('one that the database refuses undoes those it was sent with, and a transaction writes them', async () => {
      // Written beside the program and not committed: the look does not see it.
      const beside = new pg.Client({ connectionString: database.url });
      await beside.connect();
      await beside.query(`BEGIN; INSERT INTO bookings (id, client_id, coach_id, starts_at, ends_at, status, version, record)
        VALUES ('raw', 'x', 'c3', ${10 * HOUR}, ${11 * HOUR}, 'pending', 1, '{}')`);
      let decided = 0;
      const fits = () => {
        decided += 1;
        return true;
      };
      const saving = Promise.all(
        [1, 2, 3, 4].map((n) => save(store, booking(`${n}`, 10, { coachId: `c${n}` }), { fits })),
      );
      await expect.poll(() => decided).toBeGreaterThan(3);
      await beside.query('COMMIT');
      await beside.end();
      expect((await saving).map(({ kind }) => kind)).toEqual(['saved', 'saved', 'taken', 'saved']);
      expect((await rows('bookings')).map(({ id }) => id).sort()).toEqual(['1', '2', '4', 'raw']);
    });
  });
}
