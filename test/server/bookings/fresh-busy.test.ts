import { expect, test } from 'vitest';
import { createMockServer, seed } from '../../../src/mock/index.ts';
import { createMockCalendars, EXAMPLE_CALLBACK } from '../../../src/mock/providers/mock-calendars.ts';
import { GUIDE_DAY } from '../on-http.ts';

const ORIGIN = 'http://localhost:8000';
const ACCOUNT = 'ana@gmail.example';
const wish = { coach_id: seed.coach.id, session_datetime: '2025-11-15T14:00:00Z', duration_minutes: 60 };
const day = 'start_date=2025-11-15T00:00:00Z&end_date=2025-11-16T00:00:00Z&duration_minutes=60';

/** The seeded coach with the stand-in's Google calendar connected. */
async function coachWithCalendar() {
  const calendars = createMockCalendars({ origin: ORIGIN, redirectUris: [] });
  const mock = createMockServer({ clock: GUIDE_DAY, calendars: calendars.calendars });
  const call = async (method: string, path: string, token?: string, json?: unknown) => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    const body = json === undefined ? {} : { body: JSON.stringify(json) };
    const reply = await mock.fetch(new Request(ORIGIN + path, { method, headers, ...body }));
    return { status: reply.status, body: await reply.json() };
  };
  const logIn = async (email: string): Promise<string> =>
    (await call('POST', '/auth/login', undefined, { email, password: 'password123' })).body.access_token;
  const coach = await logIn('coach@example.com');
  const redirect = `redirect_uri=${EXAMPLE_CALLBACK}`;
  const { auth_url, state } = (await call('GET', `/calendar/google/auth-url?${redirect}`, coach)).body;
  const page = await calendars.answer(new Request(auth_url));
  const request = /name="request" value="([^"]+)"/.exec((await page?.text()) ?? '')?.[1] ?? '';
  const body = new URLSearchParams({ request, account: ACCOUNT, decision: 'allow' });
  const back = await calendars.answer(new Request(auth_url.split('?')[0], { method: 'POST', body }));
  const code = new URL(back?.headers.get('location') ?? '').searchParams.get('code');
  const exchanged = await call('POST', `/calendar/google/exchange-token?${redirect}`, coach, { code, state });
  expect(exchanged.status).toBe(200);
  const open = async () => {
    const found = await call('GET', `/booking/coach/${seed.coach.id}/availability?${day}`);
    return found.body.available_slots.map(({ start }: { start: string }) => start);
  };
  const meet = (start: string, end: string) => calendars.standIns?.google.addEvent(ACCOUNT, 'Dentist', start, end);
  const { clock } = mock;
  return { call, client: await logIn('client@example.com'), open, meet, clock, google: calendars.standIns?.google };
}

test('a time that became busy after it was offered is refused, although the offer is still remembered', async () => {
  const { call, client, open, meet } = await coachWithCalendar();
  expect(await open()).toContain('2025-11-15T14:00:00Z');
  meet('2025-11-15T14:30:00Z', '2025-11-15T14:45:00Z');
  expect(await open()).toContain('2025-11-15T14:00:00Z');
  const refused = await call('POST', '/booking', client, wish);
  expect(refused).toMatchObject({ status: 409, body: { code: 'slot_unavailable' } });
  const beside = { ...wish, session_datetime: '2025-11-15T15:00:00Z' };
  expect((await call('POST', '/booking', client, beside)).status).toBe(201);
});

test('a booking does not move to a time that became busy after it was offered', async () => {
  const { call, client, open, meet } = await coachWithCalendar();
  const { id } = (await call('POST', '/booking', client, { ...wish, session_datetime: '2025-11-15T09:00:00Z' })).body;
  expect(await open()).toContain('2025-11-15T14:00:00Z');
  meet('2025-11-15T14:30:00Z', '2025-11-15T14:45:00Z');
  const json = { session_datetime: '2025-11-15T14:00:00Z' };
  const refused = await call('PATCH', `/booking/${id}`, client, json);
  expect(refused).toMatchObject({ status: 409, body: { code: 'slot_unavailable' } });
  expect((await call('GET', `/booking/${id}`, client)).body.session_datetime).toBe('2025-11-15T09:00:00Z');
});

test('a reply says when the times of a calendar that does not answer are the last known ones', async () => {
  const { call, google, clock } = await coachWithCalendar();
  const read = async () => (await call('GET', `/booking/coach/${seed.coach.id}/availability?${day}`)).body;
  const next = async () => (await call('GET', `/booking/coach/${seed.coach.id}/availability/next`)).body;
  expect(await read()).not.toHaveProperty('busy_times_are_last_known');
  clock.advance(4 * 60_000);
  google?.faults.next({ kind: 'status', status: 403 }, { times: 100 });
  expect(await read()).toMatchObject({ busy_times_are_last_known: true });
  expect(await next()).toMatchObject({ busy_times_are_last_known: true });
});
