import { expect, test } from 'vitest';
import { seed } from '../../../src/mock/index.ts';
import { startOnHttp } from '../on-http.ts';

const wish = { coach_id: seed.coach.id, session_datetime: '2025-11-15T14:00:00Z', duration_minutes: 60 };

test('a retry with its key gets the first reply, even when the session has begun', async () => {
  const { call, logIn, mock } = await startOnHttp();
  const headers = { 'idempotency-key': 'k1' };
  const soon = { ...wish, session_datetime: '2025-11-05T14:00:00Z' };
  const first = await call('POST', '/booking', { token: await logIn('client@example.com'), json: soon, headers });
  expect(first.status).toBe(201);
  mock.clock.set('2025-11-05T14:30:00Z');
  const token = await logIn('client@example.com');
  const reordered = { session_datetime: '2025-11-05T15:00:00+01:00', duration_minutes: 60, coach_id: seed.coach.id };
  const retry = await call('POST', '/booking', { token, json: reordered, headers });
  expect(retry).toMatchObject({ status: 201, body: first.body });
  expect(first.headers.get('location')).toMatch(new RegExp(`/booking/${first.body.id}$`));
  expect(retry.headers.get('location')).toBe(first.headers.get('location'));
});

test('the order of keys makes no other request, at any depth', async () => {
  const { call, logIn } = await startOnHttp();
  const token = await logIn('client@example.com');
  const headers = { 'idempotency-key': 'k1' };
  const tomas = { coach_id: seed.coaches.tomas, session_datetime: '2025-11-11T16:00:00Z', duration_minutes: 45 };
  const book = (answers: object, metadata: object) =>
    call('POST', '/booking', { token, json: { ...tomas, answers, metadata }, headers });
  const first = await book(
    { topic: 'A conflict', phone: '+49 30 123456', first_time: true },
    { utm_source: 'newsletter', utm_medium: 'mail' },
  );
  const again = await book(
    { first_time: true, phone: '+49 30 123456', topic: 'A conflict' },
    { utm_medium: 'mail', utm_source: 'newsletter' },
  );
  expect(again).toMatchObject({ status: 201, body: first.body });
  const other = await book(
    { first_time: false, phone: '+49 30 123456', topic: 'A conflict' },
    { utm_medium: 'mail', utm_source: 'newsletter' },
  );
  expect(other.body.code).toBe('idempotency_mismatch');
});

test('a key belongs to its user, and is forgotten after a day', async () => {
  const { call, logIn, mock } = await startOnHttp();
  const headers = { 'idempotency-key': 'k1' };
  const book = async (email: string, session_datetime: string) =>
    call('POST', '/booking', { token: await logIn(email), json: { ...wish, session_datetime }, headers });
  expect((await book('client@example.com', '2025-11-15T14:00:00Z')).status).toBe(201);
  expect((await book('noor@example.com', '2025-11-15T16:00:00Z')).status).toBe(201);
  mock.clock.advance(24 * 60 * 60_000);
  expect((await book('client@example.com', '2025-11-15T11:00:00Z')).status).toBe(201);
});

test('a key that is no key is refused', async () => {
  const { call, logIn } = await startOnHttp();
  const token = await logIn('client@example.com');
  const headers = { 'idempotency-key': 'k'.repeat(256) };
  expect((await call('POST', '/booking', { token, json: wish, headers })).body.errors).toEqual([
    { field: 'header.idempotency-key', message: 'must be 1 to 255 visible ASCII characters' },
  ]);
});

test('a refusal is not kept under the key: the same try may work later', async () => {
  const { call, logIn } = await startOnHttp();
  const [rival, token] = [await logIn('noor@example.com'), await logIn('client@example.com')];
  const taken = (await call('POST', '/booking', { token: rival, json: wish })).body;
  const headers = { 'idempotency-key': 'k1' };
  expect((await call('POST', '/booking', { token, json: wish, headers })).status).toBe(409);
  await call('DELETE', `/booking/${taken.id}`, { token: rival });
  expect((await call('POST', '/booking', { token, json: wish, headers })).status).toBe(201);
});

test('the coach’s questions are checked, answers come back, and so do metadata', async () => {
  const { call, logIn } = await startOnHttp();
  const token = await logIn('client@example.com');
  const tomas = { coach_id: seed.coaches.tomas, session_datetime: '2025-11-11T16:00:00Z', duration_minutes: 45 };
  const bad = await call('POST', '/booking', {
    token,
    json: { ...tomas, answers: { topic: 'The weather', age: '7' } },
  });
  expect(bad.status).toBe(422);
  expect(bad.body.errors).toEqual([
    { field: 'body.answers.age', message: 'is not a question of this coach' },
    { field: 'body.answers.topic', message: 'must be one of the options' },
    { field: 'body.answers.phone', message: 'must be answered' },
  ]);
  const answers = { topic: 'A conflict', phone: '+49 30 123456', first_time: true };
  const metadata = { utm_source: 'newsletter' };
  const good = await call('POST', '/booking', { token, json: { ...tomas, answers, metadata } });
  expect(good).toMatchObject({ status: 201, body: { answers, metadata } });
});

test('a length the coach does not offer is said to be that, and an offered one has its price', async () => {
  const { call, logIn } = await startOnHttp();
  const token = await logIn('client@example.com');
  const isla = { coach_id: seed.coaches.isla, session_datetime: '2025-11-12T00:00:00Z' };
  const bad = await call('POST', '/booking', { token, json: { ...isla, duration_minutes: 45 } });
  expect(bad.body.errors).toEqual([
    { field: 'body.duration_minutes', message: 'must be a length this coach offers: 30, 60 minutes' },
  ]);
  const good = await call('POST', '/booking', { token, json: { ...isla, duration_minutes: 30 } });
  expect(good).toMatchObject({ status: 201, body: { price: { amount: 8000, currency: 'AUD' } } });
});

test('one visitor who books without end is stopped, with a time to wait', async () => {
  const { call, logIn } = await startOnHttp({ rateLimits: { bookingsByUser: { count: 2, seconds: 60 } } });
  const token = await logIn('client@example.com');
  const book = () => call('POST', '/booking', { token, json: wish });
  expect([(await book()).status, (await book()).status]).toEqual([201, 409]);
  const third = await book();
  expect([third.status, third.body.code]).toEqual([429, 'rate_limited']);
  expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
  const other = await logIn('noor@example.com');
  const json = { ...wish, session_datetime: '2025-11-15T16:00:00Z' };
  expect((await call('POST', '/booking', { token: other, json })).status).toBe(201);
});

test('asking again under the same Idempotency-Key what became of a booking is never refused as too often', async () => {
  const { call, logIn } = await startOnHttp({ rateLimits: { bookingsByUser: { count: 1, seconds: 60 } } });
  const token = await logIn('client@example.com');
  const headers = { 'idempotency-key': 'one-and-the-same' };
  const replies = [];
  for (let n = 0; n < 3; n += 1) replies.push(await call('POST', '/booking', { token, json: wish, headers }));
  expect(replies.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
});

test('others who take part are named by their addresses, each once, and never the one who books', async () => {
  const { call, logIn } = await startOnHttp();
  const token = await logIn('client@example.com');
  const json = {
    ...wish,
    attendee_emails: ['Bo@Example.com', 'bo@example.com', 'client@example.com', 'cy@example.com'],
  };
  const { body } = await call('POST', '/booking', { token, json });
  expect(body.attendee_emails).toEqual(['bo@example.com', 'cy@example.com']);
  for (const email of ['client@example.com', 'coach@example.com']) {
    const read = await call('GET', `/booking/${body.id}`, { token: await logIn(email) });
    expect(read.body.attendee_emails).toEqual(['bo@example.com', 'cy@example.com']);
  }
});

test('a booking that nobody else takes part in says nothing of it', async () => {
  const { call, logIn } = await startOnHttp();
  const token = await logIn('client@example.com');
  const { body } = await call('POST', '/booking', {
    token,
    json: { ...wish, attendee_emails: ['client@example.com'] },
  });
  expect(body).not.toHaveProperty('attendee_emails');
});

test('more than ten others, or what is no address, is refused', async () => {
  const { call, logIn } = await startOnHttp();
  const token = await logIn('client@example.com');
  const many = Array.from({ length: 11 }, (_, index) => `guest${index}@example.com`);
  const tooMany = await call('POST', '/booking', { token, json: { ...wish, attendee_emails: many } });
  expect(tooMany.body.errors).toEqual([{ field: 'body.attendee_emails', message: 'must have at most 10 addresses' }]);
  const wrong = await call('POST', '/booking', { token, json: { ...wish, attendee_emails: ['bo@example.com', 'bo'] } });
  expect(wrong.body.errors).toMatchObject([{ field: 'body.attendee_emails.1' }]);
});

test('a coach’s profile says how many others a booking may name', async () => {
  const { call } = await startOnHttp();
  expect((await call('GET', `/coaches/${seed.coach.id}`)).body.attendees_max).toBe(10);
});
