import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { emptySchedule, everyWeek } from '../../../src/domain/availability/schedule.ts';
import { openSqliteStore } from '../../../src/server/stores/sqlite.ts';
import { addressOf, BOOKING_SECRET, runCommand } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'booking-crash-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const COACH = 'coach-of-the-crash';
const WRITERS = 6;
const HOUR_MS = 3_600_000;

/** A file with a coach who is open day and night. */
async function makeFile(file: string): Promise<void> {
  const store = openSqliteStore(file);
  const schedule = { ...emptySchedule('UTC'), weekly_hours: everyWeek([1, 2, 3, 4, 5, 6, 7], '00:00', '24:00') };
  await store.coaches.add({ profile: { user_id: COACH, name: 'Coach' }, isActive: true, schedule, scheduleVersion: 1 });
  store.close();
}

interface Wish {
  readonly key: string;
  readonly token: string;
  readonly start: string;
}

async function post(url: string, path: string, json: unknown, headers: Record<string, string> = {}) {
  const body = JSON.stringify(json);
  const reply = await fetch(url + path, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
  return { status: reply.status, body: await reply.json() };
}

function book(url: string, { key, token, start }: Wish) {
  const json = { coach_id: COACH, session_datetime: start, duration_minutes: 60 };
  return post(url, '/booking', json, { authorization: `Bearer ${token}`, 'idempotency-key': key });
}

test('killed in the middle of its work: every booking it confirmed is there, and none is there twice', async () => {
  const file = join(folder, 'crash.sqlite');
  await makeFile(file);
  const env = {
    BOOKING_SECRET,
    OPEN_REQUESTS: '9999',
    RATE_LIMITS: 'bookingsByUser=9999/60 bookingsByAddress=9999/60',
  };
  const args = ['serve', '--data', file, '--port', '0'];
  const firstHour = Math.ceil(Date.now() / HOUR_MS) * HOUR_MS + 48 * HOUR_MS;

  const confirmed = new Map<string, { readonly id: string; readonly wish: Wish }>();
  const unanswered: Wish[] = [];
  const tokens: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    const server = runCommand(args, env);
    const url = await addressOf(server);
    while (tokens.length < WRITERS) {
      const guest = { email: `guest${tokens.length}@example.com`, name: 'Guest' };
      tokens.push((await post(url, '/auth/guest', guest)).body.access_token);
    }
    const target = confirmed.size + 25;
    // All want the same hours, so that writers meet; each goes on until the server is gone.
    const write = async (token: string, writer: number): Promise<void> => {
      for (let hour = 0; ; hour += 1) {
        const start = new Date(firstHour + (round * 400 + hour) * HOUR_MS).toISOString().replace('.000Z', 'Z');
        const wish = { key: `${round}-${writer}-${hour}`, token, start };
        const reply = await book(url, wish).catch(() => undefined);
        if (!reply) {
          unanswered.push(wish);
          return;
        }
        expect([201, 409]).toContain(reply.status);
        if (reply.status === 201) confirmed.set(wish.key, { id: reply.body.id, wish });
        if (confirmed.size >= target) server.child.kill('SIGKILL');
      }
    };
    await Promise.all(tokens.map(write));
    expect(await server.ended).toBeNull();
  }
  expect(confirmed.size).toBeGreaterThanOrEqual(75);

  const server = runCommand(args, env);
  const url = await addressOf(server);
  for (const { id, wish } of confirmed.values()) {
    const reply = await fetch(`${url}/booking/${id}`, { headers: { authorization: `Bearer ${wish.token}` } });
    expect(reply.status).toBe(200);
    expect((await reply.json()).session_datetime).toBe(wish.start);
  }
  // Who heard nothing asks again under the same key: booked once, or taken by somebody else.
  for (const wish of unanswered) {
    const [first, second] = [await book(url, wish), await book(url, wish)];
    expect([201, 409]).toContain(first.status);
    expect(second.body.id).toBe(first.body.id);
    if (first.status === 201) confirmed.set(wish.key, { id: first.body.id, wish });
  }
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);

  const store = openSqliteStore(file);
  const sessions = await store.bookings.sessions(COACH, { start: 0, end: firstHour + 2000 * HOUR_MS });
  store.close();
  expect(new Set(sessions.map(({ start }) => start)).size).toBe(sessions.length);
  // Nothing is kept that nobody was told of, or will be.
  const told = [...confirmed.values()].map(({ wish }) => Date.parse(wish.start)).sort((a, b) => a - b);
  expect(sessions.map(({ start }) => start)).toEqual(told);
}, 60_000);
