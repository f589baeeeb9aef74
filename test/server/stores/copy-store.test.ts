import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copiedTables, copyStore } from '../../../src/server/stores/copy-store.ts';
import { openPostgresSql, openPostgresStore } from '../../../src/server/stores/postgres.ts';
import { openSqliteSql, openSqliteStore } from '../../../src/server/stores/sqlite.ts';
import { booking } from './store-booking.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'booking-copy-'));
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
}, 60_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.drop();
});

/** A grown SQLite file: what 0.1.0 wrote, and 450 bookings more. */
async function grown(name: string): Promise<string> {
  const path = join(folder, `${name}.sqlite`);
  writeFileSync(path, gunzipSync(readFileSync(fileURLToPath(new URL('fixtures/0.1.0.sqlite.gz', import.meta.url)))));
  const store = openSqliteStore(path);
  for (let n = 0; n < 450; n += 1) await store.bookings.save(booking(`copied-${n}`, 10_000 + n, { notes: 'ü🙂' }), {});
  store.close();
  return path;
}

test('the list of what is copied names every table and column of both databases', async () => {
  const sqlite = openSqliteSql(':memory:');
  const postgres = await openPostgresSql(database.url);
  const listed = new Map(copiedTables.map(({ table, columns }) => [table, [...columns].sort()]));
  const inSqlite = new Map<string, string[]>();
  for (const { name } of await sqlite.sql.read(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
  )) {
    const columns = await sqlite.sql.read(
      `SELECT name FROM pragma_table_info('${name}') WHERE name <> 'position' OR '${name}' <> 'coaches'`,
    );
    inSqlite.set(String(name), columns.map((column) => String(column.name)).sort());
  }
  const inPostgres = new Map<string, string[]>();
  for (const row of await postgres.sql.read(
    `SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'
       AND table_name <> 'culturebridge_booking_schema' AND column_name <> 'taken'
       AND (column_name <> 'position' OR table_name NOT IN ('coaches', 'calendar_events')) ORDER BY column_name`,
  )) {
    const name = String(row.table_name);
    inPostgres.set(name, [...(inPostgres.get(name) ?? []), String(row.column_name)].sort());
  }
  const sorted = (tables: Map<string, string[]>) => [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  expect(sorted(inSqlite)).toEqual(sorted(listed));
  expect(sorted(inPostgres)).toEqual(sorted(listed));
  sqlite.close();
  await postgres.close();
});

test('a grown file moves to PostgreSQL and back, and is the same in all three', async () => {
  const path = await grown('there');
  const from = openSqliteSql(path);
  const to = await openPostgresSql(database.url);
  const copied = await copyStore(from.sql, to.sql);
  expect(Object.fromEntries(copied.map(({ table, rows }) => [table, rows]))).toMatchObject({
    accounts: 12,
    bookings: 464,
    coaches: 8,
    calendar_events: 1,
    jobs: 1,
  });
  const back = openSqliteSql(join(folder, 'back.sqlite'));
  await copyStore(to.sql, back.sql);
  from.close();
  back.close();
  await to.close();
  const [first, second, third] = [
    openSqliteStore(path),
    await openPostgresStore(database.url),
    openSqliteStore(join(folder, 'back.sqlite')),
  ];
  for (const store of [second, third]) {
    expect(await store.coaches.list()).toEqual(await first.coaches.list());
    const page = { skip: 40, limit: 100 };
    expect(await store.bookings.list({}, page)).toEqual(await first.bookings.list({}, page));
    expect(await store.jobs.list('waiting', page)).toEqual(await first.jobs.list('waiting', page));
  }
  for (const store of [first, second, third]) await store.close();
});

test('a target that is not empty, and a source that is written to meanwhile, are refused', async () => {
  const path = await grown('busy');
  const from = openSqliteSql(path);
  const filled = openSqliteStore(join(folder, 'filled.sqlite'));
  await filled.bookings.save(booking('1', 10), {});
  filled.close();
  const target = openSqliteSql(join(folder, 'filled.sqlite'));
  await expect(copyStore(from.sql, target.sql)).rejects.toThrow(/bookings of the target is not empty/);
  target.close();
  const fresh = openSqliteSql(join(folder, 'fresh.sqlite'));
  let isChanged = false;
  const busy: typeof from.sql = {
    ...from.sql,
    read: async (text, values) => {
      if (!isChanged && text.includes('count(*)')) {
        isChanged = true;
        await from.sql.write("UPDATE accounts SET record = '{}' WHERE id = 'guest-1'");
      }
      return from.sql.read(text, values);
    },
  };
  await expect(copyStore(busy, fresh.sql)).rejects.toThrow(/accounts guest-1: record differs.*Stop it/);
  fresh.close();
  from.close();
});
