import { describe, expect, it } from 'vitest';
import { createBookingClient } from '../../../src/core/client/client.ts';
import { type Answer, refusalOf, serve } from './raw-server.ts';

const body = { coach_id: 'coach-1', session_datetime: '2025-11-15T14:00:00Z', duration_minutes: 60 };

async function refusedBooking(...answer: Answer): Promise<unknown> {
  const server = await serve(() => answer);
  return refusalOf(createBookingClient({ api: server.api, retries: 0 }).createBooking({ body }));
}

describe('the body of a refusal', () => {
  it('may be RFC 9457 problem details', async () => {
    const problem = {
      type: 'about:blank',
      title: 'Unprocessable Content',
      status: 422,
      detail: 'The request is not valid',
      code: 'invalid_request',
      errors: [{ field: 'body.notes', message: 'must be at most 1,000 characters' }],
    };
    expect(await refusedBooking(422, problem, { 'content-type': 'application/problem+json' })).toMatchObject({
      kind: 'invalid',
      status: 422,
      code: 'invalid_request',
      detail: 'The request is not valid',
      fields: problem.errors,
    });
  });

  it("may be FastAPI's list", async () => {
    const detail = [
      { loc: ['body', 'duration_minutes'], msg: 'Input should be greater than or equal to 15', type: 'x' },
    ];
    expect(await refusedBooking(422, { detail })).toMatchObject({
      kind: 'invalid',
      detail: 'body.duration_minutes Input should be greater than or equal to 15',
      fields: [{ field: 'body.duration_minutes', message: 'Input should be greater than or equal to 15' }],
    });
  });

  it('may be {error: {code, message}}', async () => {
    expect(
      await refusedBooking(403, { error: { code: 'AUTHORIZATION_FAILED', message: 'Not for you' } }),
    ).toMatchObject({ kind: 'forbidden', code: 'AUTHORIZATION_FAILED', detail: 'Not for you' });
  });

  it('may be a page of HTML', async () => {
    expect(await refusedBooking(502, '<h1>Bad gateway</h1>')).toMatchObject({
      kind: 'server',
      detail: 'the server answered 502 Bad Gateway',
    });
  });

  it('may be problem details under the wrong content type', async () => {
    const text = JSON.stringify({ detail: 'Only clients can create bookings' });
    expect(await refusedBooking(403, text, { 'content-type': 'text/plain' })).toMatchObject({
      code: 'only_clients_book',
    });
  });
});

describe('the kind of a refusal', () => {
  it.each([
    [401, { detail: 'Not authenticated' }, 'unauthenticated', 'not_authenticated'],
    [403, { detail: 'Only clients can create bookings' }, 'forbidden', 'only_clients_book'],
    [404, { detail: 'Booking not found' }, 'not-found', 'booking_not_found'],
    [409, { detail: 'Time slot is not available', code: 'slot_unavailable' }, 'conflict', 'slot_unavailable'],
    [400, { detail: 'Time slot is not available' }, 'conflict', 'slot_unavailable'],
    [400, { detail: 'Coach is not active' }, 'invalid', 'coach_inactive'],
    [412, {}, 'conflict', undefined],
    [413, {}, 'invalid', undefined],
    [408, {}, 'timeout', undefined],
    [500, { detail: 'Something went wrong on the server' }, 'server', 'internal'],
    [429, { detail: 'Too many requests. Try again in 12 seconds' }, 'rate-limited', undefined],
  ])('of %i %j is %s', async (status, reply, kind, code) => {
    expect(await refusedBooking(status, reply)).toMatchObject({ kind, code, status });
  });

  it('reads the wait from the sentence where CORS hides Retry-After', async () => {
    const error = await refusedBooking(429, { detail: 'Too many requests. Try again in 12 seconds' });
    expect(error).toMatchObject({ retryAfterSeconds: 12 });
  });

  it('reads a Retry-After that is a date', async () => {
    const date = new Date(Date.now() + 20_000).toUTCString();
    const error = await refusedBooking(429, {}, { 'retry-after': date });
    expect(error).toMatchObject({ retryAfterSeconds: expect.toSatisfy((wait: number) => wait >= 18 && wait <= 20) });
  });
});

describe('a backend without an extension', () => {
  const move = { params: { booking_id: 'booking-1' }, body: { session_datetime: '2025-11-15T14:00:00Z' } };

  it.each([
    [404, { detail: 'Not Found' }],
    [405, { detail: 'Method Not Allowed' }],
    [501, 'no'],
    [404, { detail: 'Not found', code: 'not_found' }],
  ])('answers %i %j, and the client remembers', async (status, reply) => {
    const server = await serve(() => [status, reply]);
    const client = createBookingClient({ api: server.api, retries: 0 });
    expect(client.supports('moveBooking')).toBe(true);
    expect(await refusalOf(client.moveBooking(move))).toMatchObject({ kind: 'unsupported' });
    expect(client.supports('moveBooking')).toBe(false);
    expect(client.supports('createBooking')).toBe(true);
  });

  it('is told from an extension that does not find a booking', async () => {
    const server = await serve(() => [404, { detail: 'Booking not found' }]);
    const client = createBookingClient({ api: server.api });
    expect(await refusalOf(client.moveBooking(move))).toMatchObject({ kind: 'not-found' });
    expect(client.supports('moveBooking')).toBe(true);
  });

  it('is remembered also when the session found out', async () => {
    const server = await serve(() => [404, { detail: 'Not Found' }]);
    const client = createBookingClient({ api: server.api });
    const error = await refusalOf(client.session.guest({ email: 'a@example.com', name: 'A' }));
    expect(error).toMatchObject({ kind: 'unsupported' });
    expect(client.supports('guestLogIn')).toBe(false);
  });
});
