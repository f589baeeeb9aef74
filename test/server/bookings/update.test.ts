import { beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '../../../src/contract/auth.ts';
import { seed } from '../../../src/mock/index.ts';
import { checkNotice } from '../../../src/server/bookings/notice.ts';
import type { Caller } from '../../../src/server/http/handler.ts';
import { type OnHttp, startOnHttp } from '../on-http.ts';

const wish = { coach_id: seed.coach.id, session_datetime: '2025-11-15T14:00:00Z', duration_minutes: 60 };
let server: OnHttp;
let client: string;
let id: string;

beforeEach(async () => {
  server = await startOnHttp();
  client = await server.logIn('client@example.com');
  id = (await server.call('POST', '/booking', { token: client, json: wish })).body.id;
});

const move = (json: object, token = client) => server.call('PATCH', `/booking/${id}`, { token, json });

describe('moving', () => {
  test('frees the old time, takes the new one, and counts', async () => {
    expect((await move({ session_datetime: '2025-11-16T10:00:00Z' })).body).toMatchObject({
      id,
      session_datetime: '2025-11-16T10:00:00Z',
      duration_minutes: 60,
      status: 'pending',
      sequence: 1,
    });
    const rival = await server.logIn('noor@example.com');
    expect((await server.call('POST', '/booking', { token: rival, json: wish })).status).toBe(201);
    const taken = { ...wish, session_datetime: '2025-11-16T10:00:00Z' };
    expect((await server.call('POST', '/booking', { token: rival, json: taken })).status).toBe(409);
  });

  test('by half an hour, over its own old time', async () => {
    expect((await move({ session_datetime: '2025-11-15T14:30:00Z' })).status).toBe(200);
  });

  test('to a time that is taken leaves everything as it was', async () => {
    const rival = await server.logIn('noor@example.com');
    const json = { ...wish, session_datetime: '2025-11-15T16:00:00Z' };
    await server.call('POST', '/booking', { token: rival, json });
    expect((await move({ session_datetime: '2025-11-15T16:00:00Z' })).body.code).toBe('slot_unavailable');
    const { body } = await server.call('GET', `/booking/${id}`, { token: client });
    expect(body.session_datetime).toBe('2025-11-15T14:00:00Z');
    expect(body.sequence).toBeUndefined();
  });

  test('may change the length', async () => {
    const json = { session_datetime: '2025-11-15T14:00:00Z', duration_minutes: 90 };
    expect((await move(json)).body).toMatchObject({ duration_minutes: 90 });
  });

  test('into the past or out of the hours is refused', async () => {
    expect((await move({ session_datetime: '2025-11-04T14:00:00Z' })).body.code).toBe('in_the_past');
    expect((await move({ session_datetime: '2025-11-16T02:00:00Z' })).body.code).toBe('slot_unavailable');
  });

  test('keeps why, for both sides, until it is moved again', async () => {
    const coach = await server.logIn('coach@example.com');
    const ill = await move({ session_datetime: '2025-11-16T10:00:00Z', reason: 'My train is late' });
    expect(ill.body.move_reason).toBe('My train is late');
    for (const token of [client, coach]) {
      expect((await server.call('GET', `/booking/${id}`, { token })).body.move_reason).toBe('My train is late');
    }
    const again = await move({ session_datetime: '2025-11-16T12:00:00Z', reason: 'A meeting' }, coach);
    expect(again.body.move_reason).toBe('A meeting');
    expect((await move({ session_datetime: '2025-11-16T14:00:00Z' })).body.move_reason).toBeUndefined();
  });

  test('with a reason of more than 500 characters is refused', async () => {
    const reply = await move({ session_datetime: '2025-11-16T10:00:00Z', reason: 'x'.repeat(501) });
    expect(reply.body.errors).toEqual([{ field: 'body.reason', message: 'must be at most 500 characters' }]);
  });

  test('is for the coach as well', async () => {
    const coach = await server.logIn('coach@example.com');
    expect((await move({ session_datetime: '2025-11-16T10:00:00Z' }, coach)).status).toBe(200);
  });
});

test('cancelling keeps the reason, frees the time and counts', async () => {
  const reply = await server.call('DELETE', `/booking/${id}?reason=I%20am%20ill`, { token: client });
  expect([reply.status, reply.body]).toEqual([204, '']);
  const { body } = await server.call('GET', `/booking/${id}`, { token: client });
  expect(body).toMatchObject({ status: 'cancelled', cancellation_reason: 'I am ill', sequence: 1 });
  expect((await server.call('POST', '/booking', { token: client, json: wish })).status).toBe(201);
});

test('a coach who declines may write a line, by either call', async () => {
  const coach = await server.logIn('coach@example.com');
  const json = { status: 'cancelled', reason: 'I am away that week' };
  const { body } = await server.call('PATCH', `/booking/${id}/status`, { token: coach, json });
  expect(body).toMatchObject({ status: 'cancelled', cancellation_reason: 'I am away that week' });
  const read = await server.call('GET', `/booking/${id}`, { token: client });
  expect(read.body.cancellation_reason).toBe('I am away that week');
});

describe('a coach who wants notice', () => {
  let late: string;
  let lukas: string;

  beforeEach(async () => {
    // Lukas asks for a day's notice; this session is 30 hours away, then 23.
    const json = { coach_id: seed.coaches.lukas, session_datetime: '2025-11-06T15:30:00Z', duration_minutes: 60 };
    const reply = await server.call('POST', '/booking', { token: client, json });
    expect(reply.status).toBe(201);
    late = reply.body.id;
    server.mock.clock.set('2025-11-05T16:30:00Z');
    [client, lukas] = [await server.logIn('client@example.com'), await server.logIn('lukas@example.com')];
  });

  test('is not surprised by a client', async () => {
    const tries = [
      server.call('DELETE', `/booking/${late}`, { token: client }),
      server.call('PATCH', `/booking/${late}/status`, { token: client, json: { status: 'cancelled' } }),
      server.call('PATCH', `/booking/${late}`, { token: client, json: { session_datetime: '2025-11-07T14:00:00Z' } }),
    ];
    for (const reply of await Promise.all(tries)) {
      expect(reply.body).toMatchObject({
        status: 400,
        code: 'too_late',
        detail: 'This booking can no longer be changed: the coach asks for 24 hours notice',
      });
    }
  });

  test('may change everything until the end, and so may an admin', async () => {
    const json = { session_datetime: '2025-11-07T14:00:00Z' };
    expect((await server.call('PATCH', `/booking/${late}`, { token: lukas, json })).status).toBe(200);
    const admin = await server.logIn('admin@example.com');
    expect((await server.call('DELETE', `/booking/${late}`, { token: admin })).status).toBe(204);
  });

  test('is given it to the second: exactly a day before the start is early enough, a second later is not', async () => {
    server.mock.clock.set('2025-11-05T15:30:01Z');
    const tooLate = await server.call('DELETE', `/booking/${late}`, { token: client });
    expect(tooLate.body.code).toBe('too_late');
  });
});

describe('notice, exactly', () => {
  const caller = (role: Role) => ({ account: { id: 'a', role } }) as Caller;
  const start = Date.parse('2025-11-06T15:30:00Z');
  const end = start + 3_600_000;
  const DAY = 86_400_000;

  test('a day before the start is early enough for a day of notice, a millisecond later is not', () => {
    expect(() => checkNotice(caller('client'), { start, end }, 1440, start - DAY)).not.toThrow();
    expect(() => checkNotice(caller('client'), { start, end }, 1440, start - DAY + 1)).toThrow(/24 hours notice/);
  });

  test('a coach who asks for none still keeps what is over: it cannot be moved or cancelled by its client', () => {
    expect(() => checkNotice(caller('client'), { start, end }, 0, end - 1)).not.toThrow();
    expect(() => checkNotice(caller('client'), { start, end }, 0, end)).toThrow(/the session is over/);
    expect(() => checkNotice(caller('coach'), { start, end }, 1440, end)).not.toThrow();
  });
});

test('without any notice asked for, a client can neither cancel nor move a session that is over', async () => {
  const coach = await server.logIn('coach@example.com');
  const path = `/coaches/${seed.coach.id}/schedule`;
  const { body, headers } = await server.call('GET', path, { token: coach });
  const json = { ...body, cancel_notice_minutes: 0, move_notice_minutes: 0 };
  const ifMatch = { 'if-match': headers.get('etag') ?? '' };
  expect((await server.call('PUT', path, { token: coach, json, headers: ifMatch })).status).toBe(200);
  server.mock.clock.set('2025-11-15T15:00:00Z');
  client = await server.logIn('client@example.com');
  const tries = [
    server.call('DELETE', `/booking/${id}`, { token: client }),
    server.call('PATCH', `/booking/${id}/status`, { token: client, json: { status: 'cancelled' } }),
    move({ session_datetime: '2025-11-16T10:00:00Z' }, client),
  ];
  for (const reply of await Promise.all(tries)) {
    expect(reply.body).toMatchObject({
      status: 400,
      code: 'too_late',
      detail: 'This booking can no longer be changed: the session is over',
    });
  }
});

describe('lists', () => {
  test('come in pages, latest session first, and by status', async () => {
    const list = (query: string) => server.call('GET', `/booking/client/${seed.client.id}?${query}`, { token: client });
    const all = (await list('')).body;
    expect(all.total).toBe(all.bookings.length);
    const starts = all.bookings.map((booking: { session_datetime: string }) => booking.session_datetime);
    expect(starts).toEqual([...starts].sort().reverse());
    expect((await list('skip=1&limit=2')).body).toEqual({
      bookings: all.bookings.slice(1, 3),
      total: all.total,
      skip: 1,
      limit: 2,
    });
    const pending = (await list('status=pending')).body.bookings;
    expect(pending.map(({ status }: { status: string }) => status)).toEqual(pending.map(() => 'pending'));
    expect(pending.map((booking: { id: string }) => booking.id)).toContain(id);
  });
});
