import { describe, expect, test } from 'vitest';
import { seed } from '../../../src/mock/index.ts';
import { type OnHttp, startOnHttp } from '../on-http.ts';

const wish = { coach_id: seed.coach.id, session_datetime: '2025-11-15T14:00:00Z', duration_minutes: 60 };
const DAY_MS = 24 * 60 * 60_000;

const signIn = async ({ call }: OnHttp) =>
  (await call('POST', '/auth/login', { json: { email: 'client@example.com', password: 'password123' } })).body;

async function guestWithBooking(server: OnHttp) {
  const guest = await server.call('POST', '/auth/guest', { json: { email: 'gil@example.com', name: 'Gil' } });
  const token: string = guest.body.access_token;
  const booking = (await server.call('POST', '/booking', { token, json: wish })).body;
  return { token, booking };
}

describe('logging out', () => {
  test('ends the access token and the refresh token of this sign-in at once, and of no other', async () => {
    const server = await startOnHttp();
    const [here, there] = [await signIn(server), await signIn(server)];
    const reply = await server.call('POST', '/auth/logout', { token: here.access_token });
    expect(reply.status).toBe(204);
    expect((await server.call('GET', '/auth/me', { token: here.access_token })).status).toBe(401);
    const refreshed = await server.call('POST', '/auth/refresh', { json: { refresh_token: here.refresh_token } });
    expect(refreshed.status).toBe(401);
    expect((await server.call('GET', '/auth/me', { token: there.access_token })).status).toBe(200);
  });
});

test('after the theft of a refresh token the access tokens of both sides die too', async () => {
  const server = await startOnHttp();
  const first = await signIn(server);
  const refresh = (refresh_token: string) => server.call('POST', '/auth/refresh', { json: { refresh_token } });
  const second = (await refresh(first.refresh_token)).body;
  server.mock.clock.advance(60_000);
  expect((await refresh(first.refresh_token)).status).toBe(401);
  for (const token of [first.access_token, second.access_token]) {
    expect((await server.call('GET', '/auth/me', { token })).status).toBe(401);
  }
});

test('everything kept about oneself comes in one document, and nothing of others', async () => {
  const server = await startOnHttp();
  const [client, coach] = [await server.logIn('client@example.com'), await server.logIn('coach@example.com')];
  const { id } = (await server.call('POST', '/booking', { token: client, json: wish })).body;
  const mine = (await server.call('GET', '/auth/me/export', { token: client })).body;
  expect(mine.account.email).toBe('client@example.com');
  expect(mine.bookings_as_client.map((booking: { id: string }) => booking.id)).toContain(id);
  expect(mine.bookings_as_coach).toEqual([]);
  for (const booking of mine.bookings_as_client) expect(booking.client_id).toBe(mine.account.id);
  const coachs = (await server.call('GET', '/auth/me/export', { token: coach })).body;
  expect(coachs.bookings_as_coach.map((booking: { id: string }) => booking.id)).toContain(id);
  expect(JSON.stringify(mine)).not.toMatch(/scrypt|password/);
});

describe('the link of a booking', () => {
  const open = (server: OnHttp, link: string) => server.call('POST', '/auth/booking-link', { json: { link } });

  test('can be replaced: the old one and the tokens it was traded for stop at once', async () => {
    const server = await startOnHttp();
    const { token, booking } = await guestWithBooking(server);
    const key = (await open(server, booking.link)).body.access_token;
    const path = `/booking/${booking.id}/link`;
    const renewed = await server.call('POST', path, { token });
    expect(renewed.status).toBe(200);
    expect((await open(server, booking.link)).body.code).toBe('not_authenticated');
    expect((await server.call('GET', `/booking/${booking.id}`, { token: key })).status).toBe(401);
    const again = await open(server, renewed.body.link);
    expect(again.body.booking_id).toBe(booking.id);
    // With the link itself as well: who holds the new one may replace it.
    expect((await server.call('POST', path, { token: again.body.access_token })).status).toBe(200);
    expect((await server.call('GET', `/booking/${booking.id}`, { token })).body.link).not.toBe(booking.link);
  });

  test('is the client’s alone to replace', async () => {
    const server = await startOnHttp();
    const { booking } = await guestWithBooking(server);
    for (const email of ['coach@example.com', 'admin@example.com', 'noor@example.com']) {
      const reply = await server.call('POST', `/booking/${booking.id}/link`, { token: await server.logIn(email) });
      expect(reply.body.code).toBe('change_forbidden');
    }
  });

  test('ends thirty days after the session, wherever it was moved to', async () => {
    const server = await startOnHttp();
    const { token, booking } = await guestWithBooking(server);
    server.mock.clock.set('2025-11-14T10:00:00Z');
    server.mock.clock.advance(30 * DAY_MS);
    expect((await open(server, booking.link)).status).toBe(200);
    server.mock.clock.advance(2 * DAY_MS);
    expect((await open(server, booking.link)).body.code).toBe('token_expired');
    expect(token).toBeTypeOf('string');
  });
});

describe('choosing a password', () => {
  const signUp = (server: OnHttp, password: string, email = 'new@example.com') =>
    server.call('POST', '/auth/signup', { json: { email, password } });

  test.each([
    ['password', 'must not be one of the most common passwords'],
    ['PassWord1', 'must not be one of the most common passwords'],
    ['12345678', 'must not be one of the most common passwords'],
    ['aaaaaaaaaaaa', 'must not be one of the most common passwords'],
    ['new@example.com', 'must not be the e-mail address'],
    ['        ', 'must not be blank'],
    ['😀😀😀😀', 'must be at least 8 characters'],
  ])('%j is refused: it %s', async (password, message) => {
    const reply = await signUp(await startOnHttp(), password);
    expect([reply.status, reply.body.errors]).toEqual([422, [{ field: 'body.password', message }]]);
  });

  test.each(['a b c d e', 'ledge-orbit', 'ключ от дома', '😀😁😂🤣😃😄😅😆'])('%j is taken', async (password) => {
    expect((await signUp(await startOnHttp(), password)).status).toBe(201);
  });
});
