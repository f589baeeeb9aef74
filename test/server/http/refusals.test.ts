import { beforeEach, describe, expect, test } from 'vitest';
import { seed } from '../../../src/mock/index.ts';
import { type OnHttp, type Reply, startOnHttp } from '../on-http.ts';

const COACH = seed.coach.id;
const wish = { coach_id: COACH, session_datetime: '2025-11-15T14:00:00Z', duration_minutes: 60 };
let server: OnHttp;
let client: string;
let rival: string;
let coach: string;
let admin: string;

beforeEach(async () => {
  server = await startOnHttp();
  [client, rival, coach, admin] = (await Promise.all(
    ['client@example.com', 'noor@example.com', 'coach@example.com', 'admin@example.com'].map((email) =>
      server.logIn(email),
    ),
  )) as [string, string, string, string];
});

function expectRefusal(reply: Reply, status: number, code: string, detail: string): void {
  expect(reply.body).toMatchObject({ status, code, detail, type: 'about:blank' });
  expect(reply.status).toBe(status);
  expect(reply.headers.get('content-type')).toBe('application/problem+json');
  expect(reply.body.title).not.toBe('Error');
}

async function book(token = client, change: object = {}): Promise<string> {
  const reply = await server.call('POST', '/booking', { token, json: { ...wish, ...change } });
  expect(reply.status).toBe(201);
  return reply.body.id;
}

describe('who one is', () => {
  test('no token is refused with the scheme to use', async () => {
    const reply = await server.call('POST', '/booking', { json: wish });
    expectRefusal(reply, 401, 'not_authenticated', 'Not authenticated');
    expect(reply.headers.get('www-authenticate')).toMatch(/^Bearer /);
  });

  test('who is not authenticated is not told what is wrong with the body', async () => {
    const reply = await server.call('POST', '/booking', { json: { nonsense: true } });
    expectRefusal(reply, 401, 'not_authenticated', 'Not authenticated');
  });

  test('a token that was tampered with, and an unsigned one, are refused', async () => {
    const [head = '', payload = '', signature = ''] = client.split('.');
    const claims = JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/')));
    const asAdmin = btoa(JSON.stringify({ ...claims, role: 'admin', sub: seed.admin.id })).replace(/=+$/, '');
    const none = btoa(JSON.stringify({ alg: 'none' })).replace(/=+$/, '');
    for (const token of [`${head}.${asAdmin}.${signature}`, `${none}.${payload}.`, 'abc']) {
      expectRefusal(await server.call('GET', '/auth/me', { token }), 401, 'not_authenticated', 'Not authenticated');
    }
  });

  test('an access token ends after an hour', async () => {
    server.mock.clock.advance(60 * 60_000 + 1000);
    const reply = await server.call('GET', '/auth/me', { token: client });
    expectRefusal(reply, 401, 'token_expired', 'Token has expired');
  });

  test('a wrong password and an unknown e-mail get the same answer', async () => {
    for (const email of ['client@example.com', 'nobody@example.com']) {
      const reply = await server.call('POST', '/auth/login', { json: { email, password: 'wrong-password' } });
      expectRefusal(reply, 401, 'invalid_credentials', 'Incorrect email or password');
    }
  });

  test('an e-mail can sign up once, however it is written', async () => {
    const reply = await server.call('POST', '/auth/signup', {
      json: { email: 'CLIENT@example.com', password: 'password123' },
    });
    expectRefusal(reply, 409, 'email_taken', 'Email already registered');
  });
});

describe('booking', () => {
  const create = (token: string, change: object) =>
    server.call('POST', '/booking', { token, json: { ...wish, ...change } });

  test('only clients book', async () => {
    for (const token of [coach, admin]) {
      expectRefusal(await create(token, {}), 403, 'only_clients_book', 'Only clients can create bookings');
    }
  });

  test('a client who was shut out is an invalid client', async () => {
    const id = 'shut-out';
    const found = await server.mock.store.accounts.find(seed.client.id);
    if (!found) throw new Error('the seed has a client');
    await server.mock.store.accounts.add({ ...found, id, email: 'out@example.com' });
    const token = await server.logIn('out@example.com');
    await server.mock.store.accounts.add({ ...found, id, isGuest: true, isActive: false });
    expectRefusal(await create(token, {}), 400, 'invalid_client', 'Invalid client');
    expectRefusal(await server.call('GET', '/auth/me', { token }), 401, 'not_authenticated', 'Not authenticated');
  });

  test('somebody who is no coach is an invalid coach', async () => {
    for (const coach_id of ['nobody', seed.client.id]) {
      expectRefusal(await create(client, { coach_id }), 400, 'invalid_coach', 'Invalid coach');
    }
  });

  test('a coach who is not active is not booked', async () => {
    const reply = await create(client, { coach_id: seed.coaches.claire });
    expectRefusal(reply, 400, 'coach_inactive', 'Coach is not active');
  });

  test('the past is over', async () => {
    const reply = await create(client, { session_datetime: '2025-11-05T10:30:00Z' });
    expectRefusal(reply, 400, 'in_the_past', 'Session must be scheduled in the future');
  });

  test('outside the coach’s hours, between two steps, and over another session nothing is available', async () => {
    await book();
    for (const session_datetime of ['2025-11-15T03:00:00Z', '2025-11-15T15:10:00Z', '2025-11-15T14:30:00Z']) {
      const reply = await create(client, { session_datetime });
      expectRefusal(reply, 409, 'slot_unavailable', 'Time slot is not available');
    }
  });

  test('a key that was used for another request is a mistake', async () => {
    const headers = { 'idempotency-key': 'one-intent' };
    await server.call('POST', '/booking', { token: client, json: wish, headers });
    const reply = await server.call('POST', '/booking', {
      token: client,
      json: { ...wish, session_datetime: '2025-11-16T14:00:00Z' },
      headers,
    });
    expectRefusal(reply, 422, 'idempotency_mismatch', 'This Idempotency-Key was used with another request');
  });
});

describe('looking at bookings', () => {
  test('a booking that does not exist is not found', async () => {
    const reply = await server.call('GET', '/booking/nothing', { token: client });
    expectRefusal(reply, 404, 'booking_not_found', 'Booking not found');
  });

  test('only its client, its coach and admins see a booking', async () => {
    const id = await book();
    const stranger = await server.call('GET', `/booking/${id}`, { token: rival });
    expectRefusal(stranger, 403, 'booking_forbidden', 'Unauthorized to view this booking');
    const otherCoach = await server.call('GET', `/booking/${id}`, { token: await server.logIn('lukas@example.com') });
    expectRefusal(otherCoach, 403, 'booking_forbidden', 'Unauthorized to view this booking');
    for (const token of [client, coach, admin]) {
      expect((await server.call('GET', `/booking/${id}`, { token })).status).toBe(200);
    }
  });

  test('lists are for their owner and admins', async () => {
    const lists = [`/booking/client/${seed.client.id}`, `/booking/coach/${COACH}`];
    for (const list of lists) {
      const reply = await server.call('GET', list, { token: rival });
      expectRefusal(reply, 403, 'bookings_forbidden', 'Unauthorized to view these bookings');
      expect((await server.call('GET', list, { token: admin })).status).toBe(200);
    }
  });
});

describe('changing bookings', () => {
  const setStatus = (id: string, token: string, status: string) =>
    server.call('PATCH', `/booking/${id}/status`, { token, json: { status } });

  test('a stranger changes nothing', async () => {
    const id = await book();
    for (const reply of [
      await setStatus(id, rival, 'cancelled'),
      await server.call('DELETE', `/booking/${id}`, { token: rival }),
      await server.call('PATCH', `/booking/${id}`, {
        token: rival,
        json: { session_datetime: '2025-11-16T14:00:00Z' },
      }),
    ]) {
      expectRefusal(reply, 403, 'change_forbidden', 'Unauthorized to update this booking');
    }
  });

  test('a client may cancel, but neither confirm nor complete', async () => {
    const id = await book();
    for (const status of ['confirmed', 'completed']) {
      const reply = await setStatus(id, client, status);
      expectRefusal(reply, 403, 'change_forbidden', 'Unauthorized to update this booking');
    }
    expect((await setStatus(id, client, 'cancelled')).status).toBe(200);
  });

  test('every transition but the guide’s four is refused in its words', async () => {
    const statuses = ['pending', 'confirmed', 'completed', 'cancelled'] as const;
    const allowed = ['pending>confirmed', 'pending>cancelled', 'confirmed>completed', 'confirmed>cancelled'];
    const paths = {
      pending: [],
      confirmed: ['confirmed'],
      completed: ['confirmed', 'completed'],
      cancelled: ['cancelled'],
    };
    let hour = 0;
    for (const from of statuses) {
      for (const to of statuses) {
        const day = String(7 + Math.floor(hour / 4)).padStart(2, '0');
        const id = await book(client, { session_datetime: `2025-12-${day}T${10 + (hour++ % 4) * 2}:00:00Z` });
        for (const step of paths[from]) await setStatus(id, coach, step);
        const reply = await setStatus(id, coach, to);
        if (allowed.includes(`${from}>${to}`)) expect(reply, `${from} ${to}`).toMatchObject({ status: 200 });
        else expectRefusal(reply, 400, 'invalid_transition', `Invalid status transition from ${from} to ${to}`);
      }
    }
  });

  test('what is over can be neither cancelled nor moved', async () => {
    const id = await book();
    await server.call('DELETE', `/booking/${id}`, { token: client });
    const again = await server.call('DELETE', `/booking/${id}`, { token: client });
    expectRefusal(again, 400, 'cannot_cancel', 'Cannot cancel booking with status cancelled');
    const move = await server.call('PATCH', `/booking/${id}`, {
      token: client,
      json: { session_datetime: '2025-11-16T14:00:00Z' },
    });
    expectRefusal(move, 400, 'cannot_move', 'Cannot move booking with status cancelled');
  });
});

describe('asking for open times', () => {
  const ask = (coachId: string, start: string, end: string) =>
    server.call('GET', `/booking/coach/${coachId}/availability?start_date=${start}&end_date=${end}`);

  test('an end that is not after the start', async () => {
    for (const end of ['2025-11-14T00:00:00Z', '2025-11-15T00:00:00Z']) {
      const reply = await ask(COACH, '2025-11-15T00:00:00Z', end);
      expectRefusal(reply, 400, 'range_inverted', 'End date must be after start date');
    }
  });

  test('more than 30 days', async () => {
    const reply = await ask(COACH, '2025-11-01T00:00:00Z', '2025-12-01T00:00:01Z');
    expectRefusal(reply, 400, 'range_too_long', 'Date range cannot exceed 30 days');
    expect((await ask(COACH, '2025-11-01T00:00:00Z', '2025-12-01T00:00:00Z')).status).toBe(200);
  });

  test('nobody’s times, and those of a coach who is not active', async () => {
    const unknown = await ask('nobody', '2025-11-15T00:00:00Z', '2025-11-16T00:00:00Z');
    expectRefusal(unknown, 400, 'invalid_coach', 'Invalid coach');
    const inactive = await ask(seed.coaches.claire, '2025-11-15T00:00:00Z', '2025-11-16T00:00:00Z');
    expectRefusal(inactive, 400, 'coach_inactive', 'Coach is not active');
  });
});

test('a body and a query that do not parse get one entry a field that says what would be right', async () => {
  const body = await server.call('POST', '/booking', {
    token: client,
    json: { session_datetime: '2025-02-30T14:00:00Z', duration_minutes: 5, notes: 'x'.repeat(1001) },
  });
  expectRefusal(body, 422, 'invalid_request', 'The request is not valid');
  expect(body.body.errors).toEqual([
    { field: 'body.coach_id', message: 'is required' },
    { field: 'body.session_datetime', message: 'must be a date and time such as 2025-11-15T14:00:00Z' },
    { field: 'body.duration_minutes', message: 'must be at least 15 minutes' },
    { field: 'body.notes', message: 'must be at most 1,000 characters' },
  ]);
  const query = await server.call('GET', `/booking/client/${seed.client.id}?limit=101&skip=-1&status=open`, {
    token: client,
  });
  expect(query.body.errors).toEqual([
    { field: 'query.skip', message: 'must be at least 0' },
    { field: 'query.limit', message: 'must be at most 100' },
    { field: 'query.status', message: 'must be one of pending, confirmed, completed, cancelled' },
  ]);
});
