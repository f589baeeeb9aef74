import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Booking } from '../../src/contract/booking.ts';
import { OPEN_DAY, openPage, useDemo } from './demo.ts';

const stage = useDemo();

const client = { email: 'client@example.com', password: 'password123' };

/** The client's bookings, asked of the server as the guide does. */
async function bookingsOf(account: typeof client): Promise<readonly Booking[]> {
  const logIn = await fetch(`${stage.demo.url}/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(account),
  });
  const headers = { authorization: `Bearer ${(await logIn.json()).access_token}` };
  const me = await (await fetch(`${stage.demo.url}/auth/me`, { headers })).json();
  const reply = await fetch(`${stage.demo.url}/booking/client/${me.id}`, { headers });
  return (await reply.json()).bookings;
}

/** Chooses an open day of the next month, which has some whatever day it is today, and gives its times. */
async function chooseDay(page: Page) {
  await page.getByRole('button', { name: 'Next month' }).click();
  await page.getByRole('gridcell', { name: OPEN_DAY }).nth(2).getByRole('button').click();
  return page.getByRole('button', { name: /^\d\d:\d\d$/ });
}
const confirmation = (page: Page) => page.getByRole('heading', { name: 'Request sent' });

test('by mouse: a client chooses a time, signs in, books, and the booking is on the server as pending', async () => {
  const known = new Set((await bookingsOf(client)).map(({ id }) => id));
  const { page, errors, foreign } = await openPage(stage.browser, stage.demo);
  await page.goto('/');
  const time = (await chooseDay(page)).nth(1);
  const chosen = (await time.textContent())?.trim();
  await time.click();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('E-mail').fill(client.email);
  await page.getByLabel('Password', { exact: true }).fill(client.password);
  await page.getByRole('form', { name: 'Sign in' }).getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel(/^Notes/).fill('About the offer in Toronto');
  await page.getByRole('button', { name: new RegExp(`^Book \\w+ \\d+ \\w+, ${chosen}$`) }).click();
  await confirmation(page).waitFor();

  const added = (await bookingsOf(client)).filter(({ id }) => !known.has(id));
  expect(added).toMatchObject([{ status: 'pending', duration_minutes: 60, notes: 'About the offer in Toronto' }]);
  expect(errors).toEqual([]);
  // Nothing but the API is talked to, and nothing is kept in the browser unasked.
  expect(foreign).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});

test('by keyboard alone: a guest walks the month by arrow keys and books', async () => {
  const { page, errors } = await openPage(stage.browser, stage.demo);
  await page.goto('/examples/plain-html/');
  await page.locator('cb-booking').getByRole('gridcell', { name: OPEN_DAY }).first().waitFor();
  const reach = async (name: string | RegExp) => {
    const target = page.locator('cb-booking').getByRole('button', { name }).first();
    for (let presses = 0; presses < 60; presses++) {
      if (await target.evaluate((button) => button.matches(':focus'))) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`No way by Tab to ${name}`);
  };
  await reach(OPEN_DAY);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await reach(/^\d\d:\d\d$|^\d+:\d\d [AP]M$/);
  await page.keyboard.press('Enter');
  const name = page.getByLabel('Name');
  await name.waitFor();
  for (let presses = 0; presses < 20 && !(await name.evaluate((field) => field.matches(':focus'))); presses++) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type('Mira Okafor');
  await page.keyboard.press('Tab');
  await page.keyboard.type('mira@example.com');
  await page.keyboard.press('Enter');
  await confirmation(page).waitFor();
  expect(errors).toEqual([]);
});

test('on a 360 px touch screen: a guest books by taps, and the page never scrolls sideways', async () => {
  const small = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
  const { page, errors } = await openPage(stage.browser, stage.demo, small);
  await page.goto('/');
  const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  const times = await chooseDay(page);
  await times.nth(4).waitFor();
  expect(await sideways()).toBe(0);
  await times.nth(4).tap();
  await page.getByLabel('Name').fill('Tomás Reis');
  await page.getByLabel('E-mail').fill('tomas@example.com');
  expect(await sideways()).toBe(0);
  await page.getByRole('button', { name: /^Book / }).tap();
  await confirmation(page).waitFor();
  expect(await sideways()).toBe(0);
  expect(errors).toEqual([]);
});
