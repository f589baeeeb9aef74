import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { emptySchedule, everyWeek } from '../../../src/domain/availability/schedule.ts';
import { createBookingServer } from '../../../src/server/http/server.ts';
import type { Store } from '../../../src/server/ports.ts';
import { openPostgresStore } from '../../../src/server/stores/postgres.ts';
import { openSqliteStore } from '../../../src/server/stores/sqlite.ts';
import { createTestDatabase } from './test-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'booking-two-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const now = Date.UTC(2025, 10, 5, 10, 30);
const schedule = { ...emptySchedule('UTC'), weekly_hours: everyWeek([1, 2, 3, 4, 5, 6, 7], '00:00', '24:00') };

/** Two servers, each with connections of its own to one database. */
const places: Readonly<Record<string, () => Promise<{ open(): Promise<Store> | Store; drop(): Promise<void> }>>> = {
  SQLite: async () => ({ open: () => openSqliteStore(join(folder, 'two.sqlite')), drop: async () => undefined }),
  PostgreSQL: async () => {
    const database = await createTestDatabase();
    return { open: () => openPostgresStore(database.url), drop: database.drop };
  },
};

describe.each(Object.keys(places))('two servers on one %s', (name) => {
  test('share limits and Idempotency-Keys', async () => {
    const place = await places[name]?.();
    if (!place) throw new Error(`No place is called ${name}`);
    const stores = [await place.open(), await place.open()];
    const [one, two] = stores.map((store) =>
      createBookingServer({
        store,
        secret: 'a secret of thirty-two bytes or more, for tests',
        clock: { now: () => now },
        rateLimits: { guestsByAddress: { count: 3, seconds: 60 } },
      }),
    );
    await stores[0]?.coaches.add({
      profile: { user_id: 'c', name: 'Ana' },
      isActive: true,
      schedule,
      scheduleVersion: 1,
    });
    const post = async (server: typeof one, path: string, json: object, headers = {}) => {
      const request = new Request(`http://localhost${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(json),
      });
      const reply = await server?.(request, { address: '203.0.113.9' });
      return { status: reply?.status, body: await reply?.json() };
    };
    const guest = (server: typeof one, n: number) =>
      post(server, '/auth/guest', { email: `g${n}@example.com`, name: 'G' });

    const { access_token: token } = (await guest(one, 1)).body;
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': 'one-wish' };
    const wish = { coach_id: 'c', session_datetime: '2025-11-15T14:00:00Z', duration_minutes: 60 };
    const replies = await Promise.all([one, two, one, two].map((server) => post(server, '/booking', wish, headers)));
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    for (const { body } of replies) expect(body).toEqual(replies[0]?.body);
    expect((await stores[1]?.bookings.list({ coachId: 'c' }, { skip: 0, limit: 5 }))?.total).toBe(1);
    const other = { ...wish, session_datetime: '2025-11-16T14:00:00Z' };
    expect((await post(two, '/booking', other, headers)).body.code).toBe('idempotency_mismatch');

    const statuses = [await guest(two, 2), await guest(one, 3), await guest(two, 4), await guest(one, 5)];
    expect(statuses.map(({ status }) => status)).toEqual([201, 201, 429, 429]);
    for (const store of stores) await store.close();
    await place.drop();
  });
});
