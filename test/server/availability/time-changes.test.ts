import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createTimeChanges } from '../../../src/server/availability/time-changes.ts';
import type { Store } from '../../../src/server/ports.ts';
import { createMemoryStore } from '../../../src/server/stores/memory.ts';
import { openPostgresStore } from '../../../src/server/stores/postgres.ts';
import { openSqliteStore } from '../../../src/server/stores/sqlite.ts';
import { booking } from '../stores/store-booking.ts';
import { createTestDatabase } from '../stores/test-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'booking-changes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const stores = new Set<Store>();
afterEach(async () => {
  for (const store of stores) await store.close();
  stores.clear();
});
const kept = <S extends Store>(store: S): S => {
  stores.add(store);
  return store;
};

/** Waits until it holds, so long as a busy machine may take. */
async function until(holds: () => boolean): Promise<void> {
  await expect.poll(holds, { timeout: 20_000, interval: 5 }).toBe(true);
}

/** The store, and how often it has told the counts. */
function counting(store: Store) {
  const asked = { answers: 0 };
  const counts: Store['changes']['counts'] = async (ids) => {
    const found = await store.changes.counts(ids);
    asked.answers += 1;
    return found;
  };
  return { store: { ...store, changes: { counts } }, asked };
}

test('tells who watches a coach of each change in this process, changes that follow each other together, and nobody else', async () => {
  const store = createMemoryStore();
  const changes = createTimeChanges(store, { gatherMs: 100 });
  const told: number[] = [];
  const others: number[] = [];
  const end = changes.watch('c', (count) => told.push(count));
  changes.watch('other', (count) => others.push(count));
  await wait(10);
  for (let at = 1; at <= 50; at += 1) await store.bookings.save(booking(String(at), at * 10), {});
  await until(() => told.at(-1) === 50);
  expect(told.length).toBeLessThan(50);
  expect(others).toEqual([]);
  end();
  await store.bookings.save(booking('51', 900), {});
  await wait(150);
  expect(told.at(-1)).toBe(50);
});

test('asks nothing while nobody watches', async () => {
  const store = createMemoryStore();
  let asked = 0;
  const counts: Store['changes']['counts'] = (ids) => {
    asked += 1;
    return store.changes.counts(ids);
  };
  const changes = createTimeChanges({ ...store, changes: { counts } }, { askMs: 10 });
  await store.bookings.save(booking('1', 10), {});
  await wait(50);
  expect(asked).toBe(0);
  const end = changes.watch('c', () => undefined);
  await until(() => asked > 2);
  end();
  await wait(50);
  const before = asked;
  await wait(100);
  expect(asked).toBe(before);
});

test('what another process changed is told within a second where a store does not hear of it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const plain = createMemoryStore();
  const told: number[] = [];
  const end = createTimeChanges({ changes: plain.changes, listen: () => () => undefined }).watch('c', (count) =>
    told.push(count),
  );
  await vi.advanceTimersByTimeAsync(0);
  await plain.bookings.save(booking('1', 10), {});
  await vi.advanceTimersByTimeAsync(999);
  expect(told).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(told).toEqual([1]);
  end();
});

test('a store that fails for a while is asked again', async () => {
  const store = createMemoryStore();
  let isAway = true;
  const asked = { answers: 0, refusals: 0 };
  const counts: Store['changes']['counts'] = async (ids) => {
    asked[isAway ? 'refusals' : 'answers'] += 1;
    if (isAway) throw new Error('away');
    return store.changes.counts(ids);
  };
  const changes = createTimeChanges({ ...store, changes: { counts } }, { askMs: 10 });
  const told: number[] = [];
  changes.watch('c', (count) => told.push(count));
  await until(() => asked.refusals > 1);
  isAway = false;
  await until(() => asked.answers > 0);
  isAway = true;
  await store.bookings.save(booking('1', 10), {});
  const before = asked.refusals;
  await until(() => asked.refusals > before + 1);
  expect(told).toEqual([]);
  isAway = false;
  await until(() => told.at(-1) === 1);
});

describe('another process on the same store', () => {
  test('SQLite: is heard when it is asked next, which is each second', async () => {
    const file = join(folder, 'two.sqlite');
    const [one, two] = [kept(openSqliteStore(file)), kept(openSqliteStore(file))];
    const told: number[] = [];
    const { store, asked } = counting(one);
    const end = createTimeChanges(store).watch('c', (count) => told.push(count));
    await until(() => asked.answers > 0);
    await two.bookings.save(booking('1', 10), {});
    const before = asked.answers;
    await until(() => told.at(-1) === 1);
    // One may have been under way while the booking was written.
    expect(asked.answers).toBeLessThanOrEqual(before + 2);
    end();
  });

  test('PostgreSQL: is heard at once, by NOTIFY, also after its connection was cut', async () => {
    const database = await createTestDatabase();
    const [one, two] = [kept(await openPostgresStore(database.url)), kept(await openPostgresStore(database.url))];
    const hearing = one.hearOthers?.(() => undefined);
    await until(() => hearing?.isHeard() === true);
    const told: number[] = [];
    // It never asks: what is told was heard.
    const { store, asked } = counting(one);
    const end = createTimeChanges(store, { askMs: 1e6, askRarelyMs: 1e6 }).watch('c', (count) => told.push(count));
    await until(() => asked.answers > 0);
    await two.bookings.save(booking('1', 10), {});
    await until(() => told.at(-1) === 1);
    await two.coaches.list();
    await database.sql(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query ~ '^LISTEN' AND datname = current_database()",
    );
    await until(() => hearing?.isHeard() === false);
    await until(() => hearing?.isHeard() === true);
    await two.bookings.save(booking('2', 20), {});
    await until(() => told.at(-1) === 2);
    end();
    for (const store of stores) await store.close();
    stores.clear();
    await database.drop();
  });
});
