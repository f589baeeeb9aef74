import { afterEach, describe, expect, it, vi } from 'vitest';
import { createBookingClient } from '../../../src/core/client/client.ts';
import { hearProblems } from '../../../src/core/client/tell-developer.ts';
import type { BookingError } from '../../../src/core/errors.ts';
import { bookingOf, hourAt, refusalOf as rejectionOf, serve } from './raw-server.ts';

const refusalOf = (call: Promise<unknown>) => rejectionOf(call) as Promise<BookingError>;

const body = { coach_id: 'coach-1', session_datetime: '2025-11-15T14:00:00Z', duration_minutes: 60 };
const params = { coach_id: 'coach-1' };
const stored = bookingOf('2025-11-15T14:00:00Z');

afterEach(() => void vi.restoreAllMocks());

describe('what real backends send is read', () => {
  it('nulls in optional fields, as if they had been left out', async () => {
    const nulls = { answers: null, metadata: null, sequence: null, created_at: null, updated_at: null, price: null };
    const server = await serve(({ path }) => {
      if (path === '/booking') return [201, { ...stored, ...nulls }];
      if (path.startsWith('/booking/client'))
        return [200, { bookings: [{ ...stored, ...nulls }, stored], total: null }];
      return [200, { user_id: 'coach-1', is_active: null, durations: [{ minutes: 60, price: null }], questions: null }];
    });
    const client = createBookingClient({ api: server.api });
    expect(await client.createBooking({ body })).toMatchObject({ id: stored.id, status: 'pending' });
    const page = await client.listClientBookings({ params: { client_id: 'c' } });
    expect(page).toMatchObject({ bookings: [{ id: stored.id }, { id: stored.id }], total: 2 });
    expect(await client.getCoach({ params })).toMatchObject({ user_id: 'coach-1', durations: [{ minutes: 60 }] });
  });

  it('numbers for ids, as text, wherever an id is', async () => {
    const server = await serve(({ path }) => {
      if (path === '/booking') return [201, { ...stored, id: 42, client_id: 7, coach_id: 3 }];
      if (path.startsWith('/booking/client')) return [200, [{ ...stored, id: 42 }]];
      return [200, { coaches: [{ user_id: 3, name: 'Ana' }], total: 1 }];
    });
    const client = createBookingClient({ api: server.api });
    expect(await client.createBooking({ body })).toMatchObject({ id: '42', client_id: '7', coach_id: '3' });
    expect((await client.listCoaches()).coaches[0]?.user_id).toBe('3');
    expect((await client.listClientBookings({ params: { client_id: 'c' } })).bookings[0]?.id).toBe('42');
  });

  it('a price that is a bare number says nothing of its currency: the rest is read without it', async () => {
    const server = await serve(({ path }) =>
      path === '/booking'
        ? [201, { ...stored, price: 90 }]
        : [200, { user_id: 'c', durations: [{ minutes: 60, price: 90.5 }] }],
    );
    const client = createBookingClient({ api: server.api });
    expect((await client.createBooking({ body })).price).toBeUndefined();
    expect((await client.getCoach({ params })).durations).toEqual([{ minutes: 60 }]);
  });

  it('a log-in without token_type', async () => {
    const server = await serve(({ path }) => (path === '/auth/login' ? [200, { access_token: 'a' }] : [404]));
    const client = createBookingClient({ api: server.api });
    await client.session.logIn({ email: 'a@b.example', password: 'long enough' });
    expect(client.session.state.status).toBe('signed-in');
  });

  it('but not what is wrong in a field that must be there', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const server = await serve(() => [201, { ...stored, session_datetime: null, notes: null }]);
    const error = await refusalOf(createBookingClient({ api: server.api }).createBooking({ body }));
    expect(error).toMatchObject({ kind: 'unreadable', detail: expect.stringContaining('session_datetime') });
  });
});

describe('a booking that was made without being told', () => {
  it.each([201, 204])('is read where Location says, after %i without a body', async (status) => {
    const server = await serve(({ method }) =>
      method === 'POST' ? [status, undefined, { location: '/v1/booking/42' }] : [200, { ...stored, id: '42' }],
    );
    const client = createBookingClient({ api: `${server.api}/v1` });
    expect(await client.createBooking({ body })).toMatchObject({ id: '42' });
    expect(server.received.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /v1/booking',
      'GET /v1/booking/42',
    ]);
  });

  it('is found in the list of the client where there is no Location', async () => {
    const other = bookingOf('2025-11-16T14:00:00Z', { id: 'other' });
    const server = await serve(({ method, path }) => {
      if (method === 'POST' && path === '/booking') return [201];
      if (path === '/auth/me') return [200, { id: 'client-1', email: 'a@b.example', role: 'client' }];
      if (path === '/auth/login') return [200, { access_token: 'a', token_type: 'bearer' }];
      if (path === '/booking/client/client-1') return [200, { bookings: [other, stored], total: 2 }];
      return [404];
    });
    const client = createBookingClient({ api: server.api });
    await client.session.logIn({ email: 'a@b.example', password: 'long enough' });
    expect(await client.createBooking({ body })).toMatchObject({ id: stored.id });
  });

  it('is never called failed: the error says that it may have been made', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const server = await serve(({ method }) => (method === 'POST' ? [201] : [404, { detail: 'Not found' }]));
    const error = await refusalOf(createBookingClient({ api: server.api }).createBooking({ body }));
    expect(error).toMatchObject({ kind: 'unreadable', mayHaveBeenDone: true });
    expect(String(error)).toContain('may have been carried out');
  });

  it('nor after a time-out, a connection that broke, or a gateway that gave up', async () => {
    const timeOut = await serve(() => undefined);
    const options = { retries: 0, timeoutMs: 60 };
    const slow = await refusalOf(createBookingClient({ api: timeOut.api, ...options }).createBooking({ body }));
    const broken = await serve((_, response) => void response.destroy());
    const cut = await refusalOf(createBookingClient({ api: broken.api, ...options }).createBooking({ body }));
    const gateway = await serve(() => [504, 'gave up']);
    const gone = await refusalOf(createBookingClient({ api: gateway.api, ...options }).createBooking({ body }));
    expect([slow, cut, gone].map(({ mayHaveBeenDone }) => mayHaveBeenDone)).toEqual([true, true, true]);
  });

  it('is found when a backend that ignores keys answers the second request, after a lost reply, that the time is taken', async () => {
    let tries = 0;
    const answer = (bookings: unknown, status = 200) =>
      serve(({ method, path }, response) => {
        if (path === '/auth/me') return [200, { id: 'client-1', email: 'a@b.example', role: 'client' }];
        if (method === 'GET') return [status, bookings];
        if (tries++ % 2 === 0) return void response.destroy();
        return [409, { detail: 'Time slot is not available' }];
      });
    const book = async ({ api }: { readonly api: string }) =>
      createBookingClient({ api, signIn: { getToken: () => 'a' } }).createBooking({ body }, { idempotencyKey: 'key' });
    expect(await book(await answer({ bookings: [stored], total: 1 }))).toMatchObject({ id: stored.id });
    expect(await refusalOf(book(await answer([])))).toMatchObject({ kind: 'conflict', mayHaveBeenDone: false });
    expect(await refusalOf(book(await answer('none', 500)))).toMatchObject({ kind: 'conflict', mayHaveBeenDone: true });
  });

  it('a refusal, and a failure to read, leave no doubt', async () => {
    const server = await serve(({ method }) =>
      method === 'POST' ? [409, { detail: 'Time slot is not available' }] : [500, 'broken'],
    );
    const client = createBookingClient({ api: server.api, retries: 0 });
    const refused = await refusalOf(client.createBooking({ body }));
    const read = await refusalOf(client.getCoach({ params }));
    expect([refused.mayHaveBeenDone, read.mayHaveBeenDone]).toEqual([false, false]);
  });
});

describe('a backend that takes shorter ranges', () => {
  const month = { start_date: '2025-11-01T00:00:00Z', end_date: '2025-11-29T00:00:00Z' };
  const days = (query: URLSearchParams) =>
    (Date.parse(query.get('end_date') ?? '') - Date.parse(query.get('start_date') ?? '')) / 86_400_000;

  it.each([
    ['says how many days', { detail: 'Date range cannot exceed 7 days' }],
    ['says it by its code', { detail: 'Too much', code: 'range_too_long' }],
    ['says it in a message', { message: 'The range is too long (max 7 days)' }],
  ])('and %s is asked again in parts, and the limit is learnt once', async (_, refusal) => {
    const server = await serve(({ query }) => {
      if (days(query) > 7) return [400, refusal];
      return [200, { coach_id: 'coach-1', available_slots: [hourAt(query.get('start_date') ?? '')] }];
    });
    const client = createBookingClient({ api: server.api });
    const { available_slots } = await client.getAvailability({ params, query: month });
    expect(available_slots.length).toBeGreaterThanOrEqual(4);
    const tried = server.received.length;
    await client.getAvailability({ params, query: month });
    expect(server.received.slice(tried).every(({ query }) => days(query) <= 7)).toBe(true);
  });

  it('another refusal is an error at once', async () => {
    for (const detail of ['Coach is not active', 'End date must be after start date']) {
      const server = await serve(() => [400, { detail }]);
      const error = await refusalOf(createBookingClient({ api: server.api }).getAvailability({ params, query: month }));
      expect([error.detail, server.received.length]).toEqual([detail, 1]);
    }
  });
});

describe('the developer is told', () => {
  it('once a cause, with method, address, field, what came and what would be right', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    const server = await serve(() => [
      200,
      { coach_id: 'coach-1', available_slots: [{ start: 1762732800, end: 1762736400 }] },
    ]);
    const client = createBookingClient({ api: server.api });
    const query = { start_date: '2025-11-10T00:00:00Z', end_date: '2025-11-17T00:00:00Z' };
    await refusalOf(client.getAvailability({ params, query }));
    await refusalOf(client.getAvailability({ params, query }));
    expect(told).toHaveBeenCalledTimes(1);
    const [message] = told.mock.calls[0] ?? [];
    expect(message).toContain(`GET ${server.api}/booking/coach/coach-1/availability`);
    expect(message).toContain('available_slots[0].start');
    expect(message).toContain('must be a date and time such as 2025-11-15T14:00:00Z');
  });

  it('also by who hears, of what was told before and of what comes', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const server = await serve(() => [200, { coach_id: 'coach-1', available_slots: 'none' }]);
    const ask = (id: string) => {
      const query = { start_date: '2025-11-10T00:00:00Z', end_date: '2025-11-17T00:00:00Z' };
      return refusalOf(createBookingClient({ api: server.api }).getAvailability({ params: { coach_id: id }, query }));
    };
    const heard: string[] = [];
    await ask('early');
    hearProblems(({ kind, request }) => request.startsWith(`GET ${server.api}`) && heard.push(`${kind} ${request}`));
    await ask('late');
    await ask('late');
    expect(heard).toEqual(
      ['early', 'late'].map((id) => `unreadable GET ${server.api}/booking/coach/${id}/availability`),
    );
  });

  it('of nothing that a visitor or the network can cause', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    const server = await serve(() => [409, { detail: 'Time slot is not available' }]);
    await refusalOf(createBookingClient({ api: server.api }).createBooking({ body }));
    expect(told).not.toHaveBeenCalled();
  });
});

it('drops a slot that cannot be read, says so once, and keeps the others', async () => {
  const good = { start: '2025-11-15T14:00:00Z', end: '2025-11-15T15:00:00Z', duration_minutes: 60 };
  const slots = [
    good,
    { ...good, start: 'never' },
    null,
    { ...good, duration_minutes: 'sixty' },
    { ...good, end: 5.5 },
  ];
  const server = await serve(() => [200, { coach_id: 'coach-1', available_slots: slots }]);
  const warn = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const client = createBookingClient({ api: server.api, retries: 0 });
  const range = { start_date: '2025-11-15T00:00:00Z', end_date: '2025-11-16T00:00:00Z' };
  const reply = await client.getAvailability({ params: { coach_id: 'coach-1' }, query: range });
  expect(reply.available_slots).toEqual([good]);
  expect(warn).toHaveBeenCalledOnce();
  expect(warn.mock.calls[0]?.[0]).toContain(
    `GET ${server.api}/booking/coach/coach-1/availability: available_slots[1].start must be a date and time`,
  );
  warn.mockRestore();
});
