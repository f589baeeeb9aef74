import { expect, test } from 'vitest';
import { seed } from '../../../src/mock/index.ts';
import type { Store } from '../../../src/server/ports.ts';
import { createMemoryStore } from '../../../src/server/stores/memory.ts';
import { type OnHttp, startOnHttp } from '../on-http.ts';

const wish = { coach_id: seed.coach.id, session_datetime: '2025-11-15T14:00:00Z', duration_minutes: 60 };

async function guest(server: OnHttp, email = 'guest@example.com') {
  const reply = await server.call('POST', '/auth/guest', { json: { email, name: 'Gil Guest' } });
  expect(reply.status).toBe(201);
  return reply.body.access_token as string;
}

test('who signs up is signed in, and is who they said', async () => {
  const { call, logIn } = await startOnHttp();
  const reply = await call('POST', '/auth/signup', {
    json: { email: 'New@Example.com', password: 'long enough', name: ' Nia ', time_zone: 'Africa/Lagos' },
  });
  expect(reply.status).toBe(201);
  expect((await call('GET', '/auth/me', { token: reply.body.access_token })).body).toMatchObject({
    email: 'new@example.com',
    role: 'client',
    name: 'Nia',
    time_zone: 'Africa/Lagos',
    is_guest: false,
  });
  expect(await logIn('NEW@example.com', 'long enough')).toBeTypeOf('string');
});

test('a coach who signs up is listed, with no open hours yet', async () => {
  const { call } = await startOnHttp();
  const signUp = {
    email: 'new-coach@example.com',
    password: 'long enough',
    name: 'Nil Neu',
    role: 'coach',
    time_zone: 'Asia/Tokyo',
  };
  const { access_token } = (await call('POST', '/auth/signup', { json: signUp })).body;
  const { id } = (await call('GET', '/auth/me', { token: access_token })).body;
  expect((await call('GET', `/coaches/${id}`)).body).toMatchObject({ name: 'Nil Neu', time_zone: 'Asia/Tokyo' });
  expect((await call('GET', `/booking/coach/${id}/availability/next`)).body.available_slots).toEqual([]);
});

test('nobody signs up as an admin', async () => {
  const { call } = await startOnHttp();
  const json = { email: 'new@example.com', password: 'long enough', role: 'admin' };
  expect((await call('POST', '/auth/signup', { json })).body.errors).toEqual([
    { field: 'body.role', message: 'must be one of client, coach' },
  ]);
});

test('a refresh token works once, for two tabs at the same moment too, and its theft ends the session', async () => {
  const { call, mock } = await startOnHttp();
  const first = (await call('POST', '/auth/login', { json: { email: seed.client.email, password: 'password123' } }))
    .body;
  const refresh = (refresh_token: string) => call('POST', '/auth/refresh', { json: { refresh_token } });
  const both = await Promise.all([refresh(first.refresh_token), refresh(first.refresh_token)]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  const second = both[0]?.body;
  mock.clock.advance(60_000);
  expect((await call('GET', '/auth/me', { token: second.access_token })).status).toBe(200);
  const third = (await refresh(second.refresh_token)).body;
  mock.clock.advance(60_000);
  const reused = await refresh(second.refresh_token);
  expect([reused.status, reused.body.code]).toEqual([401, 'not_authenticated']);
  expect((await refresh(third.refresh_token)).status).toBe(401);
});

test('of two who refresh at the same moment, the one whose write comes second gets the tokens of the first', async () => {
  const store = createMemoryStore();
  let raced = 0;
  const rotate: Store['tokens']['rotate'] = async (family, from) => {
    raced += 1;
    // Somebody else rotates between this caller's read and write.
    if (raced === 1) await store.tokens.rotate({ ...family, current: 'the-faster-one' }, from);
    return store.tokens.rotate(family, from);
  };
  const { call } = await startOnHttp({ store: { ...store, tokens: { ...store.tokens, rotate } } });
  const json = { email: seed.client.email, password: 'password123' };
  const { refresh_token } = (await call('POST', '/auth/login', { json })).body;
  const late = await call('POST', '/auth/refresh', { json: { refresh_token } });
  expect([late.status, raced]).toEqual([200, 1]);
  expect((await call('GET', '/auth/me', { token: late.body.access_token })).status).toBe(200);
  const next = await call('POST', '/auth/refresh', { json: { refresh_token: late.body.refresh_token } });
  expect(next.status).toBe(200);
});

test('a refresh token is no access token, nor the other way round, and it ends after 30 days', async () => {
  const { call, mock } = await startOnHttp();
  const { access_token, refresh_token } = (
    await call('POST', '/auth/login', { json: { email: seed.client.email, password: 'password123' } })
  ).body;
  expect((await call('GET', '/auth/me', { token: refresh_token })).status).toBe(401);
  expect((await call('POST', '/auth/refresh', { json: { refresh_token: access_token } })).status).toBe(401);
  mock.clock.advance(30 * 24 * 60 * 60_000 + 1000);
  expect((await call('POST', '/auth/refresh', { json: { refresh_token } })).body.code).toBe('token_expired');
});

test('a guest sees, moves and cancels what it booked, and nothing of another guest with the same e-mail', async () => {
  const server = await startOnHttp();
  const { call } = server;
  const [token, namesake] = [await guest(server), await guest(server)];
  const { body } = await call('POST', '/booking', { token, json: wish });
  expect((await call('GET', `/booking/${body.id}`, { token: namesake })).status).toBe(403);
  const moved = await call('PATCH', `/booking/${body.id}`, {
    token,
    json: { session_datetime: '2025-11-16T14:00:00Z' },
  });
  expect(moved.body).toMatchObject({ session_datetime: '2025-11-16T14:00:00Z', sequence: 1 });
  expect((await call('DELETE', `/booking/${body.id}`, { token })).status).toBe(204);
  const read = (await call('GET', `/booking/${body.id}`, { token })).body;
  expect(read).toMatchObject({ status: 'cancelled', client_email: 'guest@example.com', coach_name: 'Ana Keller' });
  // Anybody can be a guest under any address: the coach's own address is not for them.
  expect(read.coach_email).toBeUndefined();
});

test('a guest takes nobody’s place: the e-mail can still sign up, and cannot log in without a password', async () => {
  const server = await startOnHttp();
  await guest(server, 'later@example.com');
  expect(await server.logIn('later@example.com', 'anything at all')).toBeUndefined();
  const json = { email: 'later@example.com', password: 'long enough' };
  expect((await server.call('POST', '/auth/signup', { json })).status).toBe(201);
});

test('a booking link opens its booking and no other door', async () => {
  const server = await startOnHttp();
  const { call } = server;
  const token = await guest(server);
  const booking = (await call('POST', '/booking', { token, json: wish })).body;
  const other = (await call('POST', '/booking', { token, json: { ...wish, session_datetime: '2025-11-17T14:00:00Z' } }))
    .body;
  const opened = await call('POST', '/auth/booking-link', { json: { link: booking.link } });
  expect(opened.body).toMatchObject({ booking_id: booking.id, token_type: 'bearer' });
  const key = opened.body.access_token;
  expect((await call('GET', `/booking/${booking.id}`, { token: key })).body).toEqual({
    ...booking,
    client_name: 'Gil Guest',
    client_email: 'guest@example.com',
    coach_name: 'Ana Keller',
  });
  expect((await call('GET', `/booking/${other.id}`, { token: key })).status).toBe(403);
  expect((await call('GET', '/auth/me', { token: key })).status).toBe(403);
  expect((await call('GET', `/booking/client/${booking.client_id}`, { token: key })).status).toBe(403);
  expect((await call('POST', '/booking', { token: key, json: wish })).status).toBe(403);
  expect((await call('DELETE', `/booking/${other.id}`, { token: key })).status).toBe(403);
  expect((await call('DELETE', `/booking/${booking.id}`, { token: key })).status).toBe(204);
});

test('a link that was made up, and an access token used as one, open nothing', async () => {
  const server = await startOnHttp();
  for (const link of ['abc', await server.logIn('client@example.com')]) {
    const reply = await server.call('POST', '/auth/booking-link', { json: { link } });
    expect([reply.status, reply.body.code]).toEqual([401, 'not_authenticated']);
  }
});

test('guessing a password is slowed down, even for who knows it in the end', async () => {
  const { call, mock } = await startOnHttp({ rateLimits: { failedLogInsByEmail: { count: 3, seconds: 60 } } });
  const logIn = (password: string) => call('POST', '/auth/login', { json: { email: 'client@example.com', password } });
  for (let guess = 0; guess < 3; guess += 1) expect((await logIn(`guess ${guess}`)).status).toBe(401);
  const refused = await logIn('password123');
  expect([refused.status, refused.body.code]).toEqual([429, 'rate_limited']);
  const seconds = Number(refused.headers.get('retry-after'));
  expect(refused.body.detail).toBe(`Too many requests. Try again in ${seconds} seconds`);
  mock.clock.advance(seconds * 1000);
  expect((await logIn('password123')).status).toBe(200);
});

test('passwords are kept as salted hashes', async () => {
  const { call, mock } = await startOnHttp();
  for (const email of ['one@example.com', 'two@example.com']) {
    await call('POST', '/auth/signup', { json: { email, password: 'the same one' } });
  }
  const one = (await mock.store.accounts.findByEmail('one@example.com'))?.passwordHash;
  const two = (await mock.store.accounts.findByEmail('two@example.com'))?.passwordHash;
  expect(one).toMatch(/^scrypt\$/);
  expect(one).not.toBe(two);
  expect(one).not.toContain('the same one');
});
