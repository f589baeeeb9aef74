import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { TEST_START } from '../../.ci/test-clock.ts';
import { seed } from '../../src/mock/index.ts';
import { openPage, useDemo } from './demo.ts';
import { type Hands, handsAt, screens, type Way, ways } from './hands.ts';
import { people, signIn } from './people.ts';

const stage = useDemo();

let nth = 0;

/** Chooses the hour, the first that is left of a day, and gives name and address. */
async function chooseHour({ page, press, pressDay, type }: Hands, type_ = /A session of an hour/): Promise<void> {
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
  const [, date = '', year = ''] =
    /(\d+) \w+ (\d{4}), \d+ times/.exec(await days.nth(nth % (await days.count())).ariaSnapshot()) ?? [];
  await pressDay(`${year}-${String(next.getUTCMonth() + 1).padStart(2, '0')}-${date.padStart(2, '0')}`);
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

/** The time to undo stands still while the keyboard's focus is on the button. */
async function leaveUndo({ page }: Hands, way: Way): Promise<void> {
  if (way !== 'keyboard') return;
  await page.getByRole('button', { name: /^Undo/ }).waitFor();
  await page.keyboard.press('Tab');
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

test.each(ways)('by %s: a declined card, then another one', async (way) => {
  const { page } = await openPage(stage.browser, stage.demo, screens[way]);
  const hands = handsAt(page, way);
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

test.each(ways)('by %s: who leaves the checkout finds the time held, pays, and is booked', async (way) => {
  const { page } = await openPage(stage.browser, stage.demo, screens[way]);
  const hands = handsAt(page, way);
  await chooseHour(hands);
  await heading(page, 'Pay to book this time').waitFor();
  // Already before the checkout a reload finds the held time again.
  await page.reload();
  await hands.press(page.getByRole('button', { name: /^Pay US\$140/ }));
  await hands.press(page.getByRole('link', { name: 'Back without paying' }));
  await heading(page, 'Not paid').waitFor();
  await page.getByText('Nothing was charged.').waitFor();
  await page.reload();
  await hands.press(page.getByRole('button', { name: /^Pay US\$140/ }));
  await payWith(hands);
  await heading(page, 'Your session is booked').waitFor();
});

test.each(ways)('by %s: who cancels is told before what comes back, and sees when it has', async (way) => {
  const { page, errors } = await openPage(stage.browser, stage.demo, screens[way]);
  const hands = handsAt(page, way);
  await chooseHour(hands);
  await hands.press(page.getByRole('button', { name: /^Pay US\$140/ }));
  await payWith(hands);
  await heading(page, 'Your session is booked').waitFor();
  await hands.press(page.getByRole('link', { name: 'Move or cancel this booking' }));
  await hands.press(page.getByRole('button', { name: /^Cancel,/ }));
  await page.getByText(/^All you paid, US\$140, goes back to the card you paid with/).waitFor();
  await hands.press(page.getByRole('button', { name: 'Cancel session' }));
  await leaveUndo(hands, way);
  await page.getByText(/US\$140 paid · US\$140 refunded on /).waitFor({ timeout: 60_000 });
  expect(errors).toEqual([]);
});

test.each(ways)('by %s: a coach declines, and all goes back', async (way) => {
  const client = await openPage(stage.browser, stage.demo, screens[way]);
  await chooseHour(handsAt(client.page, way), /A walk in the park/);
  await handsAt(client.page, way).press(client.page.getByRole('button', { name: /^Pay US\$210/ }));
  await payWith(handsAt(client.page, way));
  await heading(client.page, 'Request sent').waitFor();
  const { page, errors } = await openPage(stage.browser, stage.demo, screens[way]);
  const hands = handsAt(page, way);
  await page.goto('/coach');
  await signIn(hands, { email: 'maya@example.com', password: 'password123' });
  await hands.press(page.getByRole('button', { name: /^Waiting/ }));
  await hands.press(page.getByRole('button', { name: /^Decline,/ }));
  await page.getByText(/^Mira Okafor gets US\$210 back/).waitFor();
  await hands.press(page.getByRole('button', { name: 'Decline request' }));
  await leaveUndo(hands, way);
  await page.getByText(/US\$210 paid · US\$210 refunded on /).waitFor({ timeout: 60_000 });
  expect(errors).toEqual([]);
  await client.page.reload();
  await heading(client.page, 'This session is cancelled').waitFor();
});

test.each(ways)('by %s: a coach adds what they offer, and a visitor chooses it', async (way) => {
  const { page, errors } = await openPage(stage.browser, stage.demo, screens[way]);
  const hands = handsAt(page, way);
  await page.goto('/coach#sells');
  await signIn(hands, { email: 'maya@example.com', password: 'password123' });
  await hands.press(page.getByRole('button', { name: 'Add a session type' }));
  await hands.type(page.getByLabel('Name', { exact: true }), `Moving day by ${way}`);
  await hands.type(page.getByLabel(/^Price/), '49.50');
  await hands.press(page.getByRole('button', { name: 'Save' }));
  await page
    .getByRole('listitem')
    .filter({ hasText: `Moving day by ${way}` })
    .waitFor();
  await page.goto('/pay/');
  await page.getByRole('button', { name: new RegExp(`Moving day by ${way} 60 min · US\\$49\\.50`) }).waitFor();
  expect(errors).toEqual([]);
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

/** Holds an hour of Maya's for the seeded client, as another page of theirs would. */
async function holdAsClient(url: string): Promise<void> {
  const post = async (path: string, json: object, token?: string) => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    return (await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(json) })).json();
  };
  const coach = `coach/${seed.coaches.maya}`;
  const type = seed.sessionTypes.hour;
  const after = new Date(Date.parse(TEST_START) + 40 * 86_400_000).toISOString();
  const next = await fetch(`${url}/booking/${coach}/availability/next?count=1&session_type_id=${type}&after=${after}`);
  const [slot] = (await next.json()).available_slots;
  const { access_token } = await post('/auth/login', people.client);
  const booking = { coach_id: seed.coaches.maya, session_datetime: slot.start, session_type_id: type };
  expect(await post('/booking', booking, access_token)).toMatchObject({ hold_expires_at: expect.any(String) });
}

test.each(['keyboard', 'touch'] as const)(
  'by %s: a client pays for a held session from their list, leaves the checkout once, and finds it booked',
  async (way) => {
    await holdAsClient(stage.demo.url);
    const { page, errors } = await openPage(stage.browser, stage.demo, screens[way]);
    const hands = handsAt(page, way);
    await page.goto('/account');
    await signIn(hands, people.client);
    await hands.press(page.getByRole('button', { name: /^Pay US\$140, / }));
    await heading(page, 'Pay to book this time').waitFor();
    await hands.press(page.getByRole('button', { name: 'Pay US$140', exact: true }));
    await hands.press(page.getByRole('link', { name: 'Back without paying' }));
    await heading(page, 'Not paid').waitFor();
    await hands.press(page.getByRole('button', { name: 'Pay US$140', exact: true }));
    await payWith(hands);
    await heading(page, 'Your session is booked').waitFor();
    await hands.press(page.getByRole('button', { name: 'All sessions' }));
    await page
      .getByText(/US\$140 paid/)
      .first()
      .waitFor();
    expect(new URL(page.url()).search).toBe('');
    expect(errors).toEqual([]);
  },
);
