import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createAvailability } from '../../../src/core/availability/availability.ts';
import { createBookingClient } from '../../../src/core/client/client.ts';
import { createBookingFlow } from '../../../src/core/flow/flow.ts';
import type { FlowOptions } from '../../../src/core/flow/options.ts';
import type { FlowState, FlowStatus, StateOf } from '../../../src/core/flow/state.ts';
import { type Answer, bookingOf, hourAt, type Received, roundTrip, serve, until, wait } from '../client/raw-server.ts';
import { reach } from './reach.ts';

const now = Date.parse('2025-11-05T12:00:00Z');
const [two, three, four, five] = ['14', '15', '16', '17'].map((hour) => hourAt(`2025-11-15T${hour}:00:00Z`)) as [
  ReturnType<typeof hourAt>,
  ReturnType<typeof hourAt>,
  ReturnType<typeof hourAt>,
  ReturnType<typeof hourAt>,
];
const ana = { id: 'client-1', email: 'kim@example.com', role: 'client' };

type Handle = (request: Received, response: ServerResponse) => Answer | undefined | Promise<Answer | undefined>;

/** A backend with four openings that takes any token; `own` answers what a test is about. */
async function setUp(
  own: Record<string, Handle> = {},
  options: Partial<FlowOptions> & { signedIn?: boolean; timeoutMs?: number } = {},
) {
  const defaults: Record<string, Handle> = {
    'POST /auth/login': () => [200, { access_token: 'a', token_type: 'bearer' }],
    'POST /auth/guest': () => [201, { access_token: 'guest', token_type: 'bearer' }],
    'GET /auth/me': () => [200, ana],
    'GET /booking/coach/coach-1/availability': () => [
      200,
      { coach_id: 'coach-1', available_slots: [two, three, four, five] },
    ],
    'POST /booking': ({ body }) => [201, bookingOf((body as { session_datetime: string }).session_datetime)],
  };
  const handlers = { ...defaults, ...own };
  const server = await serve((request, response) => {
    const handle = handlers[`${request.method} ${request.path}`];
    return handle ? handle(request, response) : [404, { detail: 'Not Found' }];
  });
  const { signedIn = true, timeoutMs, ...rest } = options;
  const client = createBookingClient({ api: server.api, retries: 0, timeoutMs });
  if (signedIn) await client.session.logIn({ email: 'kim@example.com', password: 'password123' });
  const flow = createBookingFlow({ client, coachId: 'coach-1', now: () => now, ...rest });
  const seen: FlowStatus[] = [];
  flow.subscribe(({ status }) => seen.push(status));
  const reachHere = <S extends FlowStatus>(status: S, when?: (state: StateOf<S>) => unknown) =>
    reach(flow, status, when);
  const sent = (path = '/booking') => server.received.filter((one) => one.path === path && one.method !== 'GET');
  return { flow, client, server, seen, reach: reachHere, sent };
}

const keyOf = (request: Received | undefined) => request?.headers['idempotency-key'];

describe('booking', () => {
  it('goes from choosing over details and submitting to booked, and only the server says booked', async () => {
    const { flow, seen, reach, sent } = await setUp({}, { metadata: { utm_source: 'news' } });
    flow.send({ type: 'choose-slot', slot: two });
    flow.send({ type: 'edit', draft: { answers: { goal: 'a new job' } } });
    flow.send({ type: 'submit', draft: { notes: 'Looking forward' } });
    expect(flow.state.status).toBe('submitting');
    const { booking } = await reach('booked');
    expect(booking).toMatchObject({ id: 'booking-1', session_datetime: two.start });
    expect(seen).toEqual(['details', 'details', 'submitting', 'booked']);
    expect(sent()[0]?.body).toEqual({
      coach_id: 'coach-1',
      session_datetime: two.start,
      duration_minutes: 60,
      notes: 'Looking forward',
      answers: { goal: 'a new job' },
      metadata: { utm_source: 'news' },
    });
    expect(keyOf(sent()[0])).toMatch(/^[0-9a-f]{32}$/);
  });

  it('may start with a slot, and its state is frozen', async () => {
    const { flow } = await setUp({}, { slot: two, draft: { name: 'Kim' } });
    expect(flow.state).toEqual({ status: 'details', slot: two, draft: { name: 'Kim', notes: '', answers: {} } });
    expect(() => Object.assign(flow.state.draft, { name: 'Lee' })).toThrow(TypeError);
  });

  it('sends one request however often the button is pressed', async () => {
    const { flow, reach, sent, server } = await setUp({}, { slot: two });
    for (let press = 0; press < 5; press++) flow.send({ type: 'submit' });
    await reach('booked');
    flow.send({ type: 'submit' });
    await roundTrip(server);
    expect(sent()).toHaveLength(1);
  });

  it("carries no more of the page's parameters than the contract takes", async () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`p${index}`, 'x']));
    const { flow, reach, sent } = await setUp({}, { slot: two, metadata: () => ({ long: 'x'.repeat(501), ...many }) });
    flow.send({ type: 'submit' });
    await reach('booked');
    expect(sent()[0]?.body).toMatchObject({
      metadata: expect.toSatisfy((carried: object) => Object.keys(carried).length === 30 && !('long' in carried)),
    });
  });

  it('refreshes the day that was booked', async () => {
    const { client, server, ...rest } = await setUp();
    rest.flow.dispose();
    const clock = () => now;
    const availability = createAvailability({
      client,
      coachId: 'coach-1',
      timeZone: 'UTC',
      prefetch: false,
      now: clock,
    });
    await availability.load('2025-11');
    const flow = createBookingFlow({ client, coachId: 'coach-1', availability, slot: two, now: clock });
    flow.send({ type: 'submit' });
    await until(() => flow.state.status === 'booked');
    await until(() => availability.month('2025-11').status === 'ready');
    const asked = server.received.filter(({ path }) => path.endsWith('/availability')).at(-1);
    expect(asked?.query.get('start_date')).toBe('2025-11-15T00:00:00Z');
    expect(asked?.query.get('end_date')).toBe('2025-11-16T00:00:00Z');
  });

  it('starts over with who the visitor is, and under a new key', async () => {
    const { flow, reach, sent } = await setUp({}, { slot: two, draft: { name: 'Kim', notes: 'Once' } });
    flow.send({ type: 'submit' });
    await reach('booked');
    flow.send({ type: 'restart' });
    expect(flow.state).toMatchObject({ status: 'choosing', draft: { name: 'Kim', notes: '', answers: {} } });
    flow.send({ type: 'choose-slot', slot: three });
    flow.send({ type: 'submit' });
    await reach('booked');
    expect(keyOf(sent()[1])).not.toBe(keyOf(sent()[0]));
  });
});

describe('a slot taken meanwhile', () => {
  it.each([
    [409, { detail: 'Time slot is not available', code: 'slot_unavailable' }],
    [400, { detail: 'Time slot is not available' }],
  ])(
    'by answer %i brings the visitor back with what they typed and the three nearest open slots',
    async (status, reply) => {
      const taken = new Set([three.start]);
      const { flow, reach, sent, seen } = await setUp(
        {
          'POST /booking': ({ body }) => {
            const { session_datetime } = body as { session_datetime: string };
            return taken.has(session_datetime) ? [status, reply] : [201, bookingOf(session_datetime)];
          },
          'GET /booking/coach/coach-1/availability': async () => {
            await wait(40);
            return [200, { coach_id: 'coach-1', available_slots: [two, four, five] }];
          },
        },
        { slot: three },
      );
      flow.send({ type: 'submit', draft: { notes: 'Kept' } });
      const searching = await reach('details', ({ taken }) => taken?.searching);
      expect(searching).toMatchObject({ draft: { notes: 'Kept' }, taken: { slot: three, nearest: [] } });
      flow.send({ type: 'edit', draft: { notes: 'Kept, and edited while searching' } });
      const details = await reach('details', ({ taken }) => taken?.searching === false);
      expect(details.taken?.nearest).toEqual([two, four, five]);
      expect(details.draft.notes).toBe('Kept, and edited while searching');

      flow.send({ type: 'choose-slot', slot: four });
      expect(flow.state).not.toHaveProperty('taken');
      flow.send({ type: 'submit' });
      await reach('booked');
      expect(sent().map(({ body }) => (body as { session_datetime: string }).session_datetime)).toEqual([
        three.start,
        four.start,
      ]);
      expect(keyOf(sent()[1])).not.toBe(keyOf(sent()[0]));
      expect(seen.at(-1)).toBe('booked');
    },
  );

  it('is said also when the other times cannot be had', async () => {
    const { flow, reach } = await setUp(
      {
        'POST /booking': () => [409, { detail: 'Time slot is not available' }],
        'GET /booking/coach/coach-1/availability': () => [500, 'broken'],
      },
      { slot: three },
    );
    flow.send({ type: 'submit' });
    const details = await reach('details', ({ taken }) => taken?.searching === false);
    expect(details).toMatchObject({ taken: { slot: three, nearest: [] } });
    expect(details).not.toHaveProperty('problem');
  });
});

describe('a failure', () => {
  it.each<[string, Handle, object]>([
    ['a dropped connection', (_, response) => void response.destroy(), { kind: 'offline' }],
    ['a server error', () => [500, '<h1>Sorry</h1>'], { kind: 'server', status: 500 }],
    ['a truncated reply', () => [201, '{"id": "boo'], { kind: 'unreadable' }],
    ['a closed coach', () => [400, { detail: 'Coach is not active' }], { kind: 'invalid', code: 'coach_inactive' }],
    [
      'a coach who tries to book',
      () => [403, { detail: 'Only clients can create bookings' }],
      { code: 'only_clients_book' },
    ],
  ])('by %s keeps everything, and a retry goes out under the same key', async (_, broken, problem) => {
    let attempts = 0;
    const { flow, reach, sent } = await setUp(
      {
        'POST /booking': (request, response) => {
          attempts += 1;
          return attempts === 1 ? broken(request, response) : [201, bookingOf(two.start)];
        },
      },
      { slot: two },
    );
    flow.send({ type: 'submit', draft: { notes: 'Kept' } });
    const details = await reach('details', (state) => state.problem);
    expect(details).toMatchObject({ slot: two, draft: { notes: 'Kept' }, problem });
    flow.send({ type: 'retry' });
    await reach('booked');
    expect(sent()).toHaveLength(2);
    expect(keyOf(sent()[1])).toBe(keyOf(sent()[0]));
    expect(sent()[1]?.body).toEqual(sent()[0]?.body);
  });

  it('repeats the same words even if the parameters of the page changed', async () => {
    let attempts = 0;
    const { flow, reach, sent } = await setUp(
      { 'POST /booking': () => (++attempts === 1 ? [503, 'busy'] : [201, bookingOf(two.start)]) },
      { slot: two, metadata: () => ({ attempt: String(attempts) }) },
    );
    flow.send({ type: 'submit' });
    await reach('details', (state) => state.problem);
    flow.send({ type: 'retry' });
    await reach('booked');
    expect(sent()[1]?.body).toEqual(sent()[0]?.body);
  });

  it('goes out under a new key once the visitor changed something', async () => {
    let attempts = 0;
    const { flow, reach, sent } = await setUp(
      { 'POST /booking': () => (++attempts === 1 ? [503, 'busy'] : [201, bookingOf(two.start)]) },
      { slot: two },
    );
    flow.send({ type: 'submit' });
    await reach('details', (state) => state.problem);
    flow.send({ type: 'submit', draft: { notes: 'Changed' } });
    await reach('booked');
    expect(keyOf(sent()[1])).not.toBe(keyOf(sent()[0]));
  });

  it('by too many requests says until when to wait', async () => {
    const { flow, reach } = await setUp(
      { 'POST /booking': () => [429, { detail: 'Too many requests' }, { 'retry-after': '42' }] },
      { slot: two },
    );
    flow.send({ type: 'submit' });
    const details = await reach('details', (state) => state.problem);
    expect(details).toMatchObject({ problem: { kind: 'rate-limited', retryAfterSeconds: 42 }, retryAt: now + 42_000 });
  });

  it('of fields comes with the fields, from the server or before anything is sent', async () => {
    const detail = [{ loc: ['body', 'answers', 'goal'], msg: 'Field required', type: 'missing' }];
    const { flow, reach, sent } = await setUp({ 'POST /booking': () => [422, { detail }] }, { slot: two });
    flow.send({ type: 'submit' });
    const refused = await reach('details', (state) => state.problem);
    expect(refused.problem?.fields).toEqual([{ field: 'body.answers.goal', message: 'Field required' }]);
    flow.send({ type: 'submit', draft: { notes: 'x'.repeat(1001) } });
    const checked = await reach('details', (state) => state.problem !== refused.problem && state.problem);
    expect(checked.problem).toMatchObject({
      kind: 'invalid',
      fields: [{ field: 'body.notes', message: 'must be at most 1,000 characters' }],
    });
    expect(sent()).toHaveLength(1);
  });
});

describe('signing in on the way', () => {
  it('waits in authenticating until the session is signed in, then goes on by itself', async () => {
    const { flow, client, reach, sent, seen, server } = await setUp({}, { slot: two, signedIn: false });
    flow.send({ type: 'submit', draft: { notes: 'Kept' } });
    expect(await reach('authenticating')).toMatchObject({ way: 'ask', reason: 'needed' });
    await roundTrip(server);
    expect(sent()).toHaveLength(0);
    await client.session.logIn({ email: 'kim@example.com', password: 'password123' });
    expect((await reach('booked')).draft.notes).toBe('Kept');
    expect(seen).toEqual(['submitting', 'authenticating', 'submitting', 'booked']);
    expect(sent()[0]?.headers.authorization).toBe('Bearer a');
  });

  it('goes on as a guest by itself when name and e-mail are there', async () => {
    const { flow, reach, sent } = await setUp({}, { slot: two, signedIn: false });
    flow.send({ type: 'submit', draft: { name: ' Kim ', email: 'kim@example.com' } });
    await reach('booked');
    expect(sent('/auth/guest')[0]?.body).toEqual({ name: 'Kim', email: 'kim@example.com' });
    expect(sent()[0]?.headers.authorization).toBe('Bearer guest');
  });

  it.each<[string, Answer, object]>([
    ['where guests are unknown', [404, { detail: 'Not Found' }], { way: 'ask', reason: 'needed' }],
    [
      'where the address has an account',
      [409, { detail: 'Email already registered' }],
      { way: 'ask', problem: { code: 'email_taken' } },
    ],
  ])('asks for an account %s', async (_, answer, expected) => {
    const { flow, reach } = await setUp({ 'POST /auth/guest': () => answer }, { slot: two, signedIn: false });
    flow.send({ type: 'submit', draft: { name: 'Kim', email: 'kim@example.com' } });
    expect(await reach('authenticating', ({ way }) => way === 'ask')).toMatchObject(expected);
  });

  it.each<[string, Answer | undefined]>([
    ['has a problem', [500, { detail: 'Something went wrong on the server' }]],
    ['asks for patience', [429, { detail: 'Too many requests. Try again in 1 seconds' }]],
    ['does not answer', undefined],
  ])('tries again as a guest, under the same key, after the server once %s', async (_, answer) => {
    let tries = 0;
    const guest: Handle = (_request, response) => {
      tries += 1;
      if (tries > 1) return [201, { access_token: 'guest', token_type: 'bearer' }];
      if (!answer) response.destroy();
      return answer;
    };
    const { flow, reach, sent } = await setUp({ 'POST /auth/guest': guest }, { slot: two, signedIn: false });
    flow.send({ type: 'submit', draft: { name: 'Kim', email: 'kim@example.com' } });
    const { attempt } = await reach('details', ({ problem }) => problem);
    flow.send({ type: 'retry' });
    await reach('booked');
    expect(sent('/auth/guest')).toHaveLength(2);
    expect(sent()).toHaveLength(1);
    expect(keyOf(sent()[0])).toBe(attempt?.key);
  });

  it('makes a guest again for one who was signed out before the booking went through', async () => {
    let down = true;
    const { flow, client, reach, sent } = await setUp(
      { 'POST /booking': () => (down ? [500, { detail: 'Down' }] : [201, bookingOf(two.start)]) },
      { slot: two, signedIn: false },
    );
    flow.send({ type: 'submit', draft: { name: 'Kim', email: 'kim@example.com' } });
    await reach('details', ({ problem }) => problem);
    client.session.logOut();
    down = false;
    flow.send({ type: 'submit' });
    await reach('booked');
    expect(sent('/auth/guest')).toHaveLength(2);
  });

  it('never offers to be a guest where that is not wanted', async () => {
    const { flow, reach, sent } = await setUp({}, { slot: two, signedIn: false, guest: false });
    flow.send({ type: 'submit', draft: { name: 'Kim', email: 'kim@example.com' } });
    expect(await reach('authenticating')).toMatchObject({ way: 'ask' });
    expect(sent('/auth/guest')).toEqual([]);
  });

  it('brings a wrong e-mail of a guest back to its field', async () => {
    const errors = [{ field: 'body.email', message: 'must be an e-mail address such as name@example.com' }];
    const { flow, reach } = await setUp(
      { 'POST /auth/guest': () => [422, { detail: 'The request is not valid', code: 'invalid_request', errors }] },
      { slot: two, signedIn: false },
    );
    flow.send({ type: 'submit', draft: { name: 'Kim', email: 'kim' } });
    expect((await reach('details', (state) => state.problem)).problem?.fields).toEqual(errors);
  });

  it('asks again when the session ends in mid-flow, then goes on under the same key', async () => {
    let expired = true;
    const { flow, client, reach, sent } = await setUp(
      { 'POST /booking': () => (expired ? [401, { detail: 'Token has expired' }] : [201, bookingOf(two.start)]) },
      { slot: two },
    );
    flow.send({ type: 'submit', draft: { notes: 'Kept' } });
    expect(await reach('authenticating')).toMatchObject({ way: 'ask', reason: 'expired', draft: { notes: 'Kept' } });
    expired = false;
    await client.session.logIn({ email: 'kim@example.com', password: 'password123' });
    await reach('booked');
    expect(sent()).toHaveLength(2);
    expect(keyOf(sent()[1])).toBe(keyOf(sent()[0]));
  });

  it('does not go round in circles when a fresh guest is refused as well', async () => {
    const { flow, reach, sent, server } = await setUp(
      { 'POST /booking': () => [401, { detail: 'Not authenticated' }] },
      { slot: two, signedIn: false },
    );
    flow.send({ type: 'submit', draft: { name: 'Kim', email: 'kim@example.com' } });
    await reach('authenticating', ({ way }) => way === 'ask');
    await roundTrip(server);
    expect(sent('/auth/guest')).toHaveLength(1);
  });

  it('can be left, and then signing in books nothing', async () => {
    const { flow, client, reach, sent, server } = await setUp({}, { slot: two, signedIn: false });
    flow.send({ type: 'submit' });
    await reach('authenticating');
    flow.send({ type: 'back' });
    await client.session.logIn({ email: 'kim@example.com', password: 'password123' });
    await roundTrip(server);
    expect(flow.state.status).toBe('details');
    expect(sent()).toEqual([]);
  });

  it("waits for the host page where users are the host page's", async () => {
    let token: string | undefined;
    const { server, flow: unused } = await setUp();
    unused.dispose();
    const client = createBookingClient({ api: server.api, session: { getToken: () => token } });
    const flow = createBookingFlow({
      client,
      coachId: 'coach-1',
      slot: two,
      draft: { name: 'K', email: 'k@example.com' },
    });
    flow.send({ type: 'submit' });
    await until(() => flow.state.status === 'authenticating');
    expect(flow.state).toMatchObject({ way: 'ask', reason: 'needed' });
    token = 'host';
    flow.send({ type: 'authenticated' });
    await until(() => flow.state.status === 'booked');
  });
});

describe('leaving a state', () => {
  it('aborts its request, and a late answer changes nothing', async () => {
    let closed = false;
    const { flow, server, sent } = await setUp(
      { 'POST /booking': (_, response) => void response.on('close', () => (closed = true)) },
      { slot: two },
    );
    flow.send({ type: 'submit' });
    await until(() => sent().length === 1);
    flow.send({ type: 'back' });
    expect(flow.state.status).toBe('details');
    await until(() => closed);
    await roundTrip(server);
    expect(flow.state).not.toHaveProperty('problem');
    expect(server.received.at(-1)?.path).toBe('/booking');
  });

  it('for good ends all work and all telling', async () => {
    let closed = false;
    const { flow, seen, sent } = await setUp(
      { 'POST /booking': (_, response) => void response.on('close', () => (closed = true)) },
      { slot: two },
    );
    flow.send({ type: 'submit' });
    await until(() => sent().length === 1);
    flow.dispose();
    await until(() => closed);
    flow.send({ type: 'back' });
    expect(seen).toEqual(['submitting']);
  });
});

describe('the page before a booking', () => {
  it('is asked once an intent, also over retries and signing in', async () => {
    let attempts = 0;
    const asked: unknown[] = [];
    const { flow, reach } = await setUp(
      { 'POST /booking': () => (++attempts === 1 ? [503, 'busy'] : [201, bookingOf(two.start)]) },
      { slot: two, beforeBook: (intent) => void asked.push(intent) },
    );
    flow.send({ type: 'submit' });
    await reach('details', (state) => state.problem);
    flow.send({ type: 'retry' });
    await reach('booked');
    expect(asked).toMatchObject([{ kind: 'create', body: { session_datetime: two.start } }]);
  });

  it('brings along what shows that a person is booking, and is asked again after a try that failed with it', async () => {
    let [attempts, asked] = [0, 0];
    const { flow, reach, sent } = await setUp(
      { 'POST /booking': () => (++attempts === 1 ? [503, 'busy'] : [201, bookingOf(two.start)]) },
      { slot: two, beforeBook: async () => ({ visitorToken: `token ${++asked}` }) },
    );
    flow.send({ type: 'submit' });
    await reach('details', (state) => state.problem);
    flow.send({ type: 'retry' });
    await reach('booked');
    expect(sent().map(({ body }) => (body as { visitor_token?: string }).visitor_token)).toEqual([
      'token 1',
      'token 2',
    ]);
  });

  it.each([false, Promise.resolve(false)])('may refuse, and the visitor is back in the details', async (answer) => {
    const { flow, reach, sent } = await setUp({}, { slot: two, beforeBook: () => answer });
    flow.send({ type: 'submit' });
    expect(await reach('details')).not.toHaveProperty('problem');
    expect(sent()).toEqual([]);
  });

  it('may fail without leaving the visitor waiting', async () => {
    const { flow, reach } = await setUp(
      {},
      {
        slot: two,
        beforeBook: () => {
          throw new Error('analytics blocked');
        },
      },
    );
    flow.send({ type: 'submit' });
    expect((await reach('details', (state) => state.problem)).problem?.detail).toBe('analytics blocked');
  });
});

describe('moving a booking', () => {
  const move = { ...bookingOf(two.start), status: 'pending' as const };

  it('sends the new time of the old booking', async () => {
    const { flow, reach, server } = await setUp(
      { 'PATCH /booking/booking-1': () => [200, bookingOf(four.start)] },
      { move },
    );
    flow.send({ type: 'choose-slot', slot: four });
    flow.send({ type: 'submit' });
    expect((await reach('booked')).booking.session_datetime).toBe(four.start);
    const sent = server.received.filter(({ method }) => method === 'PATCH');
    expect(sent.map(({ body }) => body)).toEqual([{ session_datetime: four.start, duration_minutes: 60 }]);
  });

  it('says why, where the visitor wrote it', async () => {
    const { flow, reach, server } = await setUp(
      { 'PATCH /booking/booking-1': () => [200, bookingOf(four.start)] },
      { move, slot: four },
    );
    flow.send({ type: 'submit', draft: { notes: ' My train is late ' } });
    await reach('booked');
    expect(server.received.find(({ method }) => method === 'PATCH')?.body).toMatchObject({
      reason: 'My train is late',
    });
  });

  it('says when the backend cannot', async () => {
    const { flow, client, reach } = await setUp({}, { move, slot: four });
    flow.send({ type: 'submit' });
    expect((await reach('details', (state) => state.problem)).problem?.kind).toBe('unsupported');
    expect(client.supports('moveBooking')).toBe(false);
  });
});

it('lets a listener move the flow on while it is told', async () => {
  const { flow, reach, server } = await setUp({}, { slot: two });
  flow.subscribe((state: FlowState) => {
    if (state.status === 'submitting') flow.send({ type: 'back' });
  });
  flow.send({ type: 'submit' });
  await reach('details');
  await roundTrip(server);
  expect(flow.state.status).toBe('details');
});

describe('a reply that does not come in time', () => {
  const handles = (repeat: Answer) => {
    let asked = 0;
    return (): Answer | undefined => {
      asked += 1;
      // The first request is made on the server, and its reply never arrives.
      return asked === 1 ? undefined : repeat;
    };
  };

  it('is asked for once more by its key, and finds the booking that was made', async () => {
    const { flow, reach, sent } = await setUp(
      { 'POST /booking': handles([201, bookingOf(two.start)]) },
      { timeoutMs: 200 },
    );
    flow.send({ type: 'choose-slot', slot: two });
    flow.send({ type: 'submit' });
    expect((await reach('booked')).booking.id).toBe('booking-1');
    expect(sent()).toHaveLength(2);
    expect(keyOf(sent()[1])).toBe(keyOf(sent()[0]));
  });

  it('is not called taken where the server has no keys and finds the first request’s booking', async () => {
    const taken: Answer = [409, { detail: 'Time slot is not available' }];
    const { flow, reach, seen } = await setUp({ 'POST /booking': handles(taken) }, { timeoutMs: 200 });
    flow.send({ type: 'choose-slot', slot: two });
    flow.send({ type: 'submit' });
    const { problem } = await reach('details', ({ problem: said }) => said !== undefined);
    expect(problem).toMatchObject({ kind: 'timeout' });
    expect(seen).not.toContain('booked');
  });
});
