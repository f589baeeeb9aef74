import { describe, expect, test } from 'vitest';
import { seed } from '../../../src/mock/index.ts';
import { seedStore } from '../../../src/mock/seed.ts';
import { createPasswords } from '../../../src/server/auth/passwords.ts';
import { createBookingServer } from '../../../src/server/http/server.ts';
import { createMemoryStore } from '../../../src/server/stores/memory.ts';

const cost = { N: 2, r: 8, p: 1 };

/** The server with its own limits, on the seed, at a time that stands still until it is told to go on. */
async function start() {
  let now = Date.UTC(2025, 10, 5, 10, 30);
  const store = createMemoryStore();
  await seedStore(store, createPasswords(cost), now, 'some');
  const secret = 'a secret of thirty-two bytes or more';
  const answer = createBookingServer({ store, secret, clock: { now: () => now }, passwordCost: cost });
  const call = async (address: string, path: string, json: unknown, token?: string) => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    const request = new Request(`http://localhost${path}`, { method: 'POST', headers, body: JSON.stringify(json) });
    const reply = await answer(request, { address });
    return { status: reply.status, retryAfter: reply.headers.get('retry-after'), body: await reply.json() };
  };
  const logIn = async (email: string) =>
    (await call('192.0.2.1', '/auth/login', { email, password: 'password123' })).body.access_token as string;
  const cancel = (id: string, token: string) =>
    answer(
      new Request(`http://localhost/booking/${id}`, {
        method: 'DELETE',
        headers: { authorization: `Bearer ${token}` },
      }),
    );
  return { call, cancel, logIn, later: (seconds: number) => (now += seconds * 1000) };
}

const guest = (n: number) => ({ email: `guest${n}@example.com`, name: `Guest ${n}` });
/** A time of its own for each `n`: 09:00 in Berlin and on, from 10 November. */
const wish = (n: number) => ({
  coach_id: seed.coach.id,
  session_datetime: `2025-11-${10 + Math.floor(n / 10)}T${String(8 + (n % 10)).padStart(2, '0')}:00:00Z`,
  duration_minutes: 60,
});

test('the eleventh guest of a minute from one address waits, and is told how long', async () => {
  const { call, later } = await start();
  for (let n = 0; n < 10; n += 1) expect((await call('203.0.113.9', '/auth/guest', guest(n))).status).toBe(201);
  later(18);
  const refused = await call('203.0.113.9', '/auth/guest', guest(10));
  expect(refused).toMatchObject({
    status: 429,
    retryAfter: '42',
    body: { code: 'rate_limited', detail: 'Too many requests. Try again in 42 seconds' },
  });
  expect((await call('203.0.113.10', '/auth/guest', guest(11))).status).toBe(201);
  later(42);
  expect((await call('203.0.113.9', '/auth/guest', guest(12))).status).toBe(201);
});

test('who has a whole network of IPv6 counts as one', async () => {
  const { call } = await start();
  const statuses: number[] = [];
  for (let n = 0; n < 11; n += 1) {
    statuses.push((await call(`2001:db8:1:2::${n + 1}`, '/auth/guest', guest(n))).status);
  }
  expect(statuses).toEqual([...Array(10).fill(201), 429]);
});

test('one client books ten times a minute at most, from whatever address', async () => {
  const { call, logIn } = await start();
  const token = await logIn('client@example.com');
  const statuses: number[] = [];
  for (let n = 0; n < 11; n += 1) {
    statuses.push((await call(`203.0.113.${n}`, '/booking', wish(n), token)).status);
  }
  expect(statuses.slice(0, 10).every((status) => status === 201 || status === 409)).toBe(true);
  expect(statuses[10]).toBe(429);
});

test('guests without end from one address do not fill a coach’s calendar', async () => {
  const { call, later } = await start();
  let booked = 0;
  for (let n = 0; n < 60; n += 1) {
    const token = (await call('203.0.113.9', '/auth/guest', guest(n))).body.access_token;
    if (token && (await call('203.0.113.9', '/booking', wish(n), token)).status === 201) booked += 1;
    later(0.5);
  }
  expect(booked).toBeGreaterThan(0);
  expect(booked).toBeLessThanOrEqual(10);
});

test('accounts are opened ten times a minute at most, and log-ins tried sixty times', async () => {
  const { call } = await start();
  const count = async (path: string, json: (n: number) => object) => {
    for (let n = 0; ; n += 1) if ((await call('203.0.113.9', path, json(n))).status === 429) return n;
  };
  const password = 'long enough';
  expect(await count('/auth/signup', (n) => ({ email: `new${n}@example.com`, password }))).toBe(10);
  expect(await count('/auth/login', (n) => ({ email: `somebody${n}@example.com`, password }))).toBe(60);
});

test('nobody signs up as a coach where coaches are added', async () => {
  const { call } = await start();
  const json = { email: 'new@example.com', password: 'long enough', role: 'coach' };
  expect(await call('203.0.113.9', '/auth/signup', json)).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'body.role', message: expect.stringContaining('must be client') }] },
  });
});

describe('guessing passwords', () => {
  const logIn = { email: 'coach@example.com' };
  const right = { ...logIn, password: 'password123' };

  test('guesses sent all at once are counted before any is verified', async () => {
    const { call } = await start();
    const guesses = Array.from({ length: 50 }, (_, n) => ({
      ...logIn,
      password: n === 49 ? 'password123' : `no ${n}`,
    }));
    const statuses = (await Promise.all(guesses.map((json) => call('203.0.113.9', '/auth/login', json)))).map(
      ({ status }) => status,
    );
    expect(statuses).toEqual([...Array(10).fill(401), ...Array(40).fill(429)]);
  });

  test('strangers who guess do not lock the owner out at another address', async () => {
    const { call } = await start();
    for (let n = 0; n < 12; n += 1) await call('203.0.113.9', '/auth/login', { ...logIn, password: `no ${n}` });
    expect((await call('203.0.113.9', '/auth/login', right)).status).toBe(429);
    expect((await call('198.51.100.7', '/auth/login', right)).status).toBe(200);
  });

  test('guesses from a hundred addresses end for all of them, but not for a device that logged in before', async () => {
    const { call } = await start();
    const { device_token } = (await call('198.51.100.7', '/auth/login', right)).body;
    for (let n = 0; n < 100; n += 1) {
      const guess = { ...logIn, password: `no ${n}` };
      expect((await call(`203.0.113.${n}`, '/auth/login', guess)).status).toBe(401);
    }
    expect((await call('203.0.113.200', '/auth/login', right)).status).toBe(429);
    expect((await call('203.0.113.200', '/auth/login', { ...right, device_token: 'made up' })).status).toBe(429);
    expect((await call('192.0.2.99', '/auth/login', { ...right, device_token })).status).toBe(200);
  });

  test('a device token of one account is no known device of another, and opens nothing', async () => {
    const { call } = await start();
    const { device_token } = (await call('198.51.100.7', '/auth/login', right)).body;
    const guess = { email: 'client@example.com', device_token };
    for (let n = 0; n < 10; n += 1) await call('203.0.113.9', '/auth/login', { ...guess, password: `no ${n}` });
    expect((await call('203.0.113.9', '/auth/login', { ...guess, password: 'password123' })).status).toBe(429);
    expect((await call('203.0.113.9', '/auth/refresh', { refresh_token: device_token })).status).toBe(401);
  });

  test('right passwords are never used up', async () => {
    const { call } = await start();
    for (let n = 0; n < 30; n += 1) expect((await call('203.0.113.9', '/auth/login', right)).status).toBe(200);
  });

  test('an e-mail longer than an e-mail can be is refused before anything is counted', async () => {
    const { call } = await start();
    const json = { email: `${'x'.repeat(60_000)}@example.com`, password: 'no' };
    expect((await call('203.0.113.9', '/auth/login', json)).status).toBe(422);
  });
});

describe('guests’ requests that wait for an answer', () => {
  const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => body.code ?? status;
  const book = async (call: Awaited<ReturnType<typeof start>>['call'], address: string, json: object, n: number) => {
    const { access_token } = (await call(address, '/auth/guest', json)).body;
    return codeOf(await call(address, '/booking', wish(n), access_token));
  };

  test('are three at most from one address, under whatever names', async () => {
    const { call } = await start();
    const outcomes: unknown[] = [];
    for (let n = 0; n < 8; n += 1) outcomes.push(await book(call, '203.0.113.9', guest(n), n));
    expect(outcomes.filter((outcome) => outcome === 201)).toHaveLength(3);
    expect(outcomes.at(-1)).toBe('too_many_open_requests');
    expect(await book(call, '203.0.113.10', guest(99), 12)).toBe(201);
  });

  test('are three at most for one e-mail, from whatever address', async () => {
    const { call } = await start();
    const outcomes: unknown[] = [];
    for (let n = 0; n < 8; n += 1) outcomes.push(await book(call, `203.0.113.${n}`, guest(1), n));
    expect(outcomes.filter((outcome) => outcome === 201)).toHaveLength(3);
    expect(outcomes.at(-1)).toBe('too_many_open_requests');
  });

  test('are three at most when they are sent at once', async () => {
    const { call } = await start();
    const outcomes = await Promise.all(
      Array.from({ length: 9 }, (_, n) => book(call, '203.0.113.9', guest(n), n + 10)),
    );
    expect(outcomes.filter((outcome) => outcome === 201).length).toBeLessThanOrEqual(3);
    expect(outcomes.filter((outcome) => outcome === 201).length).toBeGreaterThan(0);
  });

  test('one that is cancelled makes room', async () => {
    const { call, cancel } = await start();
    const made: { token: string; id: string }[] = [];
    for (let n = 0; n < 8 && made.length < 3; n += 1) {
      const token = (await call('203.0.113.9', '/auth/guest', guest(n))).body.access_token;
      const reply = await call('203.0.113.9', '/booking', wish(n), token);
      if (reply.status === 201) made.push({ token, id: reply.body.id });
    }
    expect(await book(call, '203.0.113.9', guest(50), 15)).toBe('too_many_open_requests');
    await cancel(made[0]?.id ?? '', made[0]?.token ?? '');
    expect(await book(call, '203.0.113.9', guest(51), 15)).toBe(201);
  });
});
