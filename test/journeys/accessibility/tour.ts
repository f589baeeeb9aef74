import type { Page } from 'playwright-core';
import { OPEN_DAY } from '../demo.ts';
import { handsAt } from '../hands.ts';
import { chooseTime, fillGuest, hostPage, snippet } from '../host-page.ts';
import { people, signIn } from '../people.ts';

/** Every state that a visitor or a coach comes to, each by its name once the page is in it. */
export type Tour = (page: Page) => AsyncGenerator<string>;

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).first();
const openDay = (page: Page, nth = 0) => page.getByRole('gridcell', { name: OPEN_DAY }).nth(nth).getByRole('button');

/** A guest who books: the month to the confirmation, with what goes wrong on the way. */
export async function* booking(page: Page): AsyncGenerator<string> {
  await page.goto('/');
  await openDay(page).waitFor();
  yield 'the month';
  await button(page, /^Times in|zone/i).click();
  await page.getByRole('option').first().waitFor();
  await page.locator('[popover]:popover-open').first().waitFor();
  yield 'the time zones';
  await page.keyboard.press('Escape');
  await button(page, 'Next month').click();
  await openDay(page, 2).click();
  await button(page, /^\d\d:\d\d$/).waitFor();
  yield 'the times of a day';
  await page.reload();
  await chooseTime(page);
  yield 'the details';
  await button(page, 'Add guests').click();
  await button(page, /^Book \w+ \d/).click();
  await page.getByText('things to correct').waitFor();
  yield 'errors beside the fields';
  await button(page, 'Sign in').click();
  await page.getByLabel('Password', { exact: true }).waitFor();
  yield 'signing in';
  await button(page, /forg/i).click();
  await heading(page, /password/i).waitFor();
  yield 'a forgotten password';
  await page
    .getByRole('button', { name: /back to sign|sign in/i })
    .last()
    .click();
  await button(page, 'Go on without an account').click();
  await fillGuest(page, 'tour@example.com');
  await button(page, /^Book \w+ \d/).click();
  await heading(page, 'Request sent').waitFor();
  yield 'the confirmation';
  await button(page, /Add to calendar/).click();
  await page.locator('[role="menuitem"]:focus').waitFor();
  yield 'the calendars to add it to';
}

/** A client at their own sessions. */
export async function* ownBookings(page: Page): AsyncGenerator<string> {
  await page.goto('/account');
  await heading(page, 'Sign in').waitFor();
  await signIn(handsAt(page, 'mouse'), people.client);
  await page.getByRole('article').first().waitFor();
  yield 'own sessions';
  await button(page, /^Cancel,/).click();
  await button(page, 'Keep it').waitFor();
  yield 'the question before a session is cancelled';
  await button(page, 'Keep it').click();
  await button(page, /^Move,/).click();
  await openDay(page).click();
  await button(page, /^\d\d:\d\d$/).click();
  await button(page, /^Move to/).waitFor();
  yield 'a session that is moved';
}

/** What is sold and found. */
export async function* selling(page: Page): AsyncGenerator<string> {
  await page.goto('/pay/');
  await heading(page, 'What would you like to book?').waitFor();
  yield 'session types';
  await button(page, /A session of an hour/).click();
  await button(page, 'Next month').click();
  await openDay(page, 3).click();
  await button(page, /^\d\d:\d\d$/).click();
  await page.getByLabel('Name').waitFor();
  await fillGuest(page, 'tour-pays@example.com');
  await button(page, /^Book /).click();
  await heading(page, 'Pay to book this time').waitFor();
  yield 'paying';
  await page.goto('/find-a-coach');
  await button(page, /^See times/).waitFor();
  yield 'the list of coaches';
  await page.goto('/button');
  await button(page, /book/i).click();
  await openDay(page).waitFor();
  yield 'the dialog';
}

/** A server that does not answer. */
export async function* trouble(page: Page): AsyncGenerator<string> {
  await page.route(/\/(coaches|booking)\//, (route) =>
    route.fulfill({ status: 500, contentType: 'application/json', body: '{}' }),
  );
  // The main page has its times from the start.
  await hostPage(page, `<main><h1>Book</h1>${snippet()}</main>`, '<title>Book</title>');
  await page.goto('/host');
  await page
    .getByRole('button', { name: /try again/i })
    .first()
    .waitFor();
  yield 'times that did not load';
}

/** The coach's desk, tab by tab, with the forms that open there. */
export async function* desk(page: Page): AsyncGenerator<string> {
  await page.goto('/coach');
  await heading(page, 'Sign in').waitFor();
  yield 'the coach signs in';
  await signIn(handsAt(page, 'mouse'), people.coach);
  await page.getByRole('article').first().waitFor();
  yield 'the coach’s bookings';
  await button(page, /^Decline,|^Cancel,/).click();
  await button(page, /Keep it/).waitFor();
  yield 'the question before a request is declined';
  await button(page, /Keep it/).click();
  const tab = async (name: string) => {
    await page.locator('.tabs').getByRole('link', { name, exact: true }).click();
  };
  await tab('First steps');
  await page.locator('cb-first-steps').getByRole('heading').first().waitFor();
  yield 'first steps';
  await tab('Profile');
  await page.locator('cb-coach-profile').getByLabel(/name/i).first().waitFor();
  yield 'the profile';
  await tab('Hours');
  await heading(page, /^Hours$/).waitFor();
  await page.locator('cb-availability-editor').getByRole('button').nth(5).waitFor();
  yield 'the hours of a week';
  await tab('What you offer');
  await page.locator('cb-session-types').getByRole('heading').first().waitFor();
  yield 'what the coach offers';
  await tab('Calendars');
  await page.getByText('Google').first().waitFor();
  yield 'the coach’s calendars';
  await tab('Messages');
  await page.locator('cb-message-settings').getByRole('checkbox').first().waitFor();
  yield 'the coach’s messages';
  await tab('Webhooks');
  await page.locator('cb-webhooks').getByRole('button').first().waitFor();
  yield 'webhooks';
}
