import { describe, expect, test } from 'vitest';
import { seed } from '../../../src/mock/index.ts';
import { seedStore } from '../../../src/mock/seed.ts';
import { createPasswords } from '../../../src/server/auth/passwords.ts';
import type { Visitor } from '../../../src/server/bookings/verify-visitor.ts';
import { type BookingServerOptions, createBookingServer } from '../../../src/server/http/server.ts';
import type { BookingChange } from '../../../src/server/integrations/calendars.ts';
import { createJobRunner } from '../../../src/server/jobs/job-runner.ts';
import { createMemoryStore } from '../../../src/server/stores/memory.ts';
import { calendars } from '../calendars-of-a-coach.ts';

const cost = { N: 2, r: 8, p: 1 };
const secret = 'a secret of thirty-two bytes or more';
const HOUR_MS = 3_600_000;

/** Servers with their own limits on one seeded store, as processes of one service are. */
async function start(options: Partial<BookingServerOptions> = {}, servers = 1) {
  let now = Date.UTC(2025, 10, 5, 10, 30);
  const clock = { now: () => now };
  const store = createMemoryStore();
  await seedStore(store, createPasswords(cost), now, 'some');
  const jobs = createJobRunner({ store, clock });
  const changes: BookingChange[] = [];
  const consequences = [
    (change: BookingChange) => {
      changes.push(change);
      return [];
    },
  ];
  const errors: unknown[] = [];
  const answers = Array.from({ length: servers }, () =>
    createBookingServer({
      store,
      secret,
      clock,
      passwordCost: cost,
      jobs,
      consequences,
      log: ({ error }) => errors.push(error),
      ...options,
    }),
  );
  const call = async (
    method: string,
    path: string,
    {
      json,
      token,
      key,
      address = '203.0.113.9',
      server = 0,
    }: {
      readonly json?: unknown;
      readonly token?: string;
      readonly key?: string;
      readonly address?: string;
      readonly server?: number;
    } = {},
  ) => {
    const headers = {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
      ...(key && { 'idempotency-key': key }),
    };
    const body = json === undefined ? null : JSON.stringify(json);
    const reply = await answers[server]?.(new Request(`http://localhost${path}`, { method, headers, body }), {
      address,
    });
    const text = (await reply?.text()) ?? '';
    return { status: reply?.status, body: text ? JSON.parse(text) : undefined };
  };
  const guest = async (n: number, address?: string) =>
    (
      await call('POST', '/auth/guest', {
        json: { email: `g${n}@example.com`, name: `G ${n}` },
        ...(address && { address }),
      })
    ).body.access_token as string;
  const logIn = async (email: string) =>
    (await call('POST', '/auth/login', { json: { email, password: 'password123' } })).body.access_token as string;
  return {
    store,
    call,
    guest,
    logIn,
    changes,
    errors,
    later: async (hours: number) => {
      now += hours * HOUR_MS;
      jobs.wake();
      await jobs.idle();
    },
  };
}

const wish = (day = 14, hour = 10) => ({
  coach_id: seed.coach.id,
  session_datetime: `2025-11-${day}T${String(hour).padStart(2, '0')}:00:00Z`,
  duration_minutes: 60,
});

describe('a guest’s request that nobody answers', () => {
  test('lapses after a day: the time is free again, and everybody who is told of cancellations learns of it', async () => {
    const { call, guest, later, changes } = await start();
    const token = await guest(1);
    const { id } = (await call('POST', '/booking', { token, json: wish() })).body;
    await later(23.9);
    expect((await call('GET', `/booking/${id}`, { token: await guest(2) })).status).toBe(403);
    expect(changes.map(({ kind }) => kind)).toEqual(['created']);
    await later(0.1);
    expect(changes.map(({ kind, booking }) => [kind, booking.status])).toEqual([
      ['created', 'pending'],
      ['cancelled', 'cancelled'],
    ]);
    expect(changes[1]?.booking).toMatchObject({
      cancellationReason: 'Nobody answered the request in time',
      sequence: 1,
    });
    expect((await call('POST', '/booking', { token: await guest(3), json: wish() })).status).toBe(201);
  });

  test('is told to calendars that have no jobs, too, and they cannot spoil it', async () => {
    const heard: BookingChange[] = [];
    const { call, guest, later, errors, store } = await start({
      calendars: calendars({
        onBookingChanged: (change) => {
          heard.push(change);
          return Promise.reject(new Error('calendar is down'));
        },
      }),
    });
    const { id } = (await call('POST', '/booking', { token: await guest(1), json: wish() })).body;
    heard.length = 0;
    errors.length = 0;
    await later(24);
    expect(heard.map(({ kind, booking }) => [kind, booking.id, booking.status])).toEqual([
      ['cancelled', id, 'cancelled'],
    ]);
    expect(errors.map(String)).toEqual(['Error: calendar is down']);
    expect((await store.bookings.find(id))?.status).toBe('cancelled');
  });

  test('stays once the coach has confirmed it, and one of an account stays anyway', async () => {
    const { call, guest, logIn, later, store } = await start();
    const coach = await logIn(seed.coach.email);
    const one = (await call('POST', '/booking', { token: await guest(1), json: wish(14, 10) })).body.id;
    const other = (await call('POST', '/booking', { token: await logIn(seed.client.email), json: wish(14, 13) })).body
      .id;
    await call('PATCH', `/booking/${one}/status`, { token: coach, json: { status: 'confirmed' } });
    await later(48);
    expect((await store.bookings.find(one))?.status).toBe('confirmed');
    expect((await store.bookings.find(other))?.status).toBe('pending');
  });

  const choose = async (store: Awaited<ReturnType<typeof start>>['store'], hours: number | null) => {
    const coach = await store.coaches.find(seed.coach.id);
    if (!coach) throw new Error('no coach');
    const schedule = { ...coach.schedule, guest_requests_lapse_hours: hours };
    await store.coaches.saveSchedule(seed.coach.id, coach.scheduleVersion, schedule);
  };

  test('lapses when the coach chose it to, or never', async () => {
    const { call, guest, later, store } = await start();
    const ask = async (n: number, hour: number) =>
      (await call('POST', '/booking', { token: await guest(n), json: wish(14, hour) })).body.id as string;
    const statuses = async (...ids: string[]) =>
      Promise.all(ids.map(async (id) => (await store.bookings.find(id))?.status));
    await choose(store, 2);
    const short = await ask(1, 10);
    await choose(store, null);
    const never = await ask(2, 13);
    await choose(store, 2);
    await later(2);
    expect(await statuses(short, never)).toEqual(['cancelled', 'pending']);
    const longer = await ask(3, 10);
    // The coach thinks again while it waits.
    await choose(store, 50);
    await later(2);
    expect(await statuses(longer)).toEqual(['pending']);
    await later(48);
    expect(await statuses(longer, never)).toEqual(['cancelled', 'pending']);
  });

  test('never lapses where the server is told so, and is over once its time has come', async () => {
    const { call, guest, later, store } = await start({ lapseRequestsAfterMs: 0 });
    const { id } = (await call('POST', '/booking', { token: await guest(1), json: wish() })).body;
    await later(24 * 30);
    expect((await store.bookings.find(id))?.status).toBe('pending');
  });

  test('the hours are an hour to thirty days', async () => {
    const { call, logIn } = await start();
    const token = await logIn(seed.coach.email);
    const { body } = await call('GET', `/coaches/${seed.coach.id}/schedule`, { token });
    for (const hours of [0, 721, 1.5]) {
      const json = { ...body, guest_requests_lapse_hours: hours };
      const reply = await call('PUT', `/coaches/${seed.coach.id}/schedule`, { token, json });
      expect([hours, reply.status]).toEqual([hours, reply.body.code === 'precondition_required' ? 428 : 422]);
    }
  });
});

describe('open requests are counted in the store', () => {
  const codeOf = ({ status, body }: { status: number | undefined; body: { code?: string } }) => body.code ?? status;

  test('so that another process does not begin anew', async () => {
    const { call, guest } = await start({}, 2);
    const outcomes: unknown[] = [];
    for (let n = 0; n < 5; n += 1) {
      const token = await guest(n);
      outcomes.push(codeOf(await call('POST', '/booking', { token, json: wish(14, 8 + n), server: n % 2 })));
    }
    expect(outcomes.filter((outcome) => outcome === 201)).toHaveLength(3);
    expect(outcomes.at(-1)).toBe('too_many_open_requests');
  });

  test('new accounts do not pass the cap of an address; one that the coach has accepted before does', async () => {
    const { call, logIn } = await start();
    const outcomes: unknown[] = [];
    for (let n = 0; n < 5; n += 1) {
      const json = { email: `new${n}@example.com`, password: 'long enough' };
      const token = (await call('POST', '/auth/signup', { json })).body.access_token;
      outcomes.push(codeOf(await call('POST', '/booking', { token, json: wish(14, 8 + n) })));
    }
    expect(outcomes.filter((outcome) => outcome === 201)).toHaveLength(3);
    expect(outcomes.at(-1)).toBe('too_many_open_requests');
    const known = await logIn(seed.client.email);
    expect(codeOf(await call('POST', '/booking', { token: known, json: wish(17, 10) }))).toBe(201);
  });

  test('and limits are too', async () => {
    const { call } = await start({}, 2);
    const statuses: (number | undefined)[] = [];
    for (let n = 0; n < 12; n += 1) {
      const json = { email: `g${n}@example.com`, name: 'G' };
      statuses.push((await call('POST', '/auth/guest', { json, server: n % 2 })).status);
    }
    expect(statuses).toEqual([...Array(10).fill(201), 429, 429]);
  });
});

describe('whether a person is booking', () => {
  test('is asked with the token that came with the request, and no refusal leaves a booking', async () => {
    const seen: Visitor[] = [];
    const verifyVisitor = async (visitor: Visitor) => {
      seen.push(visitor);
      return visitor.token === 'right';
    };
    const { call, guest, store } = await start({ verifyVisitor });
    const token = await guest(1);
    for (const visitor_token of [undefined, 'wrong']) {
      const reply = await call('POST', '/booking', { token, json: { ...wish(), visitor_token } });
      expect([reply.status, reply.body.code]).toEqual([400, 'visitor_not_verified']);
    }
    expect(
      (
        await store.bookings.list({ coachId: seed.coach.id, status: 'pending' }, { skip: 0, limit: 50 })
      ).bookings.filter(({ start }) => start === Date.UTC(2025, 10, 14, 10)),
    ).toEqual([]);
    const made = await call('POST', '/booking', { token, json: { ...wish(), visitor_token: 'right' } });
    expect(made.status).toBe(201);
    expect(JSON.stringify([made.body, await store.bookings.find(made.body.id)])).not.toContain('right');
    expect(seen.at(-1)).toEqual({ token: 'right', address: '203.0.113.9', isGuest: true, coachId: seed.coach.id });
  });

  test('a repeated request is not asked again, and is the same under another token: each can be used once', async () => {
    const used = new Set<string>();
    const verifyVisitor = async ({ token }: Visitor) => {
      if (token === undefined || used.has(token)) return false;
      used.add(token);
      return true;
    };
    const { call, guest } = await start({ verifyVisitor });
    const [token, key] = [await guest(1), 'one-intent'];
    const book = (visitor_token: string) =>
      call('POST', '/booking', { token, key, json: { ...wish(), visitor_token } });
    const first = await book('a');
    expect(first.status).toBe(201);
    for (const again of ['a', 'b']) expect((await book(again)).body.id).toBe(first.body.id);
    expect(used).toEqual(new Set(['a']));
  });

  test('a check that fails by itself is a 500 with its cause in the log, and books nothing', async () => {
    const verifyVisitor = async () => {
      throw new Error('the check is down');
    };
    const { call, guest, errors } = await start({ verifyVisitor });
    expect((await call('POST', '/booking', { token: await guest(1), json: wish() })).status).toBe(500);
    expect(errors.map(String).join()).toContain('the check is down');
  });
});
