import { expect, test } from 'vitest';
import { cliCalendars } from '../../src/mock/cli-calendars.ts';
import { createMockServer, seed } from '../../src/mock/index.ts';

const url = 'http://127.0.0.1:8123';
const google = { GOOGLE_CLIENT_ID: 'id', GOOGLE_CLIENT_SECRET: 'secret' };
const microsoft = { MICROSOFT_CLIENT_ID: 'id', MICROSOFT_CLIENT_SECRET: 'secret' };

test('it says who is a stand-in, and says nothing when nobody is', () => {
  expect(cliCalendars(url, {}).notice).toBe(
    'Google and Outlook are stand-ins: what is in their calendars is at /stand-in/',
  );
  expect(cliCalendars(url, google).notice).toBe('Outlook is a stand-in: what is in their calendars is at /stand-in/');
  expect(cliCalendars(url, { ...google, ...microsoft }).notice).toBeUndefined();
});

test('its pages can be returned to by either name of this machine, and its stand-ins show what is in them', async () => {
  const calendars = cliCalendars(url, {});
  const mock = createMockServer({ clock: '2025-11-05T10:30:00Z', calendars: calendars.calendars });
  const call = (path: string, token = '', body?: object) =>
    mock.fetch(
      new Request(`http://localhost:8123${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
        ...(body && { body: JSON.stringify(body) }),
      }),
    );
  const { access_token: token } = await (
    await call('/auth/login', '', { email: seed.coach.email, password: 'password123' })
  ).json();
  for (const page of ['http://localhost:8123/coach', 'http://127.0.0.1:8123/calendar-callback']) {
    const reply = await call(`/calendar/google/auth-url?redirect_uri=${encodeURIComponent(page)}`, token);
    expect((await reply.json()).auth_url).toMatch(/^http:\/\/localhost:8123\/stand-in\/google\/authorize\?/);
  }
  expect((await call('/calendar/google/auth-url?redirect_uri=http://localhost:8123/docs', token)).status).toBe(400);

  const shown = async () => (await calendars.answer(new Request('http://localhost:8123/stand-in/')))?.text();
  expect(await shown()).toContain('These are stand-ins for Google Calendar and Outlook.');
  expect(await shown()).toContain('No account has been connected yet.');
  calendars.standIns?.google.addEvent('<b>&@x', 'one', '2025-11-15T14:00:00Z', '2025-11-15T15:00:00Z');
  calendars.standIns?.microsoft.addEvent('ana@contoso.example', 'two', '2025-11-16T09:30:00', '2025-11-16T10:00:00');
  expect(await shown()).toContain('Google: &#60;b&#62;&#38;@x');
  expect(await shown()).toMatch(/Saturday,? 15 November 2025, 14:00–15:00 UTC/);
  expect(await shown()).toMatch(/Sunday,? 16 November 2025, 09:30–10:00 UTC/);
});
