import { beforeEach, expect, test } from 'vitest';
import type { PostedBooking } from '../../../src/contract/forms/booking-form.ts';
import { createMockServer, type MockServer } from '../../../src/mock/index.ts';

let mock: MockServer;
let pages: PostedBooking[] = [];

beforeEach(() => {
  pages = [];
  mock = createMockServer({
    clock: '2027-06-09T08:30:00Z',
    rateLimits: { guestsByAddress: { count: 3, seconds: 60 } },
    bookingPage: async (posted) => {
      pages.push(posted);
      return new Response('<p>page</p>', { headers: { 'content-type': 'text/html' } });
    },
  });
});

const filled = {
  name: 'Mira Okafor',
  email: 'Mira@example.com',
  notes: 'Two\r\nlines',
  session_datetime: '2027-06-14T10:00:00Z',
  duration_minutes: '60',
  idempotency_key: 'one-intent',
  locale: 'de',
  time_zone: 'Europe/Berlin',
};

async function send(change: Readonly<Record<string, string>> = {}): Promise<Response> {
  const body = new URLSearchParams({ coach_id: mock.seed.coaches.ana, ...filled, ...change });
  const request = new Request('https://api.example.com/booking', { method: 'POST', body });
  return mock.fetch(request, { address: '192.0.2.1' });
}

const last = (): PostedBooking => pages.at(-1) as PostedBooking;

test('a form books as the JSON call does, for a guest who reads German in Berlin', async () => {
  const reply = await send();
  expect(reply.status).toBe(201);
  expect(reply.headers.get('content-type')).toBe('text/html');
  expect(reply.headers.get('cache-control')).toBe('no-store');
  const { booking } = last();
  expect(booking).toMatchObject({ status: 'pending', duration_minutes: 60, notes: 'Two\nlines' });
  expect(booking?.link).toBeTruthy();
  const guest = await mock.store.accounts.find(booking?.client_id ?? '');
  expect(guest).toMatchObject({ email: 'mira@example.com', isGuest: true, locale: 'de', timeZone: 'Europe/Berlin' });
});

test('sent again, at once or later, it is the same booking of the same guest', async () => {
  await Promise.all([send(), send()]);
  await send();
  expect(new Set(pages.map(({ booking }) => booking?.id)).size).toBe(1);
  // Another key is another intent: the time is taken.
  expect((await send({ idempotency_key: 'another' })).status).toBe(409);
  expect(last()).toMatchObject({ problem: { code: 'slot_unavailable' }, fields: { name: 'Mira Okafor' } });
  // The same key with other words is neither.
  expect((await send({ notes: 'Changed' })).status).toBe(422);
  expect(last().problem?.code).toBe('idempotency_mismatch');
});

test('every field that is refused is named at once, and what was typed comes back', async () => {
  const reply = await send({ name: ' ', email: 'mira at example', notes: 'x'.repeat(1001) });
  expect(reply.status).toBe(422);
  expect(
    last()
      .problem?.errors?.map(({ field }) => field)
      .sort(),
  ).toEqual(['body.email', 'body.name', 'body.notes']);
  expect(last().fields).toMatchObject({ email: 'mira at example', notes: 'x'.repeat(1001) });
  expect(last().booking).toBeUndefined();
});

test('choosing another time books nothing yet', async () => {
  const reply = await send({ choose: '2027-06-14T11:00:00Z' });
  expect(reply.status).toBe(200);
  expect(last()).toMatchObject({ fields: { start: '2027-06-14T11:00:00Z', name: 'Mira Okafor' } });
  expect(last().booking).toBeUndefined();
  expect(last().problem).toBeUndefined();
});

test('limits count forms, and say how long to wait', async () => {
  for (const key of ['1', '2', '3']) await send({ idempotency_key: key });
  const reply = await send({ idempotency_key: '4', session_datetime: '2027-06-15T10:00:00Z' });
  expect(reply.status).toBe(429);
  expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
  // What was booked is still found.
  expect((await send({ idempotency_key: '1' })).status).toBe(201);
});

test('a guest whose data was erased is not revived by the key', async () => {
  await send();
  const id = last().booking?.client_id ?? '';
  await mock.store.transaction(async ({ accounts }) => {
    const known = await accounts.find(id);
    if (known) await accounts.update({ ...known, deletedAt: mock.clock.now() });
  });
  expect((await send()).status).toBe(400);
  expect(last().problem?.code).toBe('invalid_client');
});

test('a body that is too large, or a server without such pages, is refused as before', async () => {
  expect((await send({ notes: 'x'.repeat(70_000) })).status).toBe(413);
  const plain = createMockServer({ clock: '2027-06-09T08:30:00Z' });
  const body = new URLSearchParams(filled);
  const reply = await plain.fetch(new Request('https://api.example.com/booking', { method: 'POST', body }));
  expect(reply.status).toBe(401);
});
