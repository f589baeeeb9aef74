import { expect, test } from 'vitest';
import { seed } from '../../../src/mock/index.ts';
import { startOnHttp } from '../on-http.ts';

const wish = { coach_id: seed.coach.id, session_datetime: '2025-11-15T14:00:00Z', duration_minutes: 60 };

test('of 50 who ask for one slot at once exactly one gets it', async () => {
  const { call, logIn } = await startOnHttp();
  const token = await logIn('client@example.com');
  const replies = await Promise.all(Array.from({ length: 50 }, () => call('POST', '/booking', { token, json: wish })));
  const refused = replies.filter(({ status }) => status === 409);
  expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(refused).toHaveLength(49);
  expect(new Set(refused.map(({ body }) => body.detail))).toEqual(new Set(['Time slot is not available']));
});

test('of sessions that overlap only in part one is booked', async () => {
  const { call, logIn, mock } = await startOnHttp();
  const token = await logIn('client@example.com');
  const starts = ['13:30', '14:00', '14:30', '15:00'].map((time) => `2025-11-15T${time}:00Z`);
  await Promise.all(
    starts.flatMap((session_datetime) =>
      [60, 90].map((duration_minutes) =>
        call('POST', '/booking', { token, json: { ...wish, session_datetime, duration_minutes } }),
      ),
    ),
  );
  const sessions = await mock.store.bookings.sessions(seed.coach.id, {
    start: Date.parse('2025-11-15T13:00:00Z'),
    end: Date.parse('2025-11-15T17:00:00Z'),
  });
  expect(sessions.length).toBeGreaterThan(0);
  for (const [index, { start }] of sessions.slice(1).entries()) {
    expect(start).toBeGreaterThanOrEqual(sessions[index]?.end ?? Number.NaN);
  }
});

test('the same Idempotency-Key ten times at once makes one booking and ten equal replies', async () => {
  const { call, logIn } = await startOnHttp();
  const token = await logIn('client@example.com');
  const before = (await call('GET', `/booking/client/${seed.client.id}`, { token })).body.total;
  const headers = { 'idempotency-key': 'b7c1f0de-1d6e-4f5c-9a36-6f6dbd6c6a10' };
  const replies = await Promise.all(
    Array.from({ length: 10 }, () => call('POST', '/booking', { token, json: wish, headers })),
  );
  expect(replies.map(({ status }) => status)).toEqual(Array(10).fill(201));
  for (const { body } of replies) expect(body).toEqual(replies[0]?.body);
  expect((await call('GET', `/booking/client/${seed.client.id}`, { token })).body.total).toBe(before + 1);
});

test('two who move to the same slot at once: one moves, the other keeps its old time', async () => {
  const { call, logIn } = await startOnHttp();
  const token = await logIn('client@example.com');
  const ids: string[] = [];
  for (const session_datetime of ['2025-11-15T09:00:00Z', '2025-11-15T11:00:00Z']) {
    ids.push((await call('POST', '/booking', { token, json: { ...wish, session_datetime } })).body.id);
  }
  const json = { session_datetime: '2025-11-15T14:00:00Z' };
  const replies = await Promise.all(ids.map((id) => call('PATCH', `/booking/${id}`, { token, json })));
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  const loser = ids[replies.findIndex(({ status }) => status === 409)];
  const kept = (await call('GET', `/booking/${loser}`, { token })).body.session_datetime;
  expect(['2025-11-15T09:00:00Z', '2025-11-15T11:00:00Z']).toContain(kept);
});

test('one who confirms while another cancels: whoever is first wins, and the booking ends in one state', async () => {
  const { call, logIn } = await startOnHttp();
  const [client, coach] = [await logIn('client@example.com'), await logIn('coach@example.com')];
  const { id } = (await call('POST', '/booking', { token: client, json: wish })).body;
  const [cancel, ...again] = await Promise.all([
    call('DELETE', `/booking/${id}`, { token: client }),
    call('PATCH', `/booking/${id}/status`, { token: coach, json: { status: 'confirmed' } }),
    call('DELETE', `/booking/${id}`, { token: client }),
  ]);
  const cancels = [cancel, again[1]].filter((reply) => reply?.status === 204);
  expect(cancels).toHaveLength(1);
  expect((await call('GET', `/booking/${id}`, { token: client })).body.status).toBe('cancelled');
});
