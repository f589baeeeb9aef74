import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { browserArgs, findBrowser } from '../../.ci/find-browser.ts';
import { type Demo, isChromium, OPEN_DAY, openPage, startDemo, testInChromium } from './demo.ts';
import { chooseTime, fillGuest, typed, typedIsKept } from './host-page.ts';

/*
 * Back and forward with the page kept as it was (bfcache), which the driver switches off by itself: nothing is loaded anew, so that
 * what the visitor typed is still there, and what others booked meanwhile must be asked for.
 */

let browser: Browser;
let demo: Demo;

beforeAll(async () => {
  if (!isChromium) return;
  [demo, browser] = await Promise.all([
    startDemo('--no-ssr'),
    findBrowser().then((executablePath) =>
      chromium.launch({
        executablePath,
        args: [...browserArgs],
        ignoreDefaultArgs: ['--disable-back-forward-cache'],
      }),
    ),
  ]);
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

/** Counts how often the page was shown again as it was. */
async function countRestores(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    Object.assign(globalThis, { restores: 0 });
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) Object.assign(globalThis, { restores: Reflect.get(globalThis, 'restores') + 1 });
    });
  });
  return () => page.evaluate(() => Reflect.get(globalThis, 'restores') as number);
}

const away = (page: Page) => page.goto('/account');
/** The driver waits for a load, which a page that was kept does not have. */
const back = (page: Page) => page.evaluate(() => history.back()).catch(() => undefined);
const booked = (page: Page) => page.getByRole('heading', { name: 'Request sent' });
const book = (page: Page) => page.getByRole('button', { name: /^Book \w+ \d/ });

testInChromium('a half-filled form is kept, and is sent', async () => {
  const { page, errors } = await openPage(browser, demo);
  await page.goto('/');
  await chooseTime(page);
  await fillGuest(page);
  const restores = await countRestores(page);
  await away(page);
  await back(page);
  await expect.poll(restores).toBe(1);
  expect(await typedIsKept(page)).toEqual([...typed]);
  await book(page).click();
  await booked(page).waitFor();
  expect(errors).toEqual([]);
});

/** Opens the fifth open day of the next month, and gives its times. */
async function openDay(page: Page): Promise<Locator> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Next month' }).first().click();
  await page.getByRole('gridcell', { name: OPEN_DAY }).nth(4).getByRole('button').click();
  const times = page.locator('cb-slot-list .time');
  await times.first().waitFor();
  return times;
}

testInChromium('what somebody else booked meanwhile is no longer offered, and another time can be chosen', async () => {
  const { page, errors } = await openPage(browser, demo);
  const times = await openDay(page);
  const start = String(await times.nth(2).getAttribute('data-start'));
  const restores = await countRestores(page);
  await away(page);
  const { page: other } = await openPage(browser, demo);
  await openDay(other);
  await other.locator(`cb-slot-list [data-start="${start}"]`).click();
  await fillGuest(other, 'other@example.com');
  await book(other).click();
  await booked(other).waitFor();
  await page.bringToFront();
  await back(page);
  await expect.poll(restores).toBe(1);
  await page.locator(`cb-slot-list [data-start="${start}"]`).waitFor({ state: 'detached' });
  await times.first().click();
  await page.getByLabel('Name').waitFor();
  expect(errors).toEqual([]);
});
