import { createConnection } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { createBookingClient } from '../../../src/core/client/client.ts';
import { isBookingError } from '../../../src/core/errors.ts';
import { bookingOf, hourAt, refusalOf, roundTrip, serve, until, wait } from './raw-server.ts';

const body = { coach_id: 'coach-1', session_datetime: '2025-11-15T14:00:00Z', duration_minutes: 60 };
const week = { start_date: '2025-11-10T00:00:00Z', end_date: '2025-11-17T00:00:00Z' };
const params = { coach_id: 'coach-1' };

describe('building a request', () => {
  it('puts path parameters, encoded, and the query where the row says, and sends numbers as text', async () => {
    const server = await serve(() => [200, { coach_id: 'a/b c', available_slots: [] }]);
    const client = createBookingClient({ api: `${server.api}/v1/` });
    await client.getAvailability({ params: { coach_id: 'a/b c' }, query: { ...week, duration_minutes: 60 } });
    expect(server.received[0]?.path).toBe('/v1/booking/coach/a%2Fb%20c/availability');
    expect(Object.fromEntries(server.received[0]?.query ?? [])).toEqual({ ...week, duration_minutes: '60' });
  });

  it('leaves out what was not said', async () => {
    const server = await serve(() => [200, { coaches: [] }]);
    await createBookingClient({ api: server.api }).listCoaches({ query: { q: undefined } });
    expect([...(server.received[0]?.query ?? [])]).toEqual([]);
  });

  it.each(['', '.', '..'])('refuses the id %j, which would address another call', async (booking_id) => {
    const server = await serve(() => [200, {}]);
    const error = await refusalOf(createBookingClient({ api: server.api }).cancelBooking({ params: { booking_id } }));
    expect(error).toMatchObject({ kind: 'invalid', fields: [{ field: 'params.booking_id' }] });
    expect(server.received).toEqual([]);
  });

  it('sends a bearer to calls that take one, and to no other', async () => {
    const server = await serve(({ path }) =>
      path === '/coaches' ? [200, { coaches: [] }] : [200, { coach_id: 'coach-1', available_slots: [] }],
    );
    const client = createBookingClient({ api: server.api, session: { getToken: () => 'host-token' } });
    await client.listCoaches();
    await client.getAvailability({ params, query: week });
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual(['Bearer host-token', undefined]);
  });

  it('sends Idempotency-Key and If-Match only to the calls that read them', async () => {
    const server = await serve(() => [201, bookingOf(body.session_datetime)]);
    const client = createBookingClient({ api: server.api });
    const all = { idempotencyKey: 'key-1', ifMatch: '"7"' };
    await client.createBooking({ body }, all);
    await client.moveBooking({ params: { booking_id: 'booking-1' }, body }, all);
    const [create, move] = server.received;
    expect([create?.headers['idempotency-key'], create?.headers['if-match']]).toEqual(['key-1', undefined]);
    expect([move?.headers['idempotency-key'], move?.headers['if-match']]).toEqual([undefined, undefined]);
  });

  it('goes through the fetch it was given', async () => {
    const seen: string[] = [];
    const client = createBookingClient({
      api: 'https://api.example.test',
      fetch: async (request) => {
        seen.push(`${request.method} ${request.url}`);
        return Response.json({ status: 'ok' });
      },
    });
    expect(await client.getHealth()).toEqual({ status: 'ok' });
    expect(seen).toEqual(['GET https://api.example.test/health']);
  });
});

describe('reading a reply', () => {
  it('understands naive datetimes, offsets and fractions', async () => {
    const server = await serve(() => [
      200,
      {
        coach_id: 'coach-1',
        available_slots: [
          { start: '2025-11-15T14:00:00', end: '2025-11-15T15:00:00.123456', duration_minutes: 60 },
          { start: '2025-11-15T17:00:00+01:00', end: '2025-11-15T18:00:00+01:00', duration_minutes: 60, extra: 1 },
        ],
      },
    ]);
    const reply = await createBookingClient({ api: server.api }).getAvailability({ params, query: week });
    expect(reply.available_slots).toEqual([hourAt('2025-11-15T14:00:00Z'), hourAt('2025-11-15T16:00:00Z')]);
  });

  it('says which field of which call is missing', async () => {
    const slots = [0, 1, 2, 3].map((hour) => ({ ...hourAt(`2025-11-15T1${hour}:00:00Z`) }));
    const server = await serve(() => [
      200,
      {
        coach_id: 'coach-1',
        // Of every slot: one alone would be left out.
        available_slots: slots.map(({ start }) => ({ start, duration_minutes: 60 })),
      },
    ]);
    const error = await refusalOf(createBookingClient({ api: server.api }).getAvailability({ params, query: week }));
    expect(error).toMatchObject({ kind: 'unreadable', status: 200 });
    expect(String(error)).toContain(
      `GET ${server.api}/booking/coach/coach-1/availability: available_slots[0].end is missing.`,
    );
  });

  it.each([
    [
      { coach_id: 'c', available_slots: [{ ...hourAt('2025-11-15T14:00:00Z'), end: 'soon' }] },
      'available_slots[0].end must be a date and time such as',
    ],
    [{ coach_id: 'c', available_slots: 'none' }, 'available_slots is "none", not array'],
    [undefined, 'the reply is missing'],
  ])('says what is wrong with %j', async (reply, words) => {
    const server = await serve(() => [200, reply]);
    const error = await refusalOf(createBookingClient({ api: server.api }).getAvailability({ params, query: week }));
    expect(error).toMatchObject({ kind: 'unreadable', detail: expect.stringContaining(words) });
  });

  it('says which booking of a list is wrong, in either form a list may take', async () => {
    const server = await serve(({ query }) => {
      const wrong = [bookingOf('2025-11-15T14:00:00Z'), bookingOf('2025-11-15T14:00:00Z', { status: 'lost' })];
      return [200, query.has('skip') ? wrong : { bookings: wrong }];
    });
    const client = createBookingClient({ api: server.api });
    const one = await refusalOf(client.listClientBookings({ params: { client_id: 'c' } }));
    const two = await refusalOf(client.listClientBookings({ params: { client_id: 'c' }, query: { skip: 0 } }));
    expect(one).toMatchObject({ detail: expect.stringContaining('bookings[1].status is "lost"') });
    expect(two).toMatchObject({ detail: expect.stringContaining('[1].status is "lost"') });
  });

  it.each([
    ['<!doctype html><p>Welcome', 'text/html'],
    ['{"coach_id": "coach-1", "avail', 'application/json'],
  ])('calls %j unreadable', async (text, type) => {
    const server = await serve(() => [200, text, { 'content-type': type }]);
    const error = await refusalOf(createBookingClient({ api: server.api }).getAvailability({ params, query: week }));
    expect(error).toMatchObject({ kind: 'unreadable', detail: expect.stringContaining(`not JSON (${type}`) });
  });

  it('takes null for what a backend has not got, where the contract lets it be left out', async () => {
    const nothing = { answers: null, metadata: null, created_at: null, sequence: null, price: null };
    const server = await serve(() => [201, bookingOf('2025-11-15T14:00:00Z', nothing)]);
    const client = createBookingClient({ api: server.api });
    const body = { coach_id: 'c', session_datetime: '2025-11-15T14:00:00Z', duration_minutes: 60 };
    expect((await client.createBooking({ body })).session_datetime).toBe('2025-11-15T14:00:00Z');
    const nobody = await serve(() => [201, bookingOf('2025-11-15T14:00:00Z', { id: null })]);
    const error = await refusalOf(createBookingClient({ api: nobody.api }).createBooking({ body }));
    expect(error).toMatchObject({ kind: 'unreadable', detail: expect.stringContaining('id is null') });
  });

  it('takes 204 for a cancellation', async () => {
    const server = await serve(() => [204]);
    const client = createBookingClient({ api: server.api });
    expect(await client.cancelBooking({ params: { booking_id: 'booking-1' } })).toBeUndefined();
  });

  it('shows headers such as ETag to who asks', async () => {
    const server = await serve(() => [200, { status: 'ok' }, { etag: '"7"' }]);
    let tag: string | null = null;
    await createBookingClient({ api: server.api }).getHealth(undefined, {
      onResponse: (response) => (tag = response.headers.get('etag')),
    });
    expect(tag).toBe('"7"');
  });
});

describe('time and connection', () => {
  it('gives up after the time-out', async () => {
    const server = await serve(() => undefined);
    const error = await refusalOf(createBookingClient({ api: server.api, timeoutMs: 60 }).getHealth());
    expect(error).toMatchObject({ kind: 'timeout', detail: 'no answer in 0.06 s' });
  });

  it('counts a body that never ends as no answer', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"status":');
      return undefined;
    });
    const error = await refusalOf(createBookingClient({ api: server.api, timeoutMs: 100 }).getHealth());
    expect(error).toMatchObject({ kind: 'timeout' });
  });

  it('is offline when nobody listens', async () => {
    const server = await serve(() => [200, {}]);
    const port = Number(new URL(server.api).port) - 1;
    const free = await new Promise<boolean>((done) => {
      const socket = createConnection(port, '127.0.0.1', () => done(false)).on('error', () => done(true));
      socket.unref();
    });
    expect(free).toBe(true);
    const client = createBookingClient({ api: `http://127.0.0.1:${port}`, retries: 0 });
    expect(await refusalOf(client.getHealth())).toMatchObject({ kind: 'offline', status: undefined });
  });

  it('tries a GET again after a dropped connection and after a connection cut in mid-reply', async () => {
    let times = 0;
    const server = await serve((_, response) => {
      times += 1;
      if (times === 1) response.destroy();
      else if (times === 2) {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
        response.write('{"sta', () => response.destroy());
      } else return [200, { status: 'ok' }];
      return undefined;
    });
    expect(await createBookingClient({ api: server.api }).getHealth()).toEqual({ status: 'ok' });
    expect(times).toBe(3);
  });

  it('tries a GET again after 503, no sooner than Retry-After says', async () => {
    const times: number[] = [];
    const server = await serve(() => {
      times.push(Date.now());
      return times.length === 1 ? [503, 'busy', { 'retry-after': '1' }] : [200, { status: 'ok' }];
    });
    await createBookingClient({ api: server.api }).getHealth();
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(990);
  });

  it('waits longer from one try to the next, and stops at the limit', async () => {
    const times: number[] = [];
    const server = await serve(() => {
      times.push(Date.now());
      return [500, 'broken'];
    });
    const error = await refusalOf(createBookingClient({ api: server.api, retries: 2 }).getHealth());
    expect(error).toMatchObject({
      kind: 'server',
      status: 500,
      detail: 'the server answered 500 Internal Server Error',
    });
    const [first = 0, second = 0, third = 0] = times;
    expect(times).toHaveLength(3);
    expect(second - first).toBeGreaterThanOrEqual(140);
    expect(third - second).toBeGreaterThanOrEqual(290);
  });

  it('waits a different time in each caller, so that those who failed together do not come back together', async () => {
    const times: number[] = [];
    const server = await serve(() => {
      times.push(Date.now());
      return times.length % 2 === 1 ? [503, 'busy'] : [200, { status: 'ok' }];
    });
    const random = vi.spyOn(Math, 'random');
    const waitWith = async (value: number) => {
      random.mockReturnValue(value);
      await createBookingClient({ api: server.api, retries: 1 }).getHealth();
      return (times.at(-1) ?? 0) - (times.at(-2) ?? 0);
    };
    try {
      const [longest, shortest] = [await waitWith(0), await waitWith(0.999)];
      expect(longest).toBeGreaterThanOrEqual(295);
      expect(shortest).toBeGreaterThanOrEqual(145);
      expect(longest - shortest).toBeGreaterThan(75);
    } finally {
      random.mockRestore();
    }
  });

  it('does not sit through a long Retry-After in silence', async () => {
    const server = await serve(() => [429, { detail: 'Too many requests' }, { 'retry-after': '30' }]);
    const error = await refusalOf(createBookingClient({ api: server.api }).getHealth());
    expect(error).toMatchObject({ kind: 'rate-limited', retryAfterSeconds: 30 });
    expect(String(error)).toContain('Wait 30 s.');
    expect(server.received).toHaveLength(1);
  });

  it('sends a write once, unless it carries an Idempotency-Key, and then always the same', async () => {
    const server = await serve((_, response) => void response.destroy());
    const client = createBookingClient({ api: server.api, retries: 1 });
    expect(await refusalOf(client.createBooking({ body }))).toMatchObject({ kind: 'offline' });
    expect(server.received).toHaveLength(1);
    expect(await refusalOf(client.createBooking({ body }, { idempotencyKey: 'key-1' }))).toMatchObject({
      kind: 'offline',
    });
    expect(server.received.slice(1).map(({ headers, body }) => [headers['idempotency-key'], body])).toEqual([
      ['key-1', body],
      ['key-1', body],
    ]);
  });

  it('does not try again what the server refused', async () => {
    const server = await serve(() => [400, { detail: 'End date must be after start date' }]);
    await refusalOf(createBookingClient({ api: server.api }).getAvailability({ params, query: week }));
    expect(server.received).toHaveLength(1);
  });
});

describe('leaving', () => {
  it('ends at once, and ends the request', async () => {
    let closed = false;
    const server = await serve((_, response) => void response.on('close', () => (closed = true)));
    const controller = new AbortController();
    const call = createBookingClient({ api: server.api }).getHealth(undefined, { signal: controller.signal });
    await until(() => server.received.length === 1);
    controller.abort();
    expect(await refusalOf(call)).toMatchObject({ kind: 'aborted' });
    await until(() => closed);
  });

  it('sends nothing when the caller has left already', async () => {
    const server = await serve(() => [200, { status: 'ok' }]);
    const call = createBookingClient({ api: server.api }).createBooking({ body }, { signal: AbortSignal.abort() });
    expect(await refusalOf(call)).toMatchObject({ kind: 'aborted' });
    await roundTrip(server);
    expect(server.received).toEqual([]);
  });

  it('ends the wait before the next try', async () => {
    const server = await serve(() => [503, 'busy', { 'retry-after': '3' }]);
    const started = Date.now();
    const call = createBookingClient({ api: server.api }).getHealth(undefined, { signal: AbortSignal.timeout(100) });
    expect(await refusalOf(call)).toMatchObject({ kind: 'aborted' });
    expect(Date.now() - started).toBeLessThan(1000);
  });
});

describe('sharing', () => {
  it('sends equal GETs at the same time once', async () => {
    const server = await serve(async () => {
      await wait(30);
      return [200, { status: 'ok' }];
    });
    const client = createBookingClient({ api: server.api });
    await Promise.all([client.getHealth(), client.getHealth(), client.getHealth()]);
    expect(server.received).toHaveLength(1);
    await client.getHealth();
    expect(server.received).toHaveLength(2);
  });

  it('lets one caller leave without disturbing the other', async () => {
    const server = await serve(async () => {
      await wait(60);
      return [200, { status: 'ok' }];
    });
    const client = createBookingClient({ api: server.api });
    const controller = new AbortController();
    const left = refusalOf(client.getHealth(undefined, { signal: controller.signal }));
    const stayed = client.getHealth();
    await until(() => server.received.length === 1);
    controller.abort();
    expect(await left).toMatchObject({ kind: 'aborted' });
    expect(await stayed).toEqual({ status: 'ok' });
    expect(server.received).toHaveLength(1);
  });

  it('does not join a caller to work that the last one has just left', async () => {
    const server = await serve(async () => {
      await wait(30);
      return [200, { status: 'ok' }];
    });
    const client = createBookingClient({ api: server.api });
    const controller = new AbortController();
    const left = refusalOf(client.getHealth(undefined, { signal: controller.signal }));
    await until(() => server.received.length === 1);
    controller.abort();
    await left;
    expect(await client.getHealth()).toEqual({ status: 'ok' });
  });

  it("does not hand one visitor's reply to another", async () => {
    const server = await serve(async ({ headers }) => {
      await wait(30);
      return [200, { id: headers.authorization, email: 'a@example.com', role: 'client' }];
    });
    let token = 'one';
    const client = createBookingClient({ api: server.api, session: { getToken: () => token } });
    const first = client.getMe();
    await until(() => server.received.length === 1);
    token = 'two';
    const [one, two] = await Promise.all([first, client.getMe()]);
    expect([one.id, two.id]).toEqual(['Bearer one', 'Bearer two']);
  });

  it('never joins writes', async () => {
    const server = await serve(() => [201, bookingOf(body.session_datetime)]);
    const client = createBookingClient({ api: server.api });
    await Promise.all([client.createBooking({ body }), client.createBooking({ body })]);
    expect(server.received).toHaveLength(2);
  });
});

it('rejects with nothing but BookingErrors', async () => {
  const client = createBookingClient({ api: 'not an address at all', retries: 0 });
  const error = await refusalOf(client.getHealth());
  expect(isBookingError(error)).toBe(true);
  expect(error).toMatchObject({ kind: 'offline' });
});
