import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
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

/** Waits until it holds, at most so long. */
async function until(holds: () => boolean, ms: number): Promise<number> {
  const startedAt = performance.now();
  while (!holds()) {
    if (performance.now() - startedAt > ms) throw new Error(`did not happen within ${ms} ms`);
    await wait(5);
  }
  return performance.now() - startedAt;
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
  await until(() => told.at(-1) === 50, 2000);
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
  await until(() => asked > 2, 2000);
  end();
  await wait(50);
  const before = asked;
  await wait(100);
  expect(asked).toBe(before);
});

test('a store that fails for a while is asked again', async () => {
  const store = createMemoryStore();
  let isAway = true;
  const counts: Store['changes']['counts'] = (ids) => {
    if (isAway) throw new Error('away');
    return store.changes.counts(ids);
  };
  const changes = createTimeChanges({ ...store, changes: { counts: async (ids) => counts(ids) } }, { askMs: 10 });
  const told: number[] = [];
  changes.watch('c', (count) => told.push(count));
  await wait(30);
  isAway = false;
  await wait(50);
  isAway = true;
  await store.bookings.save(booking('1', 10), {});
  await wait(30);
  isAway = false;
  await until(() => told.at(-1) === 1, 2000);
});

describe('another process on the same store', () => {
  test('SQLite: is heard within a second and a half', async () => {
    const file = join(folder, 'two.sqlite');
    const [one, two] = [kept(openSqliteStore(file)), kept(openSqliteStore(file))];
    const told: number[] = [];
    const end = createTimeChanges(one).watch('c', (count) => told.push(count));
    await wait(50);
    await two.bookings.save(booking('1', 10), {});
    expect(await until(() => told.at(-1) === 1, 5000)).toBeLessThan(1500);
    end();
  });

  test('PostgreSQL: is heard at once, by NOTIFY, also after its connection was cut', async () => {
    const database = await createTestDatabase();
    const [one, two] = [kept(await openPostgresStore(database.url)), kept(await openPostgresStore(database.url))];
    const hearing = one.hearOthers?.(() => undefined);
    await until(() => hearing?.isHeard() === true, 5000);
    const told: number[] = [];
    // It never asks: what is told was heard.
    const end = createTimeChanges(one, { askMs: 1e6, askRarelyMs: 1e6 }).watch('c', (count) => told.push(count));
    await wait(100);
    await two.bookings.save(booking('1', 10), {});
    await until(() => told.at(-1) === 1, 5000);
    await two.coaches.list();
    await database.sql(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query ~ '^LISTEN' AND datname = current_database()",
    );
    await until(() => hearing?.isHeard() === false, 5000);
    await until(() => hearing?.isHeard() === true, 15_000);
    await two.bookings.save(booking('2', 20), {});
    await until(() => told.at(-1) === 2, 5000);
    end();
    for (const store of stores) await store.close();
    stores.clear();
    await database.drop();
  });
});
