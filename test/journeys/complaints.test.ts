import type { Page } from 'playwright-core';
import { describe, expect, test, vi } from 'vitest';
import { OPEN_DAY, openPage, useDemo } from './demo.ts';
import { screens } from './hands.ts';
import { ANA, chooseTime, fillGuest, holdBack, hostPage, snippet, typed, typedIsKept } from './host-page.ts';
import { treeOf } from './page-tree.ts';
import { bookingsOf, people } from './people.ts';

/** What people complain of in booking widgets, each shown not to happen here. */

const stage = useDemo();

const booked = (page: Page) => page.getByRole('heading', { name: 'Request sent' });
const book = (page: Page) => page.getByRole('button', { name: /^Book \w+ \d/ });

describe('the form is not lost', () => {
  test('on going back for another time', async () => {
    const { page } = await openPage(stage.browser, stage.demo);
    await page.goto('/');
    await chooseTime(page);
    await fillGuest(page);
    await page.getByRole('button', { name: 'Change time' }).click();
    await page
      .getByRole('button', { name: /^\d\d:\d\d$/ })
      .nth(3)
      .click();
    expect(await typedIsKept(page)).toEqual(typed);
  });

  test('on the back button of the browser, where the page asks for its times in the address', async () => {
    const { page } = await openPage(stage.browser, stage.demo);
    await hostPage(page, snippet('sync-url'));
    await page.goto('/host?from=newsletter');
    const time = await chooseTime(page);
    await fillGuest(page);
    await page.goBack();
    await page.getByRole('button', { name: time, exact: true }).waitFor();
    await page.goForward();
    await page.getByLabel('Name').waitFor();
    expect(await typedIsKept(page)).toEqual(typed);
    expect(new URL(page.url()).searchParams.get('from')).toBe('newsletter');
  });
});

describe('a refusal with status 400 leaves no blank page', () => {
  test('of a booking: the reason is said, what was typed is kept, and it can be sent again', async () => {
    const { page } = await openPage(stage.browser, stage.demo);
    await page.goto('/');
    await chooseTime(page, 3);
    await fillGuest(page);
    await page.route(/\/booking$/, (route) =>
      route.fulfill({ status: 400, json: { detail: 'The studio is being painted' } }),
    );
    await book(page).click();
    await page.getByText('The booking did not go through').waitFor();
    await page.getByText('The studio is being painted').waitFor();
    await page.getByText('Booking as').waitFor();
    await page.getByText('Mira Okafor').waitFor();
    expect(await page.getByLabel(/^Notes/).inputValue()).toBe('About the offer in Toronto');
    await page.unroute(/\/booking$/);
    await page.getByRole('button', { name: 'Try again' }).click();
    await booked(page).waitFor();
  });

  test('of the times: it is said, and they can be asked for again', async () => {
    const { page } = await openPage(stage.browser, stage.demo);
    await page.route(/\/availability/, (route) => route.fulfill({ status: 400, json: { detail: 'No' } }));
    // The main page has its times from the server.
    await hostPage(page, snippet());
    await page.goto('/host');
    await page.getByRole('alert').getByText('The times could not be loaded.').waitFor();
    const again = page.getByRole('button', { name: 'Try again' });
    await again.waitFor();
    await page.unroute(/\/availability/);
    const open = page.getByRole('gridcell', { name: OPEN_DAY }).first();
    // A page that gets the focus asks by itself: the button may be gone before it is pressed.
    const askAgain = async () => {
      if (await again.isVisible()) await again.click({ timeout: 1000 });
      await open.waitFor({ timeout: 2000 });
    };
    await vi.waitFor(askAgain, { timeout: 20_000, interval: 200 });
  });
});

test('the day is the right one after switching the time zone and back', async () => {
  const { page } = await openPage(stage.browser, stage.demo);
  await page.goto('/');
  const switchTo = async (city: string) => {
    await page.getByRole('button', { name: /^Times in/ }).click();
    await page.getByRole('combobox').fill(city);
    await page.getByRole('combobox').press('Enter');
    await page.getByRole('button', { name: `Times in ${city}` }).waitFor();
  };
  await page.getByRole('button', { name: 'Next month' }).click();
  await page.getByRole('gridcell', { name: OPEN_DAY }).nth(4).getByRole('button').click();
  const heading = page.getByRole('heading', { name: /^\w+day, \d+ \w+ \d{4}$/ });
  const [day, first] = [await heading.textContent(), page.getByRole('button', { name: '09:00', exact: true })];
  await first.waitFor();
  await switchTo('Auckland');
  expect(await heading.textContent()).toBe(day);
  await switchTo('Honolulu');
  await switchTo('Berlin');
  expect(await heading.textContent()).toBe(day);

  // Chosen in one zone, seen in another: it stays the same moment, on the day it falls on there.
  await first.click();
  await page.getByText('09:00–10:00, Berlin').waitFor();
  await page.getByRole('button', { name: 'Change time' }).click();
  await switchTo('Auckland');
  const chosen = page.getByRole('button', { pressed: true, name: /^\d\d:\d\d$/ });
  expect((await chosen.textContent())?.trim()).toMatch(/^(19|20|21|22):00$/);
  await switchTo('Honolulu');
  expect(await heading.textContent()).not.toBe(day);
  await switchTo('Berlin');
  expect(await heading.textContent()).toBe(day);
  expect((await chosen.textContent())?.trim()).toBe('09:00');
});

describe('a zone that is only assumed does not pass unnoticed', () => {
  test('times in UTC are called so, from the first look to the confirmation', async () => {
    const { page } = await openPage(stage.browser, stage.demo, { timezoneId: 'UTC' });
    await page.goto('/');
    await page.getByRole('button', { name: /^Times in UTC\b.*\bGMT\b.*\bnow \d\d:\d\d$/s }).waitFor();
    const time = await chooseTime(page, 5);
    await page.getByText(new RegExp(`^${time}–\\d\\d:\\d\\d, UTC \\(GMT\\)$`)).waitFor();
    await fillGuest(page, 'utc@example.com');
    await book(page).click();
    await booked(page).waitFor();
    // The coach's zone is another: both are named.
    await page.getByText(/^For Ana Keller: \d\d:\d\d–\d\d:\d\d, Berlin \(GMT\+[12]\)$/).waitFor();
  });

  test('where the browser does not tell its zone, the widget still works and says which it took', async () => {
    const { page, errors } = await openPage(stage.browser, stage.demo);
    await page.addInitScript(() => {
      const { resolvedOptions } = Intl.DateTimeFormat.prototype;
      Intl.DateTimeFormat.prototype.resolvedOptions = function options() {
        return { ...resolvedOptions.call(this), timeZone: undefined as unknown as string };
      };
    });
    await page.goto('/');
    await page.getByRole('gridcell', { name: OPEN_DAY }).first().waitFor();
    await page.getByRole('button', { name: /^Times in UTC/ }).waitFor();
    expect(errors).toEqual([]);
  });
});

test('two widgets on a page share who is signed in, and nothing else', async () => {
  const { page, errors } = await openPage(stage.browser, stage.demo, { viewport: { width: 1280, height: 1600 } });
  const requests: string[] = [];
  page.on('request', (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await page.goto('/two');
  const widgets = page.locator('cb-booking');
  const [ana, lukas] = [widgets.nth(0), widgets.nth(1)];
  const times = { name: /^\d\d:\d\d$/ };
  const open = { name: OPEN_DAY };
  await ana.getByRole('button', { name: 'Next month' }).click();
  await ana.getByRole('gridcell', open).nth(2).getByRole('button').click();
  await ana.getByRole('button', times).nth(1).click();
  await ana.getByLabel('Name').fill('Mira Okafor');
  expect(await lukas.getByRole('form').count()).toBe(0);

  await lukas.getByRole('button', { name: 'Next month' }).click();
  await lukas.getByRole('gridcell', open).nth(2).getByRole('button').click();
  await lukas.getByRole('button', times).nth(0).click();
  expect(await lukas.getByLabel('Name').inputValue()).toBe('');
  expect(await ana.getByLabel('Name').inputValue()).toBe('Mira Okafor');

  await lukas.getByRole('button', { name: 'Sign in' }).click();
  const form = lukas.getByRole('form', { name: 'Sign in' });
  await form.getByLabel('E-mail').fill(people.client.email);
  await form.getByLabel('Password', { exact: true }).fill(people.client.password);
  await form.getByRole('button', { name: 'Sign in' }).click();
  await ana.getByText('Booking as').waitFor();
  await ana.getByText('Sam Okafor').waitFor();

  await book(page).first().click();
  await booked(page).waitFor();
  await lukas.getByText('Booking as').waitFor();
  expect(requests.filter((request) => request === 'GET /auth/me')).toHaveLength(1);
  expect(requests.filter((request) => request === `GET /coaches/${ANA}`)).toHaveLength(1);
  expect(errors).toEqual([]);
});

test('parameters of the page’s address reach the booking, and stay in the address', async () => {
  const { page } = await openPage(stage.browser, stage.demo);
  await hostPage(page, snippet('sync-url'));
  const address = '/host?utm_source=newsletter&utm_campaign=spring&lang=en#book';
  await page.goto(address);
  await chooseTime(page, 6);
  await fillGuest(page, 'utm@example.com');
  await book(page).click();
  await booked(page).waitFor();
  const made = await bookingsOf(stage.demo.url, 'utm@example.com');
  expect(made.map(({ metadata }) => metadata)).toEqual([{ utm_source: 'newsletter', utm_campaign: 'spring' }]);
  expect(page.url()).toBe(`${stage.demo.url}${address}`);
});

describe('on a phone, choosing a time visibly leads on', () => {
  const inView = (page: Page, selector: string) =>
    page.evaluate((wanted) => {
      const find = (root: Document | ShadowRoot): Element | undefined =>
        root.querySelector(wanted) ??
        [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot && find(shadowRoot)) || [])[0];
      const { top = -1, height = 0 } = find(document)?.getBoundingClientRect() ?? {};
      return height > 0 && top >= 0 && top < innerHeight;
    }, selector);

  test('the form is where the eye is, and has the focus', async () => {
    const { page } = await openPage(stage.browser, stage.demo, screens.touch);
    await page.goto('/');
    await chooseTime(page, 2, 8);
    await expect.poll(() => inView(page, '#choice')).toBe(true);
    const focusedIn = async () =>
      page.evaluate(
        ({ focused }) => {
          const root = focused()?.getRootNode();
          return root instanceof ShadowRoot ? root.host.localName : '';
        },
        await treeOf(page),
      );
    await expect.poll(focusedIn).toBe('cb-booking-form');
  });

  test('and where the form is slow to come, something is seen to happen meanwhile', async () => {
    const { page } = await openPage(stage.browser, stage.demo, screens.touch);
    // Every chunk but the first is held back.
    const arrive = await holdBack(page, /\/cdn\/(?!cb-booking\.js)/);
    // The main page is drawn by the server, and stays so until every chunk is there.
    await hostPage(page, snippet());
    // In Firefox a page has loaded only once the chunks have that it asks for meanwhile.
    await page.goto('/host', { waitUntil: 'commit' });
    await page.getByRole('button', { name: 'Next month' }).click();
    await page.getByRole('gridcell', { name: OPEN_DAY }).nth(2).getByRole('button').tap();
    await page
      .getByRole('button', { name: /^\d\d:\d\d$/ })
      .nth(8)
      .tap();
    await expect.poll(() => inView(page, '.bones'), { timeout: 1500 }).toBe(true);
    arrive();
    await page.getByLabel('Name').waitFor();
  });
});
