import { expect, test } from 'vitest';
import { type AnyPage, find, keyboardAt, mouseAt, type Person } from './any-page.ts';
import { ANA } from './host-page.ts';
import { useMovedSite } from './moved-site.ts';
import { bookingsOfCoach, callAs, people } from './people.ts';

/** What a coach does at the desk, in Chromium, Firefox and WebKit alike. */
const stage = useMovedSite();

async function atTheDesk(path: string, way: 'mouse' | 'keyboard', size = { width: 1280, height: 900 }) {
  const page = await stage.browser.newPage();
  await page.setViewportSize(size);
  await page.goto(`${stage.url}${path}`);
  const person: Person = way === 'mouse' ? mouseAt(page) : keyboardAt(page);
  await person.write({ kind: 'field', name: '^E-mail' }, people.coach.email);
  await person.write({ kind: 'field', name: '^Password' }, people.coach.password);
  await person.press({ kind: 'button', name: '^Sign in$' });
  return { page, person };
}

const wrongIn = (page: AnyPage) => page.evaluate(() => Reflect.get(window, 'wrong') as unknown, undefined);

const countOf = async (status: string) =>
  (await bookingsOfCoach(stage.demo.url)).filter((booking) => booking.status === status).length;

/** A guest asks for the next time that is open. */
async function requestSession(): Promise<void> {
  const booking = `${stage.demo.url}/booking`;
  const next = await fetch(`${booking}/coach/${ANA}/availability/next?count=1`);
  const [slot] = (await next.json()).available_slots;
  const post = async (url: string, body: object, token = '') => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  };
  const guest = { email: 'mira@example.com', name: 'Mira Okafor' };
  const { access_token } = await post(`${stage.demo.url}/auth/guest`, guest);
  const wish = { coach_id: ANA, session_datetime: slot.start, duration_minutes: 60 };
  expect(await post(booking, wish, access_token)).toMatchObject({ status: 'pending' });
}

test('by mouse on a phone: one session is confirmed, another cancelled', async () => {
  await requestSession();
  const before = { confirmed: await countOf('confirmed'), cancelled: await countOf('cancelled') };
  const { page, person } = await atTheDesk('/coach', 'mouse', { width: 360, height: 740 });
  await person.press({ kind: 'button', name: '^Confirm,' });
  await find(page, { kind: 'words', name: 'session confirmed' });
  expect(await countOf('confirmed')).toBe(before.confirmed + 1);
  await person.press({ kind: 'button', name: '^Upcoming' });
  await person.press({ kind: 'button', name: '^Cancel,' });
  await person.press({ kind: 'button', name: '^Cancel session$' });
  await find(page, { kind: 'button', name: '^Undo' });
  expect(await wrongIn(page)).toEqual([]);
  // Leaving the page does not take it back.
  await page.goto(`${stage.url}/stand-in/mail/`);
  await expect.poll(() => countOf('cancelled'), { interval: 1000, timeout: 10_000 }).toBe(before.cancelled + 1);
});

test('by keyboard: hours are added to a week, and saved', async () => {
  const { page, person } = await atTheDesk('/coach#hours', 'keyboard');
  const hours = async () => JSON.stringify(await callAs(stage.demo.url, people.coach, '/coaches/{me}/schedule'));
  const before = await hours();
  await person.press({ kind: 'button', name: '^Add hours on Sunday$' });
  await person.press({ kind: 'button', name: '^Save( changes)?$' });
  await find(page, { kind: 'words', name: '^Saved at' });
  expect(await hours()).not.toBe(before);
  expect(await wrongIn(page)).toEqual([]);
});
