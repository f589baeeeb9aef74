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

  test('on all devices ends every sign-in of the account, and of no other', async () => {
    const server = await startOnHttp();
    const [here, there] = [await signIn(server), await signIn(server)];
    const other = await server.logIn('noor@example.com');
    const reply = await server.call('POST', '/auth/logout?all_devices=true', { token: here.access_token });
    expect(reply.status).toBe(204);
    for (const { access_token, refresh_token } of [here, there]) {
      expect((await server.call('GET', '/auth/me', { token: access_token })).status).toBe(401);
      expect((await server.call('POST', '/auth/refresh', { json: { refresh_token } })).status).toBe(401);
    }
    expect((await server.call('GET', '/auth/me', { token: other })).status).toBe(200);
    expect((await signIn(server)).access_token).toBeTypeOf('string');
  });
});

describe('changing the password', () => {
  const change = (server: OnHttp, token: string, current_password: string, new_password: string) =>
    server.call('POST', '/auth/password', { token, json: { current_password, new_password } });
  const logIn = (server: OnHttp, password: string) =>
    server.call('POST', '/auth/login', { json: { email: 'client@example.com', password } });

  test('takes the new one, ends all other sign-ins, and keeps this one', async () => {
    const server = await startOnHttp();
    const [here, there] = [await signIn(server), await signIn(server)];
    expect((await change(server, here.access_token, 'password123', 'ledge-orbit')).status).toBe(204);
    expect((await logIn(server, 'password123')).status).toBe(401);
    expect((await logIn(server, 'ledge-orbit')).status).toBe(200);
    expect((await server.call('GET', '/auth/me', { token: here.access_token })).status).toBe(200);
    expect((await server.call('GET', '/auth/me', { token: there.access_token })).status).toBe(401);
    const { refresh_token } = there;
    expect((await server.call('POST', '/auth/refresh', { json: { refresh_token } })).status).toBe(401);
  });

  test('asks for the old one, which cannot be guessed through a stolen token', async () => {
    const server = await startOnHttp();
    const { access_token } = await signIn(server);
    const codes: unknown[] = [];
    const guesses = Array.from({ length: 12 }, (_, n) => change(server, access_token, `no ${n}`, 'ledge-orbit'));
    for (const { body } of await Promise.all(guesses)) codes.push(body.code);
    expect(codes.filter((code) => code === 'wrong_password')).toHaveLength(10);
    expect(codes.filter((code) => code === 'rate_limited')).toHaveLength(2);
    expect((await change(server, access_token, 'password123', 'ledge-orbit')).status).toBe(429);
    expect((await logIn(server, 'password123')).status).toBe(200);
  });

  test.each([
    ['12345678', 'must not be one of the most common passwords'],
    ['client@example.com', 'must not be the e-mail address'],
    ['short', 'must be at least 8 characters'],
  ])('to %j is refused: it %s', async (password, message) => {
    const server = await startOnHttp();
    const reply = await change(server, (await signIn(server)).access_token, 'password123', password);
    expect([reply.status, reply.body.errors]).toEqual([422, [{ field: 'body.new_password', message }]]);
  });
});

describe('changing the e-mail address', () => {
  const change = (server: OnHttp, token: string, email: string, password = 'password123') =>
    server.call('POST', '/auth/email', { token, json: { email, password } });

  test('signs in with the new one from then on', async () => {
    const server = await startOnHttp();
    const { access_token } = await signIn(server);
    expect((await change(server, access_token, 'Sam@Example.com')).body.email).toBe('sam@example.com');
    expect(await server.logIn('sam@example.com')).toBeTypeOf('string');
    expect(await server.logIn('client@example.com')).toBeUndefined();
    expect((await server.call('GET', '/auth/me', { token: access_token })).body.email).toBe('sam@example.com');
  });

  test('asks for the password, and refuses one that is taken', async () => {
    const server = await startOnHttp();
    const { access_token } = await signIn(server);
    expect((await change(server, access_token, 'sam@example.com', 'no')).body.code).toBe('wrong_password');
    expect((await change(server, access_token, 'noor@example.com')).body.code).toBe('email_taken');
    expect(await server.logIn('client@example.com')).toBeTypeOf('string');
  });
});

describe('deleting the account', () => {
  const remove = (server: OnHttp, token: string, json: object = { password: 'password123' }) =>
    server.call('DELETE', '/auth/me', { token, json });
  const everything = async (server: OnHttp, id: string) => {
    const { store } = server.mock;
    const { bookings } = await store.bookings.list({ clientId: id }, { skip: 0, limit: 100 });
    return { account: await store.accounts.find(id), bookings };
  };

  test('of a client leaves past sessions and their prices, and nothing that names a person', async () => {
    const server = await startOnHttp();
    const { access_token } = await signIn(server);
    const me = (await server.call('GET', '/auth/me', { token: access_token })).body;
    const json = { ...wish, notes: 'about my mother', metadata: { utm_source: 'letter' } };
    const key = { 'idempotency-key': 'kept' };
    const booked = (await server.call('POST', '/booking', { token: access_token, json, headers: key })).body;
    const before = await everything(server, me.id);
    const past = before.bookings.filter(({ end }) => end < server.mock.clock.now());
    expect(past.length).toBeGreaterThan(0);

    expect((await remove(server, access_token)).status).toBe(204);
    expect((await server.call('GET', '/auth/me', { token: access_token })).status).toBe(401);
    expect(await server.logIn('client@example.com')).toBeUndefined();
    await server.mock.runDueJobs();

    const after = await everything(server, me.id);
    expect(after.bookings.map(({ id }) => id)).toEqual(before.bookings.map(({ id }) => id));
    for (const booking of past) {
      const { status, price, start } = after.bookings.find(({ id }) => id === booking.id) ?? {};
      expect([status, price, start]).toEqual([booking.status, booking.price, booking.start]);
    }
    expect(after.bookings.find(({ id }) => id === booked.id)?.status).toBe('cancelled');
    expect(JSON.stringify(after)).not.toMatch(/mother|letter|client@|Mira|Sam|scrypt/);
    const clientSees = await server.mock.store.bookings.keptReply(me.id, 'kept', server.mock.clock.now());
    expect(clientSees).toBeUndefined();
    // The coach still reads the session, without a name; the time is free again.
    const coach = await server.logIn('coach@example.com');
    const read = (await server.call('GET', `/booking/${booked.id}`, { token: coach })).body;
    expect(JSON.stringify(read)).not.toMatch(/client@|Mira|Sam/);
    const rival = await server.logIn('noor@example.com');
    expect((await server.call('POST', '/booking', { token: rival, json: wish })).status).toBe(201);
    expect(server.errors).toEqual([]);
  });

  test('asks for the password, and then frees the address', async () => {
    const server = await startOnHttp();
    const { access_token } = await signIn(server);
    for (const json of [{}, { password: 'no' }]) {
      expect((await remove(server, access_token, json)).body.code).toBe('wrong_password');
    }
    expect((await server.call('GET', '/auth/me', { token: access_token })).status).toBe(200);
    await remove(server, access_token);
    const again = { email: 'client@example.com', password: 'another-password' };
    expect((await server.call('POST', '/auth/signup', { json: again })).status).toBe(201);
  });

  test('of a guest needs no password, and revokes the links', async () => {
    const server = await startOnHttp();
    const { token, booking } = await guestWithBooking(server);
    expect((await remove(server, token, {})).status).toBe(204);
    await server.mock.runDueJobs();
    const link = await server.call('POST', '/auth/booking-link', { json: { link: booking.link } });
    expect(link.status).toBe(401);
    expect((await everything(server, booking.client_id)).account).toMatchObject({ email: '', name: null });
  });

  test('of a coach cancels what is to come, ends the listing, and keeps what the clients have', async () => {
    const server = await startOnHttp();
    const [coach, client] = [await server.logIn('coach@example.com'), await server.logIn('noor@example.com')];
    const { id } = (await server.call('POST', '/booking', { token: client, json: wish })).body;
    expect((await remove(server, coach)).status).toBe(204);
    await server.mock.runDueJobs();
    expect((await server.call('GET', `/booking/${id}`, { token: client })).body.status).toBe('cancelled');
    const { coaches } = (await server.call('GET', '/coaches')).body;
    expect(coaches.map(({ user_id }: { user_id: string }) => user_id)).not.toContain(seed.coach.id);
    expect((await server.call('POST', '/booking', { token: client, json: wish })).body.code).toBe('coach_inactive');
    const kept = await server.mock.store.coaches.find(seed.coach.id);
    expect([kept?.profile, kept?.schedule.weekly_hours]).toEqual([{ user_id: seed.coach.id }, []]);
  });

  test('erases connected calendars, their events and the feed', async () => {
    const server = await startOnHttp();
    const { calendars } = server.mock.store;
    const [userId, provider] = [seed.client.id, 'google'] as const;
    const tokens = { accessToken: 'x', refreshToken: null, expiresAt: 1, lastSync: null, lastError: null };
    await calendars.connections.save({
      userId,
      provider,
      account: 'sam@gmail.example',
      status: 'connected',
      ...tokens,
    });
    await calendars.events.save({
      bookingId: 'b',
      userId,
      provider,
      eventId: 'e',
      start: 1,
      end: 2,
      hostsMeeting: false,
    });
    await calendars.feeds.save({ userId, hash: 'h', secret: 's' });
    await remove(server, (await signIn(server)).access_token);
    await server.mock.runDueJobs();
    expect(await calendars.connections.find(userId, provider)).toBeUndefined();
    expect(await calendars.events.ofBooking('b')).toEqual([]);
    expect(await calendars.feeds.byHash('h')).toBeUndefined();
  });

  test('reaches a booking that was under way', async () => {
    const server = await startOnHttp();
    const { access_token } = await signIn(server);
    const { id } = (await server.call('POST', '/booking', { token: access_token, json: wish })).body;
    const booking = await server.mock.store.bookings.find(id);
    await remove(server, access_token);
    await server.mock.runDueJobs();
    if (!booking) throw new Error('no booking');
    const late = { ...booking, id: 'late', start: booking.start + DAY_MS, end: booking.end + DAY_MS, version: 1 };
    await server.mock.store.bookings.save({ ...late, notes: 'late' }, {});
    server.mock.clock.advance(60_000);
    await server.mock.runDueJobs();
    expect(await server.mock.store.bookings.find('late')).toMatchObject({ status: 'cancelled', notes: null });
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
