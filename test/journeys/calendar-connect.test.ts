import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Demo, openBrowser, openPage, startDemo } from './demo.ts';
import { treeOf } from './page-tree.ts';

let demo: Demo;
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
beforeEach(async () => {
  // Each journey begins with nobody connected.
  demo = await startDemo('--clock', '2025-11-05T10:30:00Z');
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await demo.stop();
});
afterAll(() => browser?.close());

const coach = { email: 'coach@example.com', password: 'password123' };
const client = { email: 'client@example.com', password: 'password123' };
const session = {
  coach_id: '323e4567-e89b-12d3-a456-426614174000',
  session_datetime: '2025-11-15T14:00:00Z',
  duration_minutes: 60,
};

/** A call of the API, as somebody. */
async function call(account: typeof coach, method: string, path: string, json?: object) {
  const send = (to: string, how: string, body?: object, token?: string) =>
    fetch(demo.url + to, {
      method: how,
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      ...(body && { body: JSON.stringify(body) }),
    });
  const { access_token } = await (await send('/auth/login', 'POST', account)).json();
  const reply = await send(path, method, json, access_token);
  return reply.status === 204 ? undefined : reply.json();
}

/** Books the client a session with somebody else, at a time that Ana offers, too. Gives its start. */
async function bookElsewhere(): Promise<string> {
  const { coaches } = await (await fetch(`${demo.url}/coaches`)).json();
  const startsOf = async (id: string): Promise<readonly string[]> => {
    const range = 'start_date=2025-11-10T00:00:00Z&end_date=2025-11-20T00:00:00Z&duration_minutes=60';
    const { available_slots = [] } = await (
      await fetch(`${demo.url}/booking/coach/${id}/availability?${range}`)
    ).json();
    return available_slots.map((slot: { start: string }) => slot.start);
  };
  const offered = await startsOf(session.coach_id);
  for (const { user_id } of coaches.slice(1)) {
    const session_datetime = (await startsOf(user_id)).find((start) => offered.includes(start));
    if (!session_datetime) continue;
    const { id } = await call(client, 'POST', '/booking', { ...session, coach_id: user_id, session_datetime });
    if (id) return session_datetime;
  }
  throw new Error('No coach is open when Ana is');
}

/** Signs in wherever the form stands. */
async function signIn(page: Page, { email, password }: typeof coach): Promise<void> {
  const form = page.getByRole('form', { name: 'Sign in' }).locator('visible=true');
  await form.getByLabel('E-mail').fill(email);
  await form.getByLabel('Password', { exact: true }).fill(password);
  await form.getByRole('button', { name: 'Sign in' }).click();
}

async function openCalendars(prepare?: (context: BrowserContext) => Promise<unknown>) {
  const watch = await openPage(browser, demo);
  await prepare?.(watch.page.context());
  await watch.page.goto('/coach#calendars');
  await signIn(watch.page, coach);
  const { page } = watch;
  await page.getByRole('button', { name: 'Connect Google Calendar' }).waitFor();
  return watch;
}

const eventually = async (look: () => Promise<string>, what: RegExp) => {
  for (let tries = 0; tries < 50; tries++) {
    if (what.test(await look())) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${what} did not come: ${await look()}`);
};

/** The window that a press opens. */
async function popupAfter(page: Page, press: () => Promise<void>): Promise<Page> {
  const [popup] = await Promise.all([page.waitForEvent('popup'), press()]);
  return popup;
}
const inStandIns = async () => (await fetch(`${demo.url}/stand-in/`)).text();
const kept = (page: Page) =>
  page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('cb-calendar')));

test('in a window: a coach connects Google, a confirmed session is in its calendar, moves, goes, and is disconnected', async () => {
  const { page, errors } = await openCalendars();
  const popup = await popupAfter(page, () => page.getByRole('button', { name: 'Connect Google Calendar' }).click());
  await popup.getByText('This is a stand-in for Google').waitFor();
  expect(await popup.getByLabel('Account').inputValue()).toBe(coach.email);
  await page.getByText('Go on in the window of Google Calendar.').waitFor();
  await Promise.all([popup.waitForEvent('close'), popup.getByRole('button', { name: 'Allow' }).click()]);
  await page.getByText('Connected as coach@example.com').waitFor();
  expect(await kept(page)).toEqual([]);

  const { id } = await call(client, 'POST', '/booking', session);
  await call(coach, 'PATCH', `/booking/${id}/status`, { status: 'confirmed' });
  await eventually(
    inStandIns,
    /Saturday,? 15 November 2025, 14:00–15:00 UTC[\s\S]*Meeting: https:\/\/meet\.google\.com/,
  );
  await call(client, 'PATCH', `/booking/${id}`, { session_datetime: '2025-11-15T16:00:00Z' });
  await eventually(inStandIns, /16:00–17:00 UTC/);
  await call(client, 'DELETE', `/booking/${id}`);
  await eventually(inStandIns, /No events\./);

  await page.reload();
  await page.getByText(/Last updated 5 November/).waitFor();
  await page.getByRole('button', { name: 'Disconnect Google Calendar' }).click();
  await page.getByRole('button', { name: 'Disconnect', exact: true }).click();
  await page.getByRole('button', { name: 'Connect Google Calendar' }).waitFor();
  expect(errors).toEqual([]);
});

test('by keyboard alone: Outlook is connected, and the focus stays with its row', async () => {
  const { page } = await openCalendars();
  await page.getByRole('button', { name: 'Connect Outlook' }).focus();
  const popup = await popupAfter(page, () => page.keyboard.press('Enter'));
  await popup.getByText('This is a stand-in for Microsoft').waitFor();
  const allow = popup.getByRole('button', { name: 'Allow' });
  for (let presses = 0; presses < 10 && !(await allow.evaluate((button) => button.matches(':focus'))); presses++) {
    await popup.keyboard.press('Tab');
  }
  await popup.keyboard.press('Enter');
  await page.getByText('Connected as coach@example.com').waitFor();
  const focusedId = async () => page.evaluate(({ focused }) => focused()?.id ?? '', await treeOf(page));
  await eventually(focusedId, /^outlook$/);
});

test('a refused consent and a closed window are explained, and one can begin again', async () => {
  const { page } = await openCalendars();
  const connect = page.getByRole('button', { name: 'Connect Google Calendar' });
  const refused = await popupAfter(page, () => connect.click());
  await refused.getByRole('button', { name: 'Deny' }).click();
  await page.getByText('Google Calendar was not connected, because access was not allowed.').waitFor();
  const popup = await popupAfter(page, () => connect.click());
  await popup.getByText('This is a stand-in for Google').waitFor();
  await popup.close();
  await page.getByText('Google Calendar was not connected, because its window was closed.').waitFor();
});

test('where windows are blocked the page itself goes to the provider and comes back to where it was', async () => {
  const { page, errors } = await openCalendars((context) =>
    context.addInitScript(() => {
      window.open = () => null;
    }),
  );
  await page.getByRole('button', { name: 'Connect Google Calendar' }).click();
  await page.getByText('This is a stand-in for Google').waitFor();
  expect(await kept(page)).toEqual(['cb-calendar-connect']);
  await page.getByRole('button', { name: 'Allow' }).click();
  await page.getByText('Connected as coach@example.com').waitFor();
  expect(page.url()).toBe(`${demo.url}/coach#calendars`);
  expect(await kept(page)).toEqual([]);
  await page.reload();
  await page.getByText('Connected as coach@example.com').waitFor();
  expect(errors).toEqual([]);
});

test('a page that keeps nobody signed in asks once more after the way to the provider, and then finishes', async () => {
  const { page } = await openCalendars((context) =>
    context.addInitScript(() => {
      window.open = () => null;
      document.addEventListener('DOMContentLoaded', () => {
        for (const element of document.querySelectorAll('[storage]')) element.removeAttribute('storage');
      });
    }),
  );
  await page.getByRole('button', { name: 'Connect Outlook' }).click();
  await page.getByRole('button', { name: 'Allow' }).click();
  await page.getByText('Sign in once more to finish connecting Outlook.').waitFor();
  expect(page.url()).not.toContain('code=');
  await signIn(page, coach);
  await page.getByText('Connected as coach@example.com').waitFor();
});

test('beside the times of a booking page: a visitor connects a calendar, and their own appointments are marked', async () => {
  const { page, errors } = await openPage(browser, demo);
  await page.context().clock.setFixedTime('2025-11-05T10:30:00Z');
  await page.context().addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      for (const element of document.querySelectorAll('cb-booking')) element.setAttribute('own-day', '');
    });
  });
  const start = await bookElsewhere();
  await page.goto('/');
  await page.getByRole('button', { name: 'Compare with your calendar' }).click();
  await page.getByRole('button', { name: 'Connect Google or Outlook' }).click();
  await signIn(page, client);
  const popup = await popupAfter(page, () => page.getByRole('button', { name: 'Connect Google Calendar' }).click());
  await Promise.all([popup.waitForEvent('close'), popup.getByRole('button', { name: 'Allow' }).click()]);
  await page.getByText('Compared with your connected calendars').waitFor();
  const berlin = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', ...options }).format(Date.parse(start));
  const day = new RegExp(`\\b${berlin({ day: 'numeric', month: 'long' })}`);
  await page.getByRole('gridcell', { name: day }).getByRole('button').click();
  const time = berlin({ hour: '2-digit', minute: '2-digit' });
  await page.getByRole('button', { name: `${time} You’re busy` }).waitFor();
  await page
    .getByRole('paragraph')
    .filter({ hasText: /You have something else at \d+ of these/ })
    .waitFor();

  await page.getByRole('button', { name: 'Compare with another calendar' }).click();
  const dentist = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:test',
    'BEGIN:VEVENT',
    'UID:1',
    'DTSTAMP:20251101T000000Z',
    'DTSTART;TZID=Europe/Berlin:20251121T100000',
    'DTEND;TZID=Europe/Berlin:20251121T110000',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
  const sent: string[] = [];
  page.on('request', (request) => {
    if (!request.url().includes('/cdn/')) sent.push(request.url());
  });
  await page
    .locator('cb-visitor-calendar input[type="file"]')
    .setInputFiles({ name: 'mine.ics', mimeType: 'text/calendar', buffer: Buffer.from(dentist) });
  await page.getByText('Compared with mine.ics').waitFor();
  expect(sent).toEqual([]);
  await page
    .getByRole('gridcell', { name: /\b21 November/ })
    .getByRole('button')
    .click();
  await page.getByRole('button', { name: '10:00 You’re busy' }).waitFor();
  expect(errors).toEqual([]);
});
