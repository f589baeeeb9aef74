import { expect, test } from 'vitest';
import { moveClock, untilTestStart } from '../../.ci/test-clock.ts';
import { type AnyPage, find, mouseAt, type Person, type Wanted } from './any-page.ts';
import { ANA, otherSite, snippet } from './host-page.ts';
import { useMovedSite } from './moved-site.ts';
import { bookingsOfCoach, people } from './people.ts';

/** What visitors complain of in booking widgets, shown not to happen in Chromium, Firefox and WebKit alike. */
const stage = useMovedSite();

const NEXT_MONTH: Wanted = { kind: 'button', name: '^Next month$' };
const DAY: Wanted = { kind: 'day', name: '\\d+ times? open' };
const TIME: Wanted = { kind: 'button', name: '^\\d+:\\d\\d( [AP]M)?$' };
const BOOK: Wanted = { kind: 'button', name: '^Book ' };
const SENT: Wanted = { kind: 'heading', name: '^Request sent$' };

async function open(address: string): Promise<{ readonly page: AnyPage; readonly person: Person }> {
  const page = await stage.browser.newPage();
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(address);
  return { page, person: mouseAt(page) };
}

const wrongIn = (page: AnyPage) => page.evaluate(() => Reflect.get(window, 'wrong') as unknown, undefined);

async function chooseTime(page: AnyPage, person: Person): Promise<void> {
  await person.press(NEXT_MONTH);
  await find(page, { kind: 'day', name: 'July 2027, \\d+ times? open' });
  await person.press(DAY);
  await person.press(TIME);
}

async function writeGuest(person: Person, email: string): Promise<void> {
  await person.write({ kind: 'field', name: '^Name' }, 'Mira Okafor');
  await person.write({ kind: 'field', name: '^E-mail' }, email);
  await person.write({ kind: 'field', name: '^Notes' }, 'About the offer in Toronto');
}

const notesOfAna = async () => (await bookingsOfCoach(stage.demo.url)).map(({ notes }) => notes);
const timesBooked = async () => (await notesOfAna()).filter((notes) => notes === 'About the offer in Toronto').length;

/** Another guest books that time, past the page. */
async function take(start: string): Promise<void> {
  const post = async (path: string, body: object, token = '') => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    return (await fetch(`${stage.demo.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  };
  const { access_token } = await post('/auth/guest', { email: 'first@example.com', name: 'Ines First' });
  const wish = { coach_id: ANA, session_datetime: start, duration_minutes: 60 };
  expect(await post('/booking', wish, access_token)).toMatchObject({ status: 'pending' });
}

test('a time that was taken meanwhile is said so, and the nearest one is booked with what was typed', async () => {
  const { page, person } = await open(`${stage.url}/`);
  await find(page, NEXT_MONTH);
  await page.evaluate(() => {
    addEventListener('cb-slot-select', ({ slot }: Event & { slot?: { start: string } }) =>
      Reflect.set(window, 'chosen', slot?.start),
    );
  }, undefined);
  const before = await timesBooked();
  await chooseTime(page, person);
  await writeGuest(person, 'second@example.com');
  await take(await page.evaluate(() => String(Reflect.get(window, 'chosen')), undefined));
  await person.press(BOOK);
  await find(page, { kind: 'words', name: '^This time was just taken' });
  await find(page, { kind: 'words', name: 'Nearest open times' });
  await person.press({ kind: 'button', name: '^\\d+:\\d\\d.* [A-Z]' });
  await person.press(BOOK);
  await find(page, SENT);
  expect(await timesBooked()).toBe(before + 1);
  expect(await wrongIn(page)).toEqual([]);
});

test('without a connection nothing is lost: it is said, and the booking goes through once there is one', async () => {
  const { page, person } = await open(`${stage.url}/`);
  const before = await timesBooked();
  await chooseTime(page, person);
  await writeGuest(person, 'offline@example.com');
  stage.cutOff(true);
  await person.press(BOOK);
  await find(page, { kind: 'words', name: 'Check your internet connection' });
  expect(await timesBooked()).toBe(before);
  stage.cutOff(false);
  await person.press({ kind: 'button', name: '^Try again$' });
  await find(page, SENT);
  expect(await timesBooked()).toBe(before + 1);
});

test('an address that is no booking service, and a coach who is not there, are said so', async () => {
  const head = `<script>(${moveClock})(${untilTestStart()})</script>`;
  const nobody = snippet('', stage.url).replace(ANA, '323e4567-e89b-12d3-a456-426614174999');
  const pages = [
    { body: snippet('', `${stage.url}/nowhere`), said: '^The booking service could not be reached' },
    { body: nobody, said: '^This coach could not be found' },
  ];
  for (const { body, said } of pages) {
    const site = await otherSite(stage.url, body, head);
    try {
      const { page } = await open(site.address);
      await find(page, { kind: 'words', name: said });
    } finally {
      site.stop();
    }
  }
});

test('who has an account signs in, books, and has the session on the list', async () => {
  const { page, person } = await open(`${stage.url}/`);
  await chooseTime(page, person);
  await person.press({ kind: 'button', name: '^Sign in$' });
  await person.write({ kind: 'field', name: '^E-mail' }, people.client.email);
  await person.write({ kind: 'field', name: '^Password' }, 'not the password');
  await person.press({ kind: 'button', name: '^Sign in$' });
  await find(page, { kind: 'words', name: 'E-mail and password do not belong together' });
  await person.press({ kind: 'field', name: '^Password' });
  await page.keyboard.press('Control+a');
  await page.keyboard.type(people.client.password);
  await person.press({ kind: 'button', name: '^Sign in$' });
  await find(page, { kind: 'words', name: 'Sam Okafor' });
  await person.write({ kind: 'field', name: '^Notes' }, 'By account');
  await person.press(BOOK);
  await find(page, SENT);
  expect(await notesOfAna()).toContain('By account');

  await page.goto(`${stage.url}/account`);
  await person.write({ kind: 'field', name: '^E-mail' }, people.client.email);
  await person.write({ kind: 'field', name: '^Password' }, people.client.password);
  await person.press({ kind: 'button', name: '^Sign in$' });
  await find(page, { kind: 'words', name: 'By account' });
  await find(page, { kind: 'button', name: '^Move, ' });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth, undefined)).toBeLessThanOrEqual(
    0,
  );
  expect(await wrongIn(page)).toEqual([]);
});
