import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { emptySchedule, everyWeek } from '../../../src/domain/availability/schedule.ts';
import { openSqliteStore } from '../../../src/server/stores/sqlite.ts';
import { addressOf, BOOKING_SECRET, type Running, runCommand } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'booking-full-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cli = fileURLToPath(new URL('../../../src/mock/cli.ts', import.meta.url));
const COACH = 'coach-of-the-full-disk';
const HOUR_MS = 3_600_000;
const env = {
  BOOKING_SECRET,
  OPEN_REQUESTS: '9999',
  RATE_LIMITS: 'bookingsByUser=9999/60 bookingsByAddress=9999/60',
};

/** The server in a shell that lets no file grow beyond so many kB: what it writes then fails as on a full disk. */
function serveWithin(kilobytes: number, file: string): Running {
  const script = `ulimit -f ${kilobytes}; exec "$0" "$@"`;
  const args = ['-c', script, process.execPath, cli, 'serve', '--data', file, '--port', '0'];
  const child = spawn('bash', args, { env: { PATH: process.env.PATH, ...env } });
  const text = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (text.out += chunk));
  child.stderr.on('data', (chunk) => (text.err += chunk));
  return { child, text, ended: new Promise((resolve) => child.on('close', resolve)) };
}

async function post(url: string, path: string, json: unknown, token = '') {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const reply = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(json) });
  return { status: reply.status, retryAfter: reply.headers.get('retry-after'), body: await reply.json() };
}

const firstHour = Math.ceil(Date.now() / HOUR_MS) * HOUR_MS + 48 * HOUR_MS;

function book(url: string, token: string, n: number) {
  const session_datetime = new Date(firstHour + n * HOUR_MS).toISOString();
  const metadata = Object.fromEntries(Array.from({ length: 30 }, (_, entry) => [`utm_${entry}`, 'x'.repeat(500)]));
  return post(url, '/booking', { coach_id: COACH, session_datetime, duration_minutes: 60, metadata }, token);
}

test('a full disk: bookings are refused with 503 and the cause is in the log, reading goes on, nothing that was confirmed is lost', async () => {
  const file = join(folder, 'full.sqlite');
  const store = openSqliteStore(file);
  const schedule = { ...emptySchedule('UTC'), weekly_hours: everyWeek([1, 2, 3, 4, 5, 6, 7], '00:00', '24:00') };
  await store.coaches.add({ profile: { user_id: COACH, name: 'Coach' }, isActive: true, schedule, scheduleVersion: 1 });
  store.close();

  const server = serveWithin(Math.ceil(statSync(file).size / 1024) + 900, file);
  const url = await addressOf(server);
  const token: string = (await post(url, '/auth/guest', { email: 'gil@example.com', name: 'Gil' })).body.access_token;
  const made = new Map<string, number>();
  const refused: Awaited<ReturnType<typeof book>>[] = [];
  for (let n = 0; n < 1000 && refused.length < 5; n += 1) {
    const reply = await book(url, token, n);
    if (reply.status === 201) made.set(reply.body.id, n);
    else refused.push(reply);
  }
  expect(made.size).toBeGreaterThan(5);
  expect(new Set(refused.map(({ status, body, retryAfter }) => `${status} ${body.code} ${retryAfter}`))).toEqual(
    new Set(['503 store_unavailable 2']),
  );
  expect((await fetch(`${url}/health`)).status).toBe(200);
  const [first = ''] = made.keys();
  const read = await fetch(`${url}/booking/${first}`, { headers: { authorization: `Bearer ${token}` } });
  expect(read.status).toBe(200);
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  expect(server.text.out).toMatch(/"level":"error".*(disk is full|disk I\/O error)/);

  // There is room again.
  const again = runCommand(['serve', '--data', file, '--port', '0'], env);
  const after = await addressOf(again);
  for (const id of made.keys()) {
    const headers = { authorization: `Bearer ${token}` };
    expect((await fetch(`${after}/booking/${id}`, { headers })).status).toBe(200);
  }
  expect((await book(after, token, 2000)).status).toBe(201);
  again.child.kill('SIGTERM');
  await again.ended;
  const kept = openSqliteStore(file);
  const { total } = await kept.bookings.list({ coachId: COACH }, { skip: 0, limit: 1 });
  kept.close();
  expect(total).toBe(made.size + 1);
}, 120_000);
