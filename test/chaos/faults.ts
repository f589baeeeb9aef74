import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { digits, type Figure, none, told } from './figure.ts';
import { type Engine, overlapsIn, sqliteEngine } from './place.ts';
import { book, clients, hour, serve } from './server.ts';

/**
 * The connection to PostgreSQL is cut when the booking was sent and before the answer: the same key gives the same booking. What
 * writes a booking is its own transaction, or goes out together with COMMIT.
 */
export async function cutAfterCommit({ make, postgres }: Engine, scale: number): Promise<readonly Figure[]> {
  if (!postgres) return [];
  const cuts = Math.max(3, Math.round(20 * scale));
  const place = await make();
  const store = await place.open();
  const [token = ''] = await clients(store, 1);
  await store.close();
  const database = new URL(place.data);
  let isArmed = false;
  let cut = 0;
  const proxy = createServer((client) => {
    const upstream = connect(Number(database.port), database.hostname);
    let isCut = false;
    client.on('data', (bytes) => {
      upstream.write(bytes);
      // The kept reply, which only what writes a booking has: what comes back is never passed on.
      if (!isArmed || !bytes.includes('"requestHash"')) return;
      isArmed = false;
      isCut = true;
      cut += 1;
      setTimeout(() => client.destroy(), 50);
    });
    upstream.on('data', (bytes) => isCut || client.write(bytes));
    client.on('close', () => upstream.end());
    upstream.on('close', () => client.destroy());
    for (const socket of [client, upstream]) socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const server = await serve({ data: Object.assign(new URL(place.data), { host: `127.0.0.1:${port}` }).href });
  let wrong = 0;
  let unheard = 0;
  for (let n = 0; n < cuts; n += 1) {
    const key = `cut-${n}`;
    isArmed = true;
    const first = await book(server.url, token, hour(n), key);
    if (first?.status !== 201) unheard += 1;
    const again = await book(server.url, token, hour(n), key);
    const rows = await place.sql(`SELECT id FROM bookings WHERE starts_at = ${Date.parse(hour(n))}`);
    if (again?.status !== 201 || rows.length !== 1 || rows[0]?.id !== again.id) wrong += 1;
  }
  server.child.kill('SIGTERM');
  await server.ended;
  proxy.close();
  await place.drop();
  return [
    {
      what: `${cuts} × the connection cut after the booking was sent to be committed`,
      measured: `${cut} cut, ${unheard} answered with an error first`,
      limit: `${cuts} cut`,
      isFine: cut === cuts,
    },
    none('the same key gave another booking or none', wrong),
  ];
}

/** The database does not answer for a while, and is asked meanwhile. */
export async function paused({ name, make, postgres }: Engine, scale: number): Promise<readonly Figure[]> {
  const ms = Math.max(5000, 30_000 * scale);
  const place = await make();
  const store = await place.open();
  const tokens = await clients(store, 2);
  await store.close();
  const server = await serve(place);
  const first = await book(server.url, String(tokens[0]), hour(0));
  const pause = postgres?.pid !== undefined ? pausePostgres(postgres.pid) : pauseSqlite(place.data);
  const startedAt = performance.now();
  const waits: number[] = [];
  const statuses = new Map<number | string, number>();
  let other = 0;
  for (let n = 1; performance.now() - startedAt < ms; n += 1) {
    const askedAt = performance.now();
    const reply = await book(server.url, String(tokens[n % 2]), hour(n), `paused-${n}`);
    waits.push(performance.now() - askedAt);
    const status = reply?.status ?? 'lost';
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (status !== 503) other += 1;
  }
  pause();
  const goesOnAt = performance.now();
  let back: number | undefined;
  for (let n = 0; n < 200 && back !== 201; n += 1) {
    back = (await book(server.url, String(tokens[0]), hour(500), 'back'))?.status;
    if (back !== 201) await wait(50);
  }
  const backAfter = performance.now() - goesOnAt;
  const overlaps = await overlapsIn(place);
  server.child.kill('SIGTERM');
  await server.ended;
  await place.drop();
  const seen = [...statuses].map(([status, count]) => `${count} × ${status}`).join(', ');
  return [
    told(
      name === 'SQLite'
        ? `another program keeps the file locked for ${ms / 1000} s`
        : `PostgreSQL paused for ${ms / 1000} s`,
      `${seen}, the longest wait ${digits(Math.max(...waits))} ms`,
    ),
    none('replies other than 503', other),
    {
      what: 'the next booking after it',
      measured: back === 201 ? `201 after ${digits(backAfter)} ms` : String(back),
      limit: '201',
      isFine: back === 201 && first?.status === 201,
    },
    none('overlaps', overlaps),
  ];
}

/** Stops all processes of a PostgreSQL server; gives what lets them go on. */
function pausePostgres(pid: number): () => void {
  const children = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' });
  const pids = [pid, ...children.stdout.split(/\s+/).filter(Boolean).map(Number)];
  const signal = (name: NodeJS.Signals) => {
    for (const each of pids) {
      try {
        process.kill(each, name);
      } catch {
        // This one has ended meanwhile.
      }
    }
  };
  signal('SIGSTOP');
  return () => signal('SIGCONT');
}

function pauseSqlite(file: string): () => void {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE');
  return () => {
    db.exec('ROLLBACK');
    db.close();
  };
}

/** A disk of three megabytes fills up while bookings are made; then there is room again. */
export async function diskFull({ name }: Engine): Promise<readonly Figure[]> {
  if (name !== 'SQLite') return [];
  const folder = mkdtempSync(join(tmpdir(), 'booking-full-'));
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder]).status === 0;
  if (!isMounted) {
    rmSync(folder, { recursive: true });
    return [told('disk full', 'not tried: mounting a small tmpfs needs root')];
  }
  try {
    const place = await sqliteEngine(folder).make();
    const store = await place.open();
    const [token = ''] = await clients(store, 1);
    await store.close();
    const server = await serve(place);
    const fill = spawnSync('dd', ['if=/dev/zero', `of=${join(folder, 'filler')}`, 'bs=1k', 'count=1500'], {});
    if (fill.error) throw fill.error;
    const made = new Map<string, string>();
    let refused = 0;
    let other = 0;
    for (let n = 0; n < 5000 && refused < 20; n += 1) {
      const reply = await book(server.url, token, hour(n), `full-${n}`);
      if (reply?.status === 201) made.set(reply.id, hour(n));
      else if (reply?.status === 503) refused += 1;
      else other += 1;
    }
    rmSync(join(folder, 'filler'));
    const back = await book(server.url, token, hour(6000), 'back');
    server.child.kill('SIGTERM');
    await server.ended;
    const rows = new Map((await place.sql('SELECT id, starts_at FROM bookings')).map((row) => [String(row.id), row]));
    const lost = [...made].filter(([id, start]) => Number(rows.get(id)?.starts_at) !== Date.parse(start)).length;
    return [
      told('a disk of 3 MB fills up', `${made.size} bookings, then ${refused} × 503`),
      none('acknowledged and lost, or answered otherwise', lost + other),
      {
        what: 'the next booking when there is room again',
        measured: String(back?.status),
        limit: '201',
        isFine: back?.status === 201 && refused > 0,
      },
    ];
  } finally {
    spawnSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  }
}
