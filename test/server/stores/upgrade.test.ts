import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { migrations } from '../../../src/server/stores/sql/migrations.ts';
import { openSqliteStore } from '../../../src/server/stores/sqlite.ts';
import { migrateSqlite, sqliteSchemaVersion } from '../../../src/server/stores/sqlite-migrate.ts';

const folder = mkdtempSync(join(tmpdir(), 'booking-upgrade-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fixture = fileURLToPath(new URL('fixtures/0.1.0.sqlite.gz', import.meta.url));

/** A copy of a file that version 0.1.0 wrote: the seed, and a guest's bookings and calendars. */
function file010(name: string): string {
  const path = join(folder, `${name}.sqlite`);
  writeFileSync(path, gunzipSync(readFileSync(fixture)));
  return path;
}

/** What version 0.1.0 itself counted in the file. */
const COUNTS = {
  accounts: 12,
  bookings: 14,
  coaches: 8,
  kept_replies: 1,
  token_families: 1,
  calendar_authorizations: 1,
  calendar_connections: 1,
  calendar_events: 1,
  calendar_feeds: 1,
};
const WROTE_AT = Date.UTC(2025, 10, 5, 10, 30);
const START = Date.UTC(2026, 0, 12, 9);
const HOUR = 3_600_000;

async function expectAllThere(path: string): Promise<void> {
  const db = new DatabaseSync(path);
  expect(sqliteSchemaVersion(db)).toBe(migrations.length);
  for (const [table, count] of Object.entries(COUNTS)) {
    expect([table, db.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n]).toEqual([table, count]);
  }
  db.close();
  const store = openSqliteStore(path);
  const guest = await store.accounts.find('guest-1');
  expect(guest).toMatchObject({ email: 'guest@example.com', name: 'Gast Ü', isGuest: true });
  expect((await store.accounts.findByEmail('client@example.com'))?.passwordHash).toMatch(/^scrypt\$/);
  const found = await store.accounts.list({ role: 'coach', words: ['ana', 'KELLER'] }, { skip: 0, limit: 5 });
  expect(found).toMatchObject({ total: 1, accounts: [{ email: 'coach@example.com' }] });
  // Databases lower-case A to Z alone: what they wrote is written anew.
  const guests = await store.accounts.list({ words: ['gast', 'ü'] }, { skip: 0, limit: 5 });
  expect(guests).toMatchObject({ total: 1, accounts: [{ id: 'guest-1' }] });
  expect(await store.bookings.find('fixture-1')).toMatchObject({
    start: START,
    end: START + HOUR,
    notes: 'naïve 🙂',
    answers: { topic: 'x', first: true },
    metadata: { utm: 'y' },
    price: { amount: 5, currency: 'EUR' },
  });
  expect(await store.bookings.find('fixture-2')).toMatchObject({
    status: 'confirmed',
    meetingLink: 'https://meet.example.com/abc',
  });
  expect(await store.bookings.find('fixture-3')).toMatchObject({ status: 'cancelled', cancellationReason: 'ill' });
  expect((await store.bookings.list({ clientId: 'guest-1' }, { skip: 0, limit: 10 })).total).toBe(3);
  expect(await store.bookings.keptReply('guest-1', 'key-1', WROTE_AT)).toMatchObject({ body: '{"id":"fixture-1"}' });
  expect(await store.tokens.find('family-1')).toMatchObject({ current: 'two', previous: 'one' });
  await store.tokens.endAll('guest-1');
  expect(await store.tokens.find('family-1')).toBeUndefined();
  const coaches = await store.coaches.list();
  expect(coaches).toHaveLength(COUNTS.coaches);
  const [coach] = coaches;
  expect(coach).toMatchObject({
    scheduleVersion: 2,
    schedule: { buffer_before_minutes: 10, buffer_after_minutes: 20 },
  });
  const coachId = coach?.profile.user_id ?? '';
  expect(await store.bookings.sessions(coachId, { start: START, end: START + 4 * HOUR })).toHaveLength(2);
  expect(await store.calendars.connections.find(coachId, 'google')).toMatchObject({ accessToken: 'sealed-a' });
  expect(await store.calendars.events.ofBooking('fixture-2')).toMatchObject([
    { eventId: 'event-1', hostsMeeting: true },
  ]);
  expect(await store.calendars.feeds.byHash('feed-hash')).toMatchObject({ userId: coachId });
  expect(await store.calendars.authorizations.take('state-1')).toMatchObject({ verifier: 'sealed-v' });
  // What waited to be synced waits on, as a job.
  expect((await store.jobs.list('waiting', { skip: 0, limit: 10 })).jobs).toMatchObject([
    {
      kind: 'calendar-sync',
      key: 'fixture-2',
      payload: { bookingId: 'fixture-2' },
      attempts: 2,
      dueAt: WROTE_AT + 600_000,
    },
  ]);
  store.close();
}

test('a file of version 0.1.0 opens in the newest schema, and everything in it is there', async () => {
  const path = file010('opens');
  openSqliteStore(path).close();
  await expectAllThere(path);
});

test('every step on the way from 0.1.0 opens too', async () => {
  for (let steps = 1; steps < migrations.length; steps += 1) {
    const path = file010(`step-${steps}`);
    const db = new DatabaseSync(path);
    migrateSqlite(db, migrations.slice(0, steps));
    db.close();
    openSqliteStore(path).close();
    await expectAllThere(path);
  }
});

test('two connections that start at once take each step once', async () => {
  const path = file010('twice');
  const open = () =>
    new Promise<number | null>((resolve) => {
      const script = `await import(${JSON.stringify(sqliteModule)}).then(({ openSqliteStore }) => openSqliteStore(${JSON.stringify(path)}).close())`;
      spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' }).on('exit', resolve);
    });
  expect(await Promise.all([open(), open(), open()])).toEqual([0, 0, 0]);
  await expectAllThere(path);
});

const sqliteModule = new URL('../../../src/server/stores/sqlite.ts', import.meta.url).href;

test('a program that is killed in the middle of a step leaves the file as it was, and the next start finishes', async () => {
  const path = file010('killed');
  // Killed by its own statement: half of the last step is written by then.
  const script = `
    const { DatabaseSync } = await import('node:sqlite');
    const { migrateSqlite } = await import(${JSON.stringify(new URL('../../../src/server/stores/sqlite-migrate.ts', import.meta.url).href)});
    const { migrations } = await import(${JSON.stringify(new URL('../../../src/server/stores/sql/migrations.ts', import.meta.url).href)});
    const db = new DatabaseSync(${JSON.stringify(path)});
    db.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL');
    db.function('die', () => process.kill(process.pid, 'SIGKILL'));
    const last = migrations.at(-1);
    migrateSqlite(db, [...migrations.slice(0, -1), { ...last, sqlite: [...last.sqlite, 'SELECT die()'] }]);`;
  const signal = await new Promise((resolve) => {
    spawn(process.execPath, ['--input-type=module', '-e', script]).on('exit', (_, by) => resolve(by));
  });
  expect(signal).toBe('SIGKILL');
  const db = new DatabaseSync(path);
  expect(sqliteSchemaVersion(db)).toBe(migrations.length - 1);
  db.close();
  openSqliteStore(path).close();
  await expectAllThere(path);
});

test('a file of a newer version is refused with what to do, and left as it is', () => {
  const path = file010('newer');
  const db = new DatabaseSync(path);
  db.exec('PRAGMA user_version = 999');
  db.close();
  expect(() => openSqliteStore(path)).toThrow(/schema version 999, and this program knows \d+.*Install that version/);
  const again = new DatabaseSync(path);
  expect(sqliteSchemaVersion(again)).toBe(999);
  again.close();
});
