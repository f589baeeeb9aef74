import { beforeEach, describe, expect, test } from 'vitest';
import { seed } from '../../../src/mock/index.ts';
import { type OnHttp, startOnHttp } from '../on-http.ts';

const path = `/coaches/${seed.coach.id}/schedule`;
let server: OnHttp;
let coach: string;
let client: string;

beforeEach(async () => {
  server = await startOnHttp();
  [coach, client] = [await server.logIn('coach@example.com'), await server.logIn('client@example.com')];
});

async function save(change: object): Promise<number> {
  const { body, headers } = await server.call('GET', path, { token: coach });
  const reply = await server.call('PUT', path, {
    token: coach,
    json: { ...body, ...change },
    headers: { 'if-match': headers.get('etag') ?? '' },
  });
  return reply.status;
}

const availability = (start: string, end: string) =>
  server.call('GET', `/booking/coach/${seed.coach.id}/availability?start_date=${start}&end_date=${end}`);
const next = (after: string) =>
  server.call('GET', `/booking/coach/${seed.coach.id}/availability/next?count=50&after=${after}`);

/** Weeks whose answers must never be an error of the server: now, the first year there is, the last. */
const weeks = [
  ['2025-11-10T00:00:00Z', '2025-11-17T00:00:00Z'],
  ['0100-01-01T00:00:00Z', '0100-01-08T00:00:00Z'],
  ['9999-12-20T00:00:00Z', '9999-12-31T23:59:59Z'],
  ['9999-12-31T00:00:00Z', '9999-12-31T23:59:59Z'],
] as const;

const trip = (from: string, until: string | null, time_zone = 'Asia/Tokyo') => ({ from, until, time_zone });
const changes: [string, object][] = [
  ['nothing special', {}],
  ['a booking window until the last day', { booking_window: { kind: 'until', date: '9999-12-31' } }],
  ['a booking window until the first day', { booking_window: { kind: 'until', date: '0100-01-01' } }],
  ['a trip until the last day', { zone_overrides: [trip('2025-12-01', '9999-12-31')] }],
  [
    'a trip on the last day, far in the east',
    { zone_overrides: [trip('9999-12-31', '9999-12-31', 'Pacific/Kiritimati')] },
  ],
  ['a trip on the last day, far in the west', { zone_overrides: [trip('9999-12-31', null, 'Etc/GMT+12')] }],
  ['a trip from the first day on', { zone_overrides: [trip('0100-01-01', null)] }],
  [
    'an exception for all days',
    {
      date_overrides: [
        { from: '0100-01-01', until: '9999-12-31', kind: 'extra', hours: [{ start: '12:00', end: '13:00' }] },
      ],
    },
  ],
];

describe.each(changes)('with %s', (_, change) => {
  test('a schedule is saved, and whatever days are asked for, there is an answer', async () => {
    expect(await save(change)).toBe(200);
    for (const [start, end] of weeks) expect([start, (await availability(start, end)).status]).toEqual([start, 200]);
    for (const [start, end] of weeks)
      expect([start, (await next(start)).status, (await next(end)).status]).toEqual([start, 200, 200]);
    expect(server.errors).toEqual([]);
  });
});

test('a trip without an end holds from its first day on', async () => {
  expect(await save({ zone_overrides: [trip('2025-12-01', null)] })).toBe(200);
  const { body } = await server.call('GET', path, { token: coach });
  expect(body.zone_overrides).toEqual([{ from: '2025-12-01', until: null, time_zone: 'Asia/Tokyo' }]);
  // Ana's hours, read on Tokyo's clock from then on: nine hours ahead of UTC instead of one.
  const hoursOf = async (start: string, end: string) => {
    const { available_slots } = (await availability(start, end)).body;
    return new Set(available_slots.map((slot: { start: string }) => slot.start.slice(11, 13)));
  };
  const before = await hoursOf('2025-11-24T00:00:00Z', '2025-11-29T00:00:00Z');
  const during = await hoursOf('2030-12-02T00:00:00Z', '2030-12-07T00:00:00Z');
  const shifted = [...before].map((hour) => String((Number(hour) + 24 - 8) % 24).padStart(2, '0'));
  expect([...during].sort()).toEqual(shifted.sort());
});

test('a trip may leave its end out, may not overlap a later one, and says so in words', async () => {
  expect(await save({ zone_overrides: [{ from: '2025-12-01', time_zone: 'Asia/Tokyo' }] })).toBe(200);
  const { body, headers } = await server.call('GET', path, { token: coach });
  const json = {
    ...body,
    zone_overrides: [trip('2025-12-01', null), trip('2026-03-01', '2026-03-05', 'Europe/Paris')],
  };
  const reply = await server.call('PUT', path, {
    token: coach,
    json,
    headers: { 'if-match': headers.get('etag') ?? '' },
  });
  expect(reply.body.errors).toEqual([
    {
      field: 'body.zone_overrides.1',
      message: 'Europe/Paris from 2026-03-01 to 2026-03-05 overlaps Asia/Tokyo from 2025-12-01 on',
    },
  ]);
});

test('an instant whose offset takes it out of the years 0100 to 9999 is refused as one that cannot be written', async () => {
  for (const instant of [
    '9999-12-31T23:59:59-00:01',
    '9999-12-31T23:59:59-12:00',
    '0100-01-01T00:00:00%2B14:00',
    '0099-12-31T00:00:00Z',
  ]) {
    const reply = await availability(instant, '9999-12-31T23:59:59Z');
    expect([instant, reply.status, reply.body.errors?.[0]?.field]).toEqual([instant, 422, 'query.start_date']);
  }
  const json = { coach_id: seed.coach.id, session_datetime: '9999-12-31T23:59:59-01:00', duration_minutes: 60 };
  expect((await server.call('POST', '/booking', { token: client, json })).status).toBe(422);
});

test('a session that would end after the last instant is not offered and cannot be booked', async () => {
  const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: '00:00', end: '24:00' }));
  const open = { weekly_hours: always, booking_window: { kind: 'unlimited' }, time_zone: 'UTC', zone_overrides: [] };
  expect(await save({ ...open, date_overrides: [], durations: [] })).toBe(200);
  const { available_slots } = (await availability('9999-12-31T20:00:00Z', '9999-12-31T23:59:59Z')).body;
  const last = available_slots.at(-1).end;
  expect([available_slots.length > 0, last <= '9999-12-31T23:59:59Z']).toEqual([true, true]);
  const json = { coach_id: seed.coach.id, session_datetime: '9999-12-31T23:30:00Z', duration_minutes: 60 };
  expect((await server.call('POST', '/booking', { token: client, json })).status).toBe(409);
  const kept = { ...json, session_datetime: available_slots.at(-1).start };
  expect((await server.call('POST', '/booking', { token: client, json: kept })).status).toBe(201);
  expect((await server.call('GET', `/booking/coach/${seed.coach.id}`, { token: coach })).status).toBe(200);
  const busy = '/calendar/busy?start_date=9999-12-20T00:00:00Z&end_date=9999-12-31T23:59:59Z';
  expect((await server.call('GET', busy, { token: coach })).status).toBe(200);
  expect(server.errors).toEqual([]);
});
