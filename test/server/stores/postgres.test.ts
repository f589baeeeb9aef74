import { spawn } from 'node:child_process';
import { connect as connectTo, createServer, type Socket } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptySchedule } from '../../../src/domain/availability/schedule.ts';
import { createBookingServer } from '../../../src/server/http/server.ts';
import type { CoachChange } from '../../../src/server/ports.ts';
import { openPostgresSql, openPostgresStore } from '../../../src/server/stores/postgres.ts';
import { migratePostgres } from '../../../src/server/stores/postgres-migrate.ts';
import { openPostgresPool } from '../../../src/server/stores/postgres-pool.ts';
import { migrations } from '../../../src/server/stores/sql/migrations.ts';
import { booking, HOUR } from './store-booking.ts';
import { testStore } from './store-suite.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
}, 60_000);
afterAll(() => database.drop());

describe('a store in PostgreSQL', () => {
  testStore(async () => {
    const store = await openPostgresStore(database.url);
    await database.empty();
    return store;
  });
});

describe('a store in PostgreSQL without the extension', () => {
  let plain: TestDatabase;
  beforeAll(async () => {
    plain = await createTestDatabase();
  });
  afterAll(() => plain.drop());
  testStore(async () => {
    const store = await openPostgresStore(plain.url, { overlap: 'trigger' });
    await plain.empty();
    return store;
  });

  test('has no extension, and its database refuses an overlap all the same', async () => {
    await refusesRawOverlap(plain, 'trigger');
    const { rows } = await plain.sql("SELECT 1 FROM pg_extension WHERE extname = 'btree_gist'");
    expect(rows).toEqual([]);
  });
});

/** Writes beside the program: the overlap is refused by the database, and by the program with 409. */
async function refusesRawOverlap(place: TestDatabase, overlap: 'constraint' | 'trigger'): Promise<void> {
  const store = await openPostgresStore(place.url, { overlap });
  await place.empty();
  await store.bookings.save(booking('1', 10), { buffers: { before: 0, after: HOUR / 2 } });
  const insert = (id: string, from: number, to: number, status = 'pending') =>
    place.sql(
      `INSERT INTO bookings (id, client_id, coach_id, starts_at, ends_at, status, version, record)
       VALUES ('${id}', 'x', 'c', ${from * HOUR}, ${to * HOUR}, '${status}', 1, '{}')`,
    );
  await expect(insert('2', 10.5, 12)).rejects.toMatchObject({ code: '23P01' });
  await expect(insert('2', 11.4, 12)).rejects.toMatchObject({ code: '23P01' });
  await insert('2', 10, 11, 'cancelled');
  await insert('3', 11.5, 12);
  await expect(place.sql(`UPDATE bookings SET starts_at = ${11 * HOUR} WHERE id = '3'`)).rejects.toMatchObject({
    code: '23P01',
  });
  await expect(insert('4', 100, 125)).rejects.toMatchObject({ code: '23514' });
  await store.close();
}

test('names that an older version wrote in part in lower case are found after the upgrade, more than one page of them', async () => {
  const older = await createTestDatabase();
  const pool = await openPostgresPool(older.url);
  const at = migrations.findIndex(({ rewrite }) => rewrite?.column === 'search_text');
  await migratePostgres(pool, 'constraint', migrations.slice(0, at));
  await pool.end();
  await older.sql(
    `INSERT INTO accounts (id, login_email, role, search_text, record)
     SELECT 'a' || n, n || '@example.com', 'client', 'Özil ' || n || '@example.com',
       json_build_object('id', 'a' || n, 'role', 'client', 'name', 'Özil', 'email', n || '@example.com')::text
     FROM generate_series(1, 1201) AS n`,
  );
  const store = await openPostgresStore(older.url);
  for (const word of ['özil', 'ÖZIL', 'O\u0308zil']) {
    expect((await store.accounts.list({ words: [word] }, { skip: 0, limit: 1 })).total).toBe(1201);
  }
  await store.close();
  await older.drop();
});

test('the database itself refuses an overlap with the time kept free around a session, whoever writes', async () => {
  await refusesRawOverlap(database, 'constraint');
});

test('an overlap that only the database sees is answered as taken', async () => {
  const store = await openPostgresStore(database.url);
  await database.empty();
  // Written beside the program and not committed: the program's look does not see it, its own write waits for it.
  const beside = new pg.Client({ connectionString: database.url });
  await beside.connect();
  await beside.query(`BEGIN; INSERT INTO bookings (id, client_id, coach_id, starts_at, ends_at, status, version, record)
    VALUES ('raw', 'x', 'c', ${10 * HOUR}, ${11 * HOUR}, 'pending', 1, '{}')`);
  let isDecided = false;
  const save = store.bookings.save(booking('1', 10.5), { fits: () => (isDecided = true) });
  await expect.poll(() => isDecided).toBe(true);
  await beside.query('COMMIT');
  await beside.end();
  expect(await save).toEqual({ kind: 'taken' });
  expect(await store.bookings.find('1')).toBeUndefined();
  await store.close();
});

test('two programs that start at once on an empty database make its tables once', async () => {
  const empty = await createTestDatabase();
  const stores = await Promise.all(Array.from({ length: 4 }, () => openPostgresStore(empty.url)));
  expect(await stores[0]?.coaches.list()).toEqual([]);
  const { rows } = await empty.sql('SELECT version FROM culturebridge_booking_schema ORDER BY version');
  expect(rows.map(({ version }) => version)).toEqual(rows.map((_, index) => index + 1));
  for (const store of stores) await store.close();
  await empty.drop();
});

test('a program that is killed in the middle of a step leaves the database as it was, and the next start finishes', async () => {
  const place = await createTestDatabase();
  const at = (file: string) => JSON.stringify(new URL(`../../../src/server/stores/${file}`, import.meta.url).href);
  // The last step is written, and waits before it is committed.
  const script = `
    const { migratePostgres } = await import(${at('postgres-migrate.ts')});
    const { openPostgresPool } = await import(${at('postgres-pool.ts')});
    const { migrations } = await import(${at('sql/migrations.ts')});
    const last = migrations.at(-1);
    const slow = { ...last, postgres: (guard) => [...last.postgres(guard), 'SELECT pg_sleep(2)'] };
    await migratePostgres(await openPostgresPool(${JSON.stringify(place.url)}), 'constraint', [...migrations.slice(0, -1), slow]);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
  const ended = new Promise((resolve) => child.on('exit', (_, signal) => resolve(signal)));
  const sleeping = async () =>
    (
      await place.sql(
        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND query = 'SELECT pg_sleep(2)'",
      )
    ).rowCount;
  await expect.poll(sleeping, { timeout: 30_000, interval: 20 }).toBe(1);
  child.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');
  const version = async () =>
    (await place.sql('SELECT max(version)::int AS version FROM culturebridge_booking_schema')).rows[0]?.version;
  expect(await version()).toBe(migrations.length - 1);
  const store = await openPostgresStore(place.url);
  expect(await version()).toBe(migrations.length);
  expect(await store.bookings.save(booking('1', 10), {})).toEqual({ kind: 'saved' });
  await store.close();
  await place.drop();
});

test('a newer database, a missing right and a wrong address end with a sentence that names the cure', async () => {
  const newer = await createTestDatabase();
  await (await openPostgresStore(newer.url)).close();
  await newer.sql("INSERT INTO culturebridge_booking_schema (version, name) VALUES (999, 'from the future')");
  await expect(openPostgresStore(newer.url)).rejects.toThrow(/schema version 999.*Install that version/);
  await newer.drop();

  const poor = await createTestDatabase();
  const name = `poor_${Date.now()}`;
  await poor.sql(`REVOKE CREATE ON SCHEMA public FROM PUBLIC; CREATE ROLE ${name} LOGIN`);
  const asPoor = Object.assign(new URL(poor.url), { username: name }).href;
  await expect(openPostgresStore(asPoor)).rejects.toThrow(/GRANT CREATE, USAGE ON SCHEMA public/);
  await poor.sql(`GRANT CREATE, USAGE ON SCHEMA public TO ${name}`);
  await expect(openPostgresStore(asPoor)).rejects.toThrow(/CREATE EXTENSION btree_gist.*BOOKING_OVERLAP=trigger/);
  await (await openPostgresStore(asPoor, { overlap: 'trigger' })).close();
  await poor.drop();

  const nowhere = Object.assign(new URL(database.url), { pathname: '/no_such_database' }).href;
  await expect(openPostgresStore(nowhere)).rejects.toThrow(/Make the database: createdb/);
  await expect(openPostgresStore('postgres://x@127.0.0.1:1/x')).rejects.toThrow(/Check that it runs/);
});

/** Passes connections on to the database, until it is told to cut them or to be silent. */
async function proxyTo(url: string) {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let mode: 'open' | 'shut' | 'silent' = 'open';
  const server = createServer((near) => {
    if (mode === 'shut') {
      near.destroy();
      return;
    }
    const far = connectTo(Number(target.port), target.hostname);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => other.destroy());
      socket.on('data', (chunk) => mode === 'silent' || other.write(chunk));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    url: Object.assign(new URL(url), { port: String(port) }).href,
    set(next: typeof mode) {
      mode = next;
      if (next === 'shut') for (const socket of sockets) socket.destroy();
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

test('a database that is gone or silent is a 503 within seconds, and the next call after its return works', async () => {
  const proxy = await proxyTo(database.url);
  const store = await openPostgresStore(proxy.url, { connectMs: 500, statementMs: 800, poolSize: 2 });
  const answer = createBookingServer({
    store,
    secret: 'a secret of thirty-two bytes or more, for tests',
    log: () => {},
  });
  const ask = async () => {
    const startedAt = performance.now();
    const reply = await answer(new Request('http://localhost/coaches'));
    return {
      status: reply.status,
      code: (await reply.json()).code,
      after: reply.headers.get('retry-after'),
      ms: performance.now() - startedAt,
    };
  };
  expect((await ask()).status).toBe(200);
  for (const mode of ['shut', 'silent'] as const) {
    proxy.set(mode);
    const replies = await Promise.all(Array.from({ length: 6 }, ask));
    for (const reply of replies) {
      expect(reply).toMatchObject({ status: 503, code: 'store_unavailable', after: '2' });
      expect(reply.ms).toBeLessThan(5000);
    }
    proxy.set('shut');
    proxy.set('open');
    await expect.poll(async () => (await ask()).status, { timeout: 5000 }).toBe(200);
  }
  await store.close();
  proxy.close();
});

test('a transaction that the database gives up for the sake of another one runs again, so many times at most', async () => {
  const place = await createTestDatabase();
  const { sql, close } = await openPostgresSql(place.url);
  // A sequence counts on where a transaction is rolled back.
  await place.sql(
    `CREATE SEQUENCE tries;
     CREATE FUNCTION give_up() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
       IF nextval('tries') <= NEW.changes THEN RAISE EXCEPTION 'not now' USING ERRCODE = '40001'; END IF;
       RETURN NEW; END $$;
     CREATE TRIGGER give_up BEFORE INSERT ON coach_changes FOR EACH ROW EXECUTE FUNCTION give_up()`,
  );
  let runs = 0;
  const add = (coachId: string, refusals: number) =>
    sql.transaction(async (tx) => {
      runs += 1;
      await tx.write('INSERT INTO coach_changes (coach_id, changes) VALUES (?, ?)', [coachId, refusals]);
    });
  await add('a', 3);
  expect(runs).toBe(4);
  await place.sql('ALTER SEQUENCE tries RESTART');
  runs = 0;
  await expect(add('b', 1000)).rejects.toMatchObject({ code: '40001' });
  expect(runs).toBe(9);
  expect((await place.sql('SELECT coach_id FROM coach_changes')).rows).toEqual([{ coach_id: 'a' }]);
  await close();
  await place.drop();
});

test('of two transactions that wait for each other the database ends one, which runs again: both are written', async () => {
  const store = await openPostgresStore(database.url);
  await database.empty();
  const schedule = emptySchedule('UTC');
  for (const id of ['a', 'b'])
    await store.coaches.add({ profile: { user_id: id, name: id }, isActive: true, schedule, scheduleVersion: 1 });
  const gate = () => {
    let open = () => {};
    const isOpen = new Promise<void>((resolve) => (open = resolve));
    return { open, isOpen };
  };
  const haveOne = { a: gate(), b: gate() };
  let runs = 0;
  const change = (first: 'a' | 'b', then: 'a' | 'b', change: CoachChange) =>
    store.transaction(async ({ coaches }) => {
      runs += 1;
      await coaches.change(first, change);
      haveOne[first].open();
      await haveOne[then].isOpen;
      await coaches.change(then, change);
    });
  await Promise.all([change('a', 'b', { isHidden: true }), change('b', 'a', { isActive: false })]);
  expect(runs).toBeGreaterThan(2);
  for (const coach of await store.coaches.list()) expect(coach).toMatchObject({ isHidden: true, isActive: false });
  await store.close();
});

test('a failed statement whose error nobody reads fails its transaction, and nothing of it is kept', async () => {
  const store = await openPostgresStore(database.url);
  await database.empty();
  await store.bookings.save(booking('1', 10), {});
  const add = { kind: 'x', key: '1', payload: null, dueAt: 0 };
  const ignoring = store.transaction(async (records) => {
    await records.jobs.add(add, 0);
    // An id that is there already, which no part of the program writes.
    const guest = {
      id: 'g',
      email: 'g@example.com',
      name: null,
      role: 'client',
      timeZone: null,
      isGuest: true,
    } as const;
    for (let n = 0; n < 2; n += 1) {
      await records.accounts.add({ ...guest, isActive: true, createdAt: 0 }).catch(() => undefined);
    }
  });
  await expect(ignoring).rejects.toThrow(/its error was ignored/);
  expect((await store.jobs.list('waiting', { skip: 0, limit: 1 })).total).toBe(0);
  // Written beside the program, so that the database refuses what the program's look allowed: both writes go.
  await database.sql(
    `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
       RAISE EXCEPTION 'no' USING ERRCODE = '23P01'; END $$;
     CREATE TRIGGER refuse BEFORE INSERT ON kept_replies FOR EACH ROW EXECUTE FUNCTION refuse()`,
  );
  const keep = { userId: 'u', key: 'k', requestHash: 'h', body: '{}', keptAt: 0 };
  expect(await store.bookings.save(booking('2', 20), { keep })).toEqual({ kind: 'taken' });
  await database.sql('DROP TRIGGER refuse ON kept_replies; DROP FUNCTION refuse');
  expect(await store.bookings.find('2')).toBeUndefined();
  await store.close();
});

/** A pooler's connections: the process that answers is another one than the connection was opened to. */
async function poolerTo(url: string) {
  const target = new URL(url);
  const server = createServer((near) => {
    const far = connectTo(Number(target.port), target.hostname);
    near.pipe(far);
    // BackendKeyData: K, its length of 12, process and key (https://www.postgresql.org/docs/current/protocol-message-formats.html).
    const start = Buffer.from([0x4b, 0, 0, 0, 12]);
    far.on('data', (chunk) => {
      const at = chunk.indexOf(start);
      if (at >= 0) chunk.writeInt32BE(chunk.readInt32BE(at + 5) ^ 1, at + 5);
      near.write(chunk);
    });
    for (const [socket, other] of [[near, far] as const, [far, near] as const]) {
      socket.on('error', () => undefined).on('close', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return { url: Object.assign(new URL(url), { port: String(port) }).href, close: () => server.close() };
}

test('statements that come back are prepared where a connection leads to the database, and none behind a pooler', async () => {
  const pooler = await poolerTo(database.url);
  const prepared = new Map<string, unknown>();
  for (const url of [database.url, pooler.url]) {
    const { sql, pool, close } = await openPostgresSql(url, { poolSize: 1 });
    for (let n = 0; n < 6; n += 1) {
      await sql.read('SELECT id FROM accounts WHERE id = ?', ['a']);
      await sql.transaction((tx) => tx.send({ text: 'DELETE FROM accounts WHERE id = ?', values: ['a'] }));
    }
    const { rows } = await pool.query(
      `SELECT (SELECT count(*) FROM pg_prepared_statements) AS statements, current_setting('statement_timeout') AS time`,
    );
    const inside = await sql.transaction((tx) => tx.read("SELECT current_setting('statement_timeout') AS time"));
    prepared.set(url, [Number(rows[0]?.statements) > 0, rows[0]?.time, inside[0]?.time]);
    await close();
  }
  expect(prepared.get(database.url)).toEqual([true, '10s', '10s']);
  expect(prepared.get(pooler.url)).toEqual([false, '0', '9s']);
  pooler.close();
});

test('transactions leave no lock and no open transaction behind: a connection serves anybody after each', async () => {
  const store = await openPostgresStore(database.url, { poolSize: 1 });
  await database.empty();
  await store.bookings.save(booking('1', 10), {});
  await store.transaction(async (records) => records.jobs.add({ kind: 'x', key: '1', payload: null, dueAt: 0 }, 0));
  const { rows } = await database.sql(
    `SELECT (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory') AS locks,
       (SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in transaction%' AND datname = current_database()) AS open`,
  );
  expect(rows).toEqual([{ locks: '0', open: '0' }]);
  await store.close();
});
