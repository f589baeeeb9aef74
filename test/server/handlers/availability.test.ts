import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMockServer, seed } from '../../../src/mock/index.ts';
import { startOnHttp } from '../on-http.ts';

const api = 'http://localhost';
const active = Object.values(seed.coaches).filter((id) => id !== seed.coaches.claire);

async function inProcess(clock: string) {
  const mock = createMockServer({ clock, rateLimits: { bookingsByUser: { count: 1e6, seconds: 1 } } });
  const call = async (method: string, path: string, token?: string, json?: object) => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    const init = { method, headers, ...(json && { body: JSON.stringify(json) }) };
    const response = await mock.fetch(new Request(api + path, init));
    return { status: response.status, body: await response.json() };
  };
  const { body } = await call('POST', '/auth/login', undefined, { email: seed.client.email, password: 'password123' });
  return { call, token: body.access_token as string };
}

const answersFor = (coach_id: string) =>
  coach_id === seed.coaches.tomas ? { answers: { topic: 'A conflict', phone: '+52 55 1234 5678' } } : {};

test('every slot that is offered is accepted, and whatever is not offered is refused', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        coach: fc.constantFrom(...active),
        clock: fc.date({ min: new Date('2025-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
        days: fc.integer({ min: 0, max: 60 }),
        minutes: fc.constantFrom(15, 30, 45, 60, 90, 120),
        pick: fc.nat(),
        offset: fc.integer({ min: -36, max: 36 }),
      }),
      async ({ coach, clock, days, minutes, pick, offset }) => {
        const { call, token } = await inProcess(clock.toISOString());
        const from = clock.getTime() - (clock.getTime() % 3_600_000) + days * 86_400_000;
        const range = `start_date=${new Date(from).toISOString()}&end_date=${new Date(from + 7 * 86_400_000).toISOString()}`;
        const path = `/booking/coach/${coach}/availability?${range}&duration_minutes=${minutes}`;
        const ask = async (): Promise<string[]> =>
          (await call('GET', path)).body.available_slots.map((slot: { start: string }) => slot.start);
        const book = (session_datetime: string) =>
          call('POST', '/booking', token, {
            coach_id: coach,
            session_datetime,
            duration_minutes: minutes,
            ...answersFor(coach),
          });

        const offered = await ask();
        const slot = offered[pick % Math.max(1, offered.length)];
        if (slot === undefined) return;
        // Near an offered slot, at five-minute distances: in the range, and offered or not.
        const near = Date.parse(slot) + offset * 300_000;
        const other = `${new Date(near).toISOString().slice(0, 19)}Z`;
        if (near >= from && near < from + 7 * 86_400_000 && !offered.includes(other)) {
          expect([400, 409]).toContain((await book(other)).status);
        }
        expect((await book(slot)).status).toBe(201);
        expect(await ask()).not.toContain(slot);
      },
    ),
    { numRuns: 150 },
  );
}, 120_000);

test('the next slots are the first that the months would show, without walking through them', async () => {
  const { call } = await startOnHttp();
  const path = `/booking/coach/${seed.coaches.rania}/availability`;
  const next = await call('GET', `${path}/next?count=4&duration_minutes=60`);
  const starts = next.body.available_slots.map(({ start }: { start: string }) => Date.parse(start));
  expect(starts).toHaveLength(4);
  for (const [index, start] of starts.slice(1).entries()) expect(start - starts[index]).toBe(28 * 86_400_000);
  const after = new Date(starts[1] + 1000).toISOString();
  const later = await call('GET', `${path}/next?count=1&duration_minutes=60&after=${after}`);
  expect(Date.parse(later.body.available_slots[0].start)).toBe(starts[2]);
});

test('a length is assumed when none is asked for: an hour, or the first the coach offers', async () => {
  const { call } = await startOnHttp();
  const lengthOf = async (coach: string) => {
    const { body } = await call('GET', `/booking/coach/${coach}/availability/next?count=1`);
    return body.available_slots[0].duration_minutes;
  };
  expect(await lengthOf(seed.coaches.ana)).toBe(60);
  expect(await lengthOf(seed.coaches.tomas)).toBe(45);
});

test('a length the coach does not offer has no open times', async () => {
  const { call } = await startOnHttp();
  const { status, body } = await call(
    'GET',
    `/booking/coach/${seed.coaches.isla}/availability?start_date=2025-11-10T00:00:00Z&end_date=2025-11-17T00:00:00Z&duration_minutes=45`,
  );
  expect([status, body.available_slots]).toEqual([200, []]);
});

test('a booking can be moved by half a session: its own time does not stand in the way', async () => {
  const { call, token } = await inProcess('2025-11-05T10:30:00Z');
  const coach = seed.coaches.ana;
  const { body: booking } = await call('POST', '/booking', token, {
    coach_id: coach,
    session_datetime: '2025-11-12T13:00:00Z',
    duration_minutes: 60,
  });
  const path = `/booking/coach/${coach}/availability?start_date=2025-11-12T00:00:00Z&end_date=2025-11-13T00:00:00Z&duration_minutes=60`;
  const offered = async (query: string, as?: string) => {
    const { status, body } = await call('GET', path + query, as);
    return status === 200 ? body.available_slots.map(({ start }: { start: string }) => start) : [status, body.code];
  };
  const half = '2025-11-12T13:30:00Z';
  expect(await offered('', token)).not.toContain(half);
  expect(await offered(`&exclude_booking=${booking.id}`, token)).toContain(half);
  const moved = await call('PATCH', `/booking/${booking.id}`, token, { session_datetime: half });
  expect([moved.status, moved.body.session_datetime]).toEqual([200, half]);
});

test('only those who may read a booking learn what is free without it', async () => {
  const { call, token } = await inProcess('2025-11-05T10:30:00Z');
  const coach = seed.coaches.ana;
  const wish = { coach_id: coach, session_datetime: '2025-11-12T13:00:00Z', duration_minutes: 60 };
  const { body: booking } = await call('POST', '/booking', token, wish);
  const stranger = await call('POST', '/auth/signup', undefined, {
    email: 'stranger@example.com',
    password: 'password123',
    name: 'A Stranger',
  });
  const path = `/booking/coach/${coach}/availability?start_date=2025-11-12T00:00:00Z&end_date=2025-11-13T00:00:00Z&exclude_booking=`;
  const refused = async (id: string, as?: string) => {
    const { status, body } = await call('GET', path + id, as);
    return [status, body.code];
  };
  expect(await refused(booking.id)).toEqual([401, 'not_authenticated']);
  expect(await refused(booking.id, stranger.body.access_token)).toEqual([403, 'booking_forbidden']);
  expect(await refused('423e4567-e89b-12d3-a456-426614174999', token)).toEqual([404, 'booking_not_found']);
});

test('a guest’s link reads the times that its booking can be moved to, and moves it there', async () => {
  const { call } = await inProcess('2025-11-05T10:30:00Z');
  const coach = seed.coaches.ana;
  const guest = await call('POST', '/auth/guest', undefined, { email: 'mira@example.com', name: 'Mira Okafor' });
  const wish = { coach_id: coach, session_datetime: '2025-11-12T13:00:00Z', duration_minutes: 60 };
  const { body: booking } = await call('POST', '/booking', guest.body.access_token, wish);
  const opened = await call('POST', '/auth/booking-link', undefined, { link: booking.link });
  const token = opened.body.access_token;
  const half = '2025-11-12T13:30:00Z';
  const query = `start_date=2025-11-12T00:00:00Z&end_date=2025-11-13T00:00:00Z&duration_minutes=60&exclude_booking=${booking.id}`;
  const { status, body } = await call('GET', `/booking/coach/${coach}/availability?${query}`, token);
  expect(status).toBe(200);
  expect(body.available_slots.map(({ start }: { start: string }) => start)).toContain(half);
  expect((await call('PATCH', `/booking/${booking.id}`, token, { session_datetime: half })).status).toBe(200);
});
