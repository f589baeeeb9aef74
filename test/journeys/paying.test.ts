import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { TEST_START } from '../../.ci/test-clock.ts';
import { seed } from '../../src/mock/index.ts';
import { openPage, useDemo } from './demo.ts';
import { type Hands, handsAt, screens, ways } from './hands.ts';

const stage = useDemo();

let nth = 0;

/** Chooses the hour, a time of its own for each test, and gives name and address. */
async function chooseHour({ page, press, type }: Hands, type_ = /A session of an hour/): Promise<void> {
  await page.goto('/pay/');
  await press(page.getByRole('button', { name: type_ }));
  await press(page.getByRole('button', { name: 'Next month' }));
  // Of the next month alone: while it loads, the days of this one are still there.
  const now = new Date(TEST_START);
  const next = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1));
  const month = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(next);
  const days = page.getByRole('gridcell', { name: new RegExp(`${month}.*\\d times open`) });
  await days.first().waitFor();
  nth += 1;
  await days.nth(nth).getByRole('button').click();
  await press(page.getByRole('button', { name: /^\d\d:\d\d$/ }).first());
  await type(page.getByLabel('Name'), 'Mira Okafor');
  await type(page.getByLabel('E-mail'), 'mira@example.com');
  await press(page.getByRole('button', { name: /^Book / }));
}

async function payWith({ page, press }: Hands, card?: string): Promise<void> {
  await page.getByText('This is a stand-in for Stripe. It is not Stripe').waitFor();
  if (card) await page.getByLabel('Card number').fill(card);
  await press(page.getByRole('button', { name: /^Pay / }));
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });

test.each(ways)('by %s: choose a type, pay, be confirmed', async (way) => {
  const { page, errors, foreign } = await openPage(stage.browser, stage.demo, screens[way]);
  const hands = handsAt(page, way);
  await chooseHour(hands);
  await heading(page, 'Pay to book this time').waitFor();
  expect(await page.getByText(/Held for you until/).isVisible()).toBe(true);
  await hands.press(page.getByRole('button', { name: /^Pay US\$140/ }));
  await payWith(hands);
  await page.getByText(/^Paid US\$140/).waitFor();
  await heading(page, 'Your session is booked').waitFor();
  expect(errors).toEqual([]);
  expect(foreign).toEqual([]);
});

test('a declined card, then another one', async () => {
  const { page } = await openPage(stage.browser, stage.demo);
  const hands = handsAt(page, 'mouse');
  await chooseHour(hands);
  await hands.press(page.getByRole('button', { name: /^Pay US\$140/ }));
  await payWith(hands, '4000000000000002');
  await page.getByText('Your card was declined.').waitFor();
  await payWith(hands, '4242424242424242');
  await heading(page, 'Your session is booked').waitFor();
});

test('a bank that asks first', async () => {
  const { page } = await openPage(stage.browser, stage.demo);
  const hands = handsAt(page, 'mouse');
  await chooseHour(hands);
  await hands.press(page.getByRole('button', { name: /^Pay US\$140/ }));
  await payWith(hands, '4000002500003155');
  await hands.press(page.getByRole('button', { name: 'Complete' }));
  await heading(page, 'Your session is booked').waitFor();
});

test('who leaves the checkout finds the time held, pays, and is booked', async () => {
  const { page } = await openPage(stage.browser, stage.demo);
  const hands = handsAt(page, 'mouse');
  await chooseHour(hands);
  await hands.press(page.getByRole('button', { name: /^Pay US\$140/ }));
  await hands.press(page.getByRole('link', { name: 'Back without paying' }));
  await heading(page, 'Not paid').waitFor();
  await page.getByText('Nothing was charged.').waitFor();
  await page.reload();
  await hands.press(page.getByRole('button', { name: /^Pay US\$140/ }));
  await payWith(hands);
  await heading(page, 'Your session is booked').waitFor();
});

test('who goes back to the times gives the held one back', async () => {
  const { page } = await openPage(stage.browser, stage.demo);
  const hands = handsAt(page, 'mouse');
  await chooseHour(hands);
  await heading(page, 'Pay to book this time').waitFor();
  await hands.press(page.getByRole('button', { name: 'Choose another time' }));
  await page.getByRole('button', { name: 'Next month' }).waitFor();
  const reply = await fetch(`${stage.demo.url}/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'maya@example.com', password: 'password123' }),
  });
  const headers = { authorization: `Bearer ${(await reply.json()).access_token}` };
  const list = await fetch(`${stage.demo.url}/booking/coach/${seed.coaches.maya}?status=pending`, { headers });
  const held = ((await list.json()) as { bookings: { hold_expires_at?: string }[] }).bookings;
  expect(held.filter((booking) => booking.hold_expires_at)).toEqual([]);
});

test('a free type is booked at once, without a word of paying', async () => {
  const { page } = await openPage(stage.browser, stage.demo);
  await chooseHour(handsAt(page, 'mouse'), /Intro call/);
  await heading(page, 'Your session is booked').waitFor();
});
