import { expect, test } from 'vitest';
import { type AnyPage, find, mouseAt, type Person } from './any-page.ts';
import { useMovedSite } from './moved-site.ts';
import { bookingsOfCoach } from './people.ts';

/** What a guest does besides booking, in Chromium, Firefox and WebKit alike. */
const stage = useMovedSite();

const phone = { width: 360, height: 740 };

async function openAt(path: string): Promise<AnyPage> {
  const page = await stage.browser.newPage();
  await page.setViewportSize(phone);
  await page.goto(`${stage.url}${path}`);
  return page;
}

const wrongIn = (page: AnyPage) => page.evaluate(() => Reflect.get(window, 'wrong') as unknown, undefined);

const DAY = { kind: 'day', name: '\\d+ times? open' } as const;
const TIME = { kind: 'button', name: '^\\d+:\\d\\d( [AP]M)?$' } as const;

async function bookNextMonth(page: AnyPage, person: Person): Promise<void> {
  await person.press({ kind: 'button', name: '^Next month$' });
  await find(page, { kind: 'day', name: 'July 2027, \\d+ times? open' });
  await person.press(DAY);
  await person.press(TIME);
  await person.write({ kind: 'field', name: '^Name' }, 'Mira Okafor');
  await person.write({ kind: 'field', name: '^E-mail' }, 'mira@example.com');
  await person.press({ kind: 'button', name: '^Book ' });
}

test('by mouse on a phone: a session is chosen, paid for and booked', async () => {
  const page = await openAt('/pay/');
  const person = mouseAt(page);
  await person.press({ kind: 'button', name: 'A session of an hour' });
  await bookNextMonth(page, person);
  await find(page, { kind: 'heading', name: '^Pay to book this time$' });
  await person.press({ kind: 'button', name: '^Pay US\\$140' });
  await find(page, { kind: 'words', name: 'This is a stand-in for Stripe' });
  await person.press({ kind: 'button', name: '^Pay ' });
  await find(page, { kind: 'heading', name: '^Your session is booked$' });
  await find(page, { kind: 'words', name: '^Paid US\\$140' });
  expect(await wrongIn(page)).toEqual([]);
});

/** Opens the newest mail to the guest with such a subject, once it has come. */
async function openMail(page: AnyPage, subject: string): Promise<void> {
  const newest = async () => {
    await page.goto(`${stage.url}/stand-in/mail/`);
    return page.evaluate((begins) => {
      const isIt = (mail: Element) =>
        mail.textContent?.includes('to mira@example.com') && mail.querySelector('a')?.textContent?.startsWith(begins);
      return [...document.querySelectorAll('li')].find(isIt)?.querySelector('a')?.href ?? '';
    }, subject);
  };
  await expect.poll(newest, { timeout: 20_000 }).not.toBe('');
  await page.goto(await newest());
}

test('by mouse on a phone: the mail’s link moves the session, and cancels it', async () => {
  const page = await openAt('/');
  const person = mouseAt(page);
  await bookNextMonth(page, person);
  await find(page, { kind: 'heading', name: '^Request sent$' });
  await openMail(page, 'Requested: ');
  await person.press({ kind: 'link', name: '^Move or cancel' });
  await person.press({ kind: 'button', name: '^Move, ' });
  await person.press(DAY);
  await person.press(TIME);
  await person.press({ kind: 'button', name: '^Move to ' });
  await find(page, { kind: 'words', name: 'Moved to ' });
  expect(await wrongIn(page)).toEqual([]);
  await openMail(page, 'Moved to ');
  await person.press({ kind: 'link', name: '^Move or cancel' });
  await person.press({ kind: 'button', name: '^Cancel, ' });
  await person.press({ kind: 'button', name: '^Cancel session$' });
  await find(page, { kind: 'button', name: '^Undo' });
  expect(await wrongIn(page)).toEqual([]);
  // Leaving the page does not take it back.
  await openMail(page, 'Cancelled: ');
  const bookings = await bookingsOfCoach(stage.demo.url);
  expect(bookings.some(({ status }) => status === 'cancelled')).toBe(true);
});
