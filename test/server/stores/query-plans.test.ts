import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { MOST_COUNTED } from '../../../src/contract/query.ts';
import { openPostgresSql } from '../../../src/server/stores/postgres.ts';
import { sqlRecords, sweepRecords } from '../../../src/server/stores/sql/records.ts';
import type { Sql, SqlValue } from '../../../src/server/stores/sql/sql.ts';
import { openSqliteSql } from '../../../src/server/stores/sqlite.ts';
import { booking, HOUR } from './store-booking.ts';
import { createTestDatabase } from './test-database.ts';

/** `BOOKINGS=1000000 npx vitest run test/server/stores/query-plans.test.ts` asks the same at a million rows. */
const BOOKINGS = Number(process.env.BOOKINGS ?? 20_000);
const COACHES = Math.max(20, Math.round(BOOKINGS / 100));
const folder = mkdtempSync(join(tmpdir(), 'booking-plans-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Asked {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

/** Fills the tables by statements of the database itself: one row of each hundred is a coach's next session. */
async function fill(sql: Sql): Promise<void> {
  const numbers = (count: number) =>
    sql.dialect === 'sqlite'
      ? `(WITH RECURSIVE all_n(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM all_n WHERE n < ${count - 1}) SELECT n FROM all_n) AS t`
      : `generate_series(0, ${count - 1}) AS t(n)`;
  // As large as what is kept of a short booking: whether an index is cheaper than the table depends on it.
  const record = `'{"id":"' || n || '","notes":"${'x'.repeat(300)}"}'`;
  // No statement reads by it, and a million rows are written in half the time.
  if (sql.dialect === 'postgres') await sql.write('ALTER TABLE bookings DROP CONSTRAINT sessions_do_not_overlap');
  await sql.write(
    `INSERT INTO bookings (id, client_id, coach_id, starts_at, ends_at, status, version, record)
     SELECT 'b' || n, 'client' || (n % 5000), 'coach' || (n % ${COACHES}), (n / ${COACHES}) * ${2 * HOUR},
       (n / ${COACHES}) * ${2 * HOUR} + ${HOUR}, CASE WHEN n % 7 = 0 THEN 'cancelled' ELSE 'confirmed' END, 1, ${record}
     FROM ${numbers(BOOKINGS)}`,
  );
  const other = Math.round(BOOKINGS / 4);
  await sql.write(
    `INSERT INTO accounts (id, login_email, role, search_text, record)
     SELECT 'a' || n, n || '@example.com', CASE WHEN n % 50 = 0 THEN 'coach' ELSE 'client' END, n || '@example.com', ${record}
     FROM ${numbers(other)}`,
  );
  await sql.write(
    `INSERT INTO token_families (id, user_id, current, expires_at, record) SELECT 'f' || n, 'u' || n, 'x', n, ${record} FROM ${numbers(other)}`,
  );
  await sql.write(`INSERT INTO limits (name, used, ends_at) SELECT 'l' || n, 1, n FROM ${numbers(other)}`);
  await sql.write(
    `INSERT INTO kept_replies (user_id, idempotency_key, kept_at, record) SELECT 'u' || n, 'k', n, ${record} FROM ${numbers(other)}`,
  );
  await sql.write(`INSERT INTO coach_changes (coach_id, changes) SELECT 'coach' || n, 1 FROM ${numbers(COACHES)}`);
  await sql.write(
    `INSERT INTO jobs (id, kind, key, payload, state, due_at, created_at, finished_at)
     SELECT 'j' || n, 'mail', 'k' || n, 'null', CASE WHEN n % 10 = 0 THEN 'waiting' ELSE 'done' END, n, n, n FROM ${numbers(other)}`,
  );
  await sql.write(
    `INSERT INTO calendar_events (booking_id, user_id, provider, starts_at, ends_at, record)
     SELECT 'b' || n, 'coach' || (n % ${COACHES}), 'google', n * 1000, n * 1000 + ${HOUR}, ${record} FROM ${numbers(other)}`,
  );
  // As the database itself does in time; until then PostgreSQL cannot count by an index alone.
  await sql.write(sql.dialect === 'postgres' ? 'VACUUM ANALYZE' : 'ANALYZE');
}

const seeded = {
  name: null,
  role: 'client',
  timeZone: null,
  isGuest: false,
  isActive: true,
  createdAt: 0,
} as const;

/** Runs what a server does in a day, and gives the statements it ran. */
async function record(sql: Sql): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  const listening = (inner: Sql): Sql => ({
    ...inner,
    read: (text, values = []) => {
      asked.push({ text, values });
      return inner.read(text, values);
    },
    write: (text, values = []) => {
      asked.push({ text, values });
      return inner.write(text, values);
    },
    ...(inner.together && {
      together: (statement: Asked) => {
        asked.push(statement);
        return inner.together?.(statement) ?? Promise.resolve(undefined);
      },
    }),
    transaction: (work) => inner.transaction((tx) => work(listening(tx))),
  });
  const spy = listening(sql);
  const { accounts, bookings, tokens, limits, jobs, calendars, changes, openRequests } = sqlRecords(spy);
  const month = { start: 100 * HOUR, end: 820 * HOUR };
  await bookings.sessions('coach7', month);
  await bookings.notErased('coach7', 400 * HOUR, 50);
  for (const filter of [
    { coachId: 'coach7' },
    { clientId: 'client7' },
    { coachId: 'coach7', status: 'confirmed' as const },
  ]) {
    await bookings.list(filter, { skip: 0, limit: 20 });
    await bookings.list(filter, { skip: 99 * 20, limit: 20 });
  }
  for (const filter of [{}, { status: 'confirmed' as const }, { status: 'pending' as const }]) {
    await bookings.list(filter, { skip: 0, limit: 20, countTo: MOST_COUNTED });
    await bookings.list(filter, { skip: 99 * 20, limit: 20, countTo: MOST_COUNTED });
  }
  const keep = { userId: 'u', key: 'k', requestHash: 'h', body: '{}', keptAt: 1 };
  await bookings.save(booking('new', 1e6, { coachId: 'coach7' }), { keep, fits: () => true });
  await bookings.save(booking('new', 1e6 + 1, { coachId: 'coach7', version: 2 }), { basedOn: 1 });
  if (bookings.saveAtOnce) {
    const along = { jobs: [], openRequests: { keys: ['guest7'], most: 3 }, now: 5 };
    await bookings.saveAtOnce(booking('newer', 2e6, { coachId: 'coach7' }), { keep: { ...keep, key: 'other' } }, along);
  }
  await accounts.findByEmail('7@example.com');
  await accounts.find('a7');
  for (const filter of [{}, { role: 'coach' as const }, { words: ['77'] }])
    await accounts.list(filter, { skip: 20, limit: 20, countTo: MOST_COUNTED });
  await tokens.add({ id: 'f', userId: 'u', current: '1', previous: null, rotatedAt: 0, expiresAt: 1 });
  await tokens.rotate({ id: 'f', userId: 'u', current: '2', previous: '1', rotatedAt: 0, expiresAt: 1 }, '1');
  await limits.take('l7', 10, 5);
  await limits.look('l7', 5);
  await limits.giveBack('l7', 5);
  await accounts.update({ ...seeded, id: 'a7', email: 'new7@example.com' });
  await tokens.endAll('u7', 'f');
  await openRequests.add('b7', ['guest7'], 5);
  await openRequests.count('guest7', 5);
  await bookings.forgetReplies('u7');
  await calendars.removeUser('coach7');
  await changes.counts(['coach7', 'coach8']);
  const taken = await jobs.take({ kinds: ['mail'], now: 500, leaseMs: 10, limit: 3 });
  if (taken[0]) await jobs.finish(taken[0], 500);
  await jobs.nextDueAt(['mail']);
  await jobs.list('dead', { skip: 0, limit: 20 });
  await calendars.events.ofBooking('b7');
  await calendars.events.ofUser('coach7', 'google', 0, 20_000);
  await sweepRecords(spy, 20);
  return asked.filter(({ text }) => !/pg_advisory|^INSERT/.test(text));
}

/** An admin's statements: they ask for pages of everything, or for words anywhere in it, and may walk along an index so far. */
const ofEverybody =
  /FROM \(SELECT 1 FROM (bookings|accounts) |^SELECT record FROM accounts |IN \( SELECT id FROM bookings ORDER/;

/** Milliseconds of each statement that only reads, the best of three, the slowest first. */
async function timesOf(sql: Sql, asked: readonly Asked[]): Promise<string> {
  const lines: { readonly ms: number; readonly text: string }[] = [];
  for (const { text, values } of asked.filter((each) => /^SELECT/.test(each.text))) {
    let ms = Number.POSITIVE_INFINITY;
    for (let n = 0; n < 3; n += 1) {
      const startedAt = performance.now();
      await sql.read(text, values);
      ms = Math.min(ms, performance.now() - startedAt);
    }
    lines.push({ ms, text: `${text.replace(/\s+/g, ' ')} [${values.join(', ')}]` });
  }
  lines.sort((a, b) => b.ms - a.ms);
  return lines.map(({ ms, text }) => `${ms.toFixed(2).padStart(8)} ms  ${text}`).join('\n');
}

/** Statements on tables that are small here, and the one that deletes most of the limits. */
const cheapWhole =
  /calendar_(authorizations|connections|feeds)|FROM (open_requests|messages|webhook_deliveries)|DELETE FROM limits/;

/** The tables that a statement reads from end to end. */
async function scans(sql: Sql, { text, values }: Asked): Promise<readonly string[]> {
  if (sql.dialect === 'sqlite') {
    const plan = await sql.read(`EXPLAIN QUERY PLAN ${text}`, values);
    const walks = ofEverybody.test(text.replace(/\s+/g, ' '))
      ? '|counted|(bookings|accounts) USING (COVERING )?INDEX'
      : '';
    const scan = new RegExp(`^SCAN (?!CONSTANT|\\(|ANY|jobs USING INDEX jobs_waiting${walks})`);
    // The next jobs are the first few along the index of waiting ones, and so are what is counted to a bound: sorting reads all.
    const sort = /FROM jobs .*WHERE state = 'waiting'|AS counted/.test(text) ? /TEMP B-TREE FOR ORDER BY/ : /^$/;
    return plan.map(({ detail }) => String(detail)).filter((detail) => scan.test(detail) || sort.test(detail));
  }
  const plan = await sql.transaction(async (tx) => {
    // Small or empty tables are read whole for cheapness, and one of which most is deleted; this asks whether there is an index to use.
    if (BOOKINGS < 500_000 || cheapWhole.test(text)) await tx.write('SET LOCAL enable_seqscan = off');
    return tx.read(`EXPLAIN ${text}`, values);
  });
  return plan.map((row) => String(row['QUERY PLAN'])).filter((line) => /Seq Scan/.test(line));
}

/** The most rows that PostgreSQL read for a count with a bound: it stops there, however many there are. */
async function mostCounted(sql: Sql, asked: readonly Asked[]): Promise<number> {
  const counts = asked.filter(({ text }) => text.includes('AS counted') && !text.includes('strpos'));
  expect(counts.length).toBeGreaterThan(5);
  const plans = await Promise.all(counts.map(({ text, values }) => sql.read(`EXPLAIN (ANALYZE) ${text}`, values)));
  const rows = plans
    .flat()
    .map((row) => Number(/actual time=\S+ rows=(\d+)/.exec(String(row['QUERY PLAN']))?.[1] ?? 0));
  return Math.max(...rows);
}

describe(`with ${BOOKINGS} bookings of ${COACHES} coaches`, () => {
  const places = {
    SQLite: async () => {
      const opened = openSqliteSql(join(folder, 'plans.sqlite'));
      return { sql: opened.sql, end: async () => opened.close() };
    },
    PostgreSQL: async () => {
      const database = await createTestDatabase();
      const opened = await openPostgresSql(database.url, { statementMs: 600_000 });
      const end = async () => {
        await opened.close();
        await database.drop();
      };
      return { sql: opened.sql, end };
    },
  };
  for (const [name, open] of Object.entries(places)) {
    test(`${name} finds everything by an index`, { timeout: BOOKINGS > 100_000 ? 1_800_000 : 120_000 }, async () => {
      const { sql, end } = await open();
      await fill(sql);
      const asked = await record(sql);
      expect(asked.length).toBeGreaterThan(25);
      const found: string[] = [];
      for (const statement of asked) {
        for (const scan of await scans(sql, statement)) found.push(`${scan}: ${statement.text.replace(/\s+/g, ' ')}`);
      }
      if (process.env.BOOKINGS) console.log(await timesOf(sql, asked));
      expect(found).toEqual([]);
      if (sql.dialect === 'postgres') expect(await mostCounted(sql, asked)).toBeLessThanOrEqual(MOST_COUNTED);
      await end();
    });
  }
});
