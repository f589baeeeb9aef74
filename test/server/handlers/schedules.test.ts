import { beforeEach, expect, test } from 'vitest';
import { seed } from '../../../src/mock/index.ts';
import { type OnHttp, startOnHttp } from '../on-http.ts';

const PATH = `/coaches/${seed.coach.id}/schedule`;
let server: OnHttp;
let coach: string;

beforeEach(async () => {
  server = await startOnHttp();
  coach = await server.logIn('coach@example.com');
});

const put = (json: object, ifMatch: string | null, token = coach) =>
  server.call('PUT', PATH, { token, json, headers: ifMatch === null ? {} : { 'if-match': ifMatch } });

async function read() {
  const { body, headers } = await server.call('GET', PATH, { token: coach });
  return { schedule: body, etag: headers.get('etag') ?? '' };
}

test('what a coach saves is what a visitor sees', async () => {
  const { schedule, etag } = await read();
  expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
  const mondays = [{ weekday: 1, start: '10:00', end: '12:00' }];
  const saved = await put({ ...schedule, weekly_hours: mondays }, etag);
  expect(saved.status).toBe(200);
  expect(saved.headers.get('etag')).not.toBe(etag);
  expect(await read()).toEqual({ schedule: saved.body, etag: saved.headers.get('etag') });
  const found = await server.call(
    'GET',
    `/booking/coach/${seed.coach.id}/availability?start_date=2025-11-10T00:00:00Z&end_date=2025-11-17T00:00:00Z`,
  );
  expect(found.body.available_slots.map(({ start }: { start: string }) => start)).toEqual([
    '2025-11-10T09:00:00Z',
    '2025-11-10T09:30:00Z',
    '2025-11-10T10:00:00Z',
  ]);
});

test('of two tabs the second is told, with the version that is there now', async () => {
  const { schedule, etag } = await read();
  const first = await put({ ...schedule, daily_limit: 3 }, etag);
  const second = await put({ ...schedule, daily_limit: 4 }, etag);
  expect([second.status, second.body.code]).toEqual([412, 'version_conflict']);
  expect(second.headers.get('etag')).toBe(first.headers.get('etag'));
  expect((await read()).schedule.daily_limit).toBe(3);
  expect((await put({ ...schedule, daily_limit: 4 }, second.headers.get('etag'))).status).toBe(200);
});

test('of two tabs that save at the same moment one is told', async () => {
  const { schedule, etag } = await read();
  const replies = await Promise.all([3, 4, 5].map((daily_limit) => put({ ...schedule, daily_limit }, etag)));
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
});

test('nothing is overwritten unseen: without If-Match nothing is saved', async () => {
  const reply = await put((await read()).schedule, null);
  expect([reply.status, reply.body.code]).toEqual([428, 'precondition_required']);
  expect((await put((await read()).schedule, '"another", *')).status).toBe(412);
  expect((await put((await read()).schedule, '*')).status).toBe(200);
});

test('hours that make no sense are refused in words a coach understands', async () => {
  const { schedule, etag } = await read();
  const reply = await put({ ...schedule, weekly_hours: [{ weekday: 2, start: '14:00', end: '13:00' }] }, etag);
  expect([reply.status, reply.body.code]).toEqual([422, 'invalid_request']);
  expect(reply.body.errors[0].field).toMatch(/^body\.weekly_hours/);
  expect(reply.body.errors[0].message).toMatch(/Tuesday 14:00–13:00 ends before it starts/);
});

test('hours are their coach’s, and admins’', async () => {
  const { schedule, etag } = await read();
  for (const email of ['client@example.com', 'lukas@example.com']) {
    const token = await server.logIn(email);
    expect((await server.call('GET', PATH, { token })).body.code).toBe('forbidden');
    expect((await put(schedule, etag, token)).body.code).toBe('forbidden');
  }
  const admin = await server.logIn('admin@example.com');
  expect((await put(schedule, etag, admin)).status).toBe(200);
  expect((await server.call('GET', '/coaches/nobody/schedule', { token: admin })).body.code).toBe('coach_not_found');
});
