import { expect, test } from 'vitest';
import { seed } from '../../src/mock/index.ts';
import { startOnHttp } from './on-http.ts';

const COACH = seed.coach.id;
const CLIENT = seed.client.id;

test('the calls of the guide run as they are written and answer in its shapes', async () => {
  const server = await startOnHttp();
  const client = await server.logIn('client@example.com');
  const coach = await server.logIn('coach@example.com');

  const availability = await server.call(
    'GET',
    `/booking/coach/${COACH}/availability?start_date=2025-11-15T00:00:00Z&end_date=2025-11-16T00:00:00Z&duration_minutes=60`,
  );
  expect(availability.status).toBe(200);
  expect(Object.keys(availability.body)).toEqual(['coach_id', 'available_slots']);
  expect(availability.body.available_slots).toContainEqual({
    start: '2025-11-15T14:00:00Z',
    end: '2025-11-15T15:00:00Z',
    duration_minutes: 60,
  });
  expect(availability.body.available_slots).toContainEqual({
    start: '2025-11-15T15:30:00Z',
    end: '2025-11-15T16:30:00Z',
    duration_minutes: 60,
  });

  const created = await server.call('POST', '/booking', {
    token: client,
    json: {
      coach_id: COACH,
      session_datetime: '2025-11-15T14:00:00Z',
      duration_minutes: 60,
      notes: 'Looking forward to discussing career transition',
    },
  });
  expect(created.status).toBe(201);
  expect(Object.keys(created.body)).toEqual([
    'id',
    'client_id',
    'coach_id',
    'session_datetime',
    'duration_minutes',
    'status',
    'payment_id',
    'meeting_link',
    'notes',
    'created_at',
    'updated_at',
  ]);
  expect(created.body).toMatchObject({
    client_id: CLIENT,
    coach_id: COACH,
    session_datetime: '2025-11-15T14:00:00Z',
    duration_minutes: 60,
    status: 'pending',
    payment_id: null,
    meeting_link: null,
    notes: 'Looking forward to discussing career transition',
  });
  expect(created.body.created_at).toMatch(/^2025-11-05T10:30:\d\dZ$/);
  const { id } = created.body;

  const people = {
    client_name: 'Sam Okafor',
    client_email: 'client@example.com',
    coach_name: 'Ana Keller',
    coach_email: 'coach@example.com',
  };
  expect((await server.call('GET', `/booking/${id}`, { token: client })).body).toEqual({ ...created.body, ...people });
  expect((await server.call('GET', `/booking/${id}`, { token: coach })).body).toMatchObject({
    ...created.body,
    ...people,
  });
  const ofClient = await server.call('GET', `/booking/client/${CLIENT}`, { token: client });
  expect(ofClient.body.bookings).toContainEqual({ ...created.body, coach: { name: 'Ana Keller' } });
  expect(ofClient.body.limit).toBe(20);
  const ofCoach = await server.call('GET', `/booking/coach/${COACH}`, { token: coach });
  expect(ofCoach.body.bookings).toContainEqual({
    ...created.body,
    client: { name: 'Sam Okafor', email: 'client@example.com' },
  });

  const confirmed = await server.call('PATCH', `/booking/${id}/status`, {
    token: coach,
    json: { status: 'confirmed' },
  });
  expect(confirmed).toMatchObject({ status: 200, body: { id, status: 'confirmed' } });
  const cancelled = await server.call('DELETE', `/booking/${id}`, { token: client });
  expect([cancelled.status, cancelled.body]).toEqual([204, '']);
  expect((await server.call('GET', `/booking/${id}`, { token: client })).body.status).toBe('cancelled');
  expect(server.errors).toEqual([]);
});

test('the python script of the guide, call by call, with its microseconds', async () => {
  const server = await startOnHttp({ clock: 'real' });
  const logIn = await server.call('POST', '/auth/login', {
    json: { email: 'client@example.com', password: 'password123' },
  });
  expect(logIn.body).toMatchObject({ token_type: 'bearer', expires_in: 3600 });
  const token = logIn.body.access_token;
  const { coaches } = (await server.call('GET', '/coaches', { token })).body;
  const coachId = coaches[0].user_id;
  expect(coachId).toBe(COACH);

  // datetime.utcnow() keeps its microseconds when hour, minute and second are replaced.
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const query = new URLSearchParams({
    start_date: `${day(1)}T00:00:00.123456Z`,
    end_date: `${day(2)}T00:00:00.123456Z`,
    duration_minutes: '60',
  });
  const slots = (await server.call('GET', `/booking/coach/${coachId}/availability?${query}`)).body.available_slots;
  const booking = await server.call('POST', '/booking', {
    token,
    json: { coach_id: coachId, session_datetime: slots[0].start, duration_minutes: 60, notes: 'Test booking' },
  });
  expect(booking.status).toBe(201);
  const detail = await server.call('GET', `/booking/${booking.body.id}`, { token });
  expect(detail.body.status).toBe('pending');
});

test('the first coach is open every day, at the guide’s hour too', async () => {
  const { call } = await startOnHttp();
  const found = await call(
    'GET',
    `/booking/coach/${COACH}/availability?start_date=2025-11-06T00:00:00Z&end_date=2025-12-06T00:00:00Z&duration_minutes=60`,
  );
  const starts = new Set(found.body.available_slots.map(({ start }: { start: string }) => start));
  for (let day = 0; day < 30; day += 1) {
    const date = new Date(Date.UTC(2025, 10, 6 + day)).toISOString().slice(0, 10);
    expect(starts, date).toContain(`${date}T14:00:00Z`);
  }
});
