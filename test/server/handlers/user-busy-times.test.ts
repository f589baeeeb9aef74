import { expect, test } from 'vitest';
import { seed } from '../../../src/mock/index.ts';
import { createMockCalendars } from '../../../src/mock/providers/mock-calendars.ts';
import { startOnHttp } from '../on-http.ts';

const range = (from: string, until: string) =>
  `/calendar/busy?start_date=${from}T00:00:00Z&end_date=${until}T00:00:00Z`;
const day = range('2025-11-15', '2025-11-16');
const wish = { coach_id: seed.coach.id, session_datetime: '2025-11-15T14:00:00Z', duration_minutes: 60 };
const at = (time: string) => `2025-11-15T${time}:00Z`;

test('somebody is busy in their own sessions on either side, and nobody else sees them', async () => {
  const { call, logIn } = await startOnHttp();
  const [client, coach, other] = [
    await logIn('client@example.com'),
    await logIn('coach@example.com'),
    await logIn('noor@example.com'),
  ];
  const { id } = (await call('POST', '/booking', { token: client, json: wish })).body;
  const busy = [{ start: at('14:00'), end: at('15:00') }];
  expect((await call('GET', day, { token: client })).body).toEqual({ busy });
  expect((await call('GET', day, { token: coach })).body).toEqual({ busy });
  expect((await call('GET', day, { token: other })).body).toEqual({ busy: [] });
  await call('DELETE', `/booking/${id}`, { token: client });
  expect((await call('GET', day, { token: client })).body).toEqual({ busy: [] });
});

test('what is in a connected calendar is joined with it, cut to the range and without a title', async () => {
  const redirect = 'https://coach.example/';
  const calendars = createMockCalendars({ origin: 'http://localhost:8000', redirectUris: [redirect] });
  const { call, logIn } = await startOnHttp({ calendars: calendars.calendars });
  const token = await logIn('client@example.com');
  await call('POST', '/booking', { token, json: wish });
  const { auth_url } = (await call('GET', `/calendar/google/auth-url?redirect_uri=${redirect}`, { token })).body;
  const page = (await (await calendars.answer(new Request(auth_url)))?.text()) ?? '';
  const request = /name="request" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const body = new URLSearchParams({ request, account: 'mira@gmail.example', decision: 'allow' });
  const reply = await calendars.answer(new Request(auth_url.split('?')[0], { method: 'POST', body }));
  const back = new URL(reply?.headers.get('location') ?? '').searchParams;
  const json = { code: back.get('code'), state: back.get('state') };
  await call('POST', `/calendar/google/exchange-token?redirect_uri=${redirect}`, { token, json });
  calendars.standIns?.google.addEvent('mira@gmail.example', 'tea', at('14:30'), at('15:30'));
  calendars.standIns?.google.addEvent('mira@gmail.example', 'night', '2025-11-15T22:00:00Z', '2025-11-16T06:00:00Z');
  expect((await call('GET', day, { token })).body).toEqual({
    busy: [
      { start: at('14:00'), end: at('15:30') },
      { start: at('22:00'), end: '2025-11-16T00:00:00Z' },
    ],
  });
});

test('it needs a token, and a range of at most 30 days', async () => {
  const { call, logIn } = await startOnHttp();
  expect((await call('GET', day)).body.code).toBe('not_authenticated');
  const token = await logIn('client@example.com');
  const code = async (path: string) => (await call('GET', path, { token })).body.code;
  expect(await code(range('2025-11-16', '2025-11-15'))).toBe('range_inverted');
  expect(await code(range('2025-11-01', '2025-12-02'))).toBe('range_too_long');
  expect(await code('/calendar/busy?start_date=today')).toBe('invalid_request');
});
