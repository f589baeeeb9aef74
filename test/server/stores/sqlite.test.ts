import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { MAX_LIMIT_WINDOWS } from '../../../src/server/ports.ts';
import { migrations } from '../../../src/server/stores/sql/migrations.ts';
import { openSqliteStore } from '../../../src/server/stores/sqlite.ts';
import { migrateSqlite, sqliteSchemaVersion } from '../../../src/server/stores/sqlite-migrate.ts';
import { booking } from './store-booking.ts';
import { testStore } from './store-suite.ts';

const folder = mkdtempSync(join(tmpdir(), 'booking-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

testStore(() => openSqliteStore(':memory:'));

test('what was kept is there after the file is opened again', async () => {
  const path = join(folder, 'again.sqlite');
  const first = openSqliteStore(path);
  await first.bookings.save(booking('1', 10), {});
  first.close();
  const second = openSqliteStore(path);
  expect(await second.bookings.find('1')).toEqual(booking('1', 10));
  second.close();
});

test('four processes that book the same hours at once: each hour goes to one of them', async () => {
  const path = join(folder, 'shared.sqlite');
  openSqliteStore(path).close();
  const script = fileURLToPath(new URL('save-many.ts', import.meta.url));
  const runs = ['a', 'b', 'c', 'd'].map((name) => promisify(execFile)(process.execPath, [script, path, name]));
  const saved = (await Promise.all(runs)).map(({ stdout }) => Number(stdout));
  expect(saved.reduce((sum, count) => sum + count)).toBe(40);
  const store = openSqliteStore(path);
  expect(await store.bookings.sessions('c', { start: 0, end: 1e12 })).toHaveLength(40);
  store.close();
});

test('the database itself refuses an overlap, whoever writes', async () => {
  const path = join(folder, 'guard.sqlite');
  const store = openSqliteStore(path);
  await store.bookings.save(booking('1', 10), {});
  await store.bookings.save(booking('2', 20), {});
  store.close();
  const db = new DatabaseSync(path);
  const overlap = () =>
    db.exec(
      `INSERT INTO bookings (id, client_id, coach_id, starts_at, ends_at, status, version, record)
       VALUES ('3', 'x', 'c', ${10.5 * 3_600_000}, ${12 * 3_600_000}, 'pending', 1, '{}')`,
    );
  expect(overlap).toThrow(/sessions overlap/);
  expect(() => db.exec(`UPDATE bookings SET starts_at = ${10 * 3_600_000} WHERE id = '2'`)).toThrow(/sessions overlap/);
  db.close();
});

test('a flood of limits is swept down to the hundred thousand that end last', async () => {
  const path = join(folder, 'flood.sqlite');
  const store = openSqliteStore(path);
  const db = new DatabaseSync(path);
  db.exec(
    `INSERT INTO limits (name, used, ends_at) WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 100500)
       SELECT 'l' || n, 1, 1000 + n FROM n`,
  );
  await store.sweep(0);
  expect(db.prepare('SELECT count(*) AS n FROM limits').get()?.n).toBe(MAX_LIMIT_WINDOWS);
  db.close();
  expect(await store.limits.look('l500', 0)).toBeUndefined();
  expect(await store.limits.look('l501', 0)).toEqual({ count: 1, endsAt: 1501 });
  store.close();
});

test('a write lock that another program holds freezes nothing, and is told as 503 with a time to come back', async () => {
  const path = join(folder, 'locked.sqlite');
  const store = openSqliteStore(path);
  const other = new DatabaseSync(path);
  other.exec('BEGIN IMMEDIATE');
  let turns = 0;
  const ticking = setInterval(() => {
    turns += 1;
  }, 10);
  const refusal = await store.bookings.save(booking('1', 10), {}).catch((error: unknown) => error);
  clearInterval(ticking);
  expect(refusal).toMatchObject({ code: 'server_busy', status: 503, headers: { 'retry-after': '2' } });
  expect(turns).toBeGreaterThan(50);
  other.exec('ROLLBACK');
  expect(await store.bookings.save(booking('1', 10), {})).toEqual({ kind: 'saved' });
  other.close();
  store.close();
}, 30_000);

test('when SQLite itself ends the transaction of an upgrade, as on a full disk, the cause is what is told', () => {
  const db = new DatabaseSync(join(folder, 'ended.sqlite'));
  migrateSqlite(db);
  const step = {
    name: 'a fault that ends the transaction',
    sqlite: [
      'CREATE TABLE once (id INTEGER UNIQUE)',
      'INSERT INTO once VALUES (1)',
      'INSERT OR ROLLBACK INTO once VALUES (1)',
    ],
    postgres: () => [],
  };
  expect(() => migrateSqlite(db, [...migrations, step])).toThrow(/UNIQUE/);
  expect(sqliteSchemaVersion(db)).toBe(migrations.length);
  db.close();
});
