import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Booking } from '../../src/contract/booking.ts';
import { UNDO_MS } from '../../src/core/bookings/undo-time.ts';
import { type Demo, openBrowser, openPage, startDemo } from './demo.ts';
import { type Hands, handsAt, screens, type Way, ways } from './hands.ts';
import { callAs, type Person, people, signIn } from './people.ts';

/** The three workflows of the guide, from start to end on the pages of the demo, by each way of using a page. */

const MORNING = '2027-03-02T08:00:00Z';
const DAY = '2027-03-06';

let browser: Browser;
let demo: Demo;
let data: string;
const errors: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'culturebridge-journey-'));
  await startAt(MORNING);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await demo.stop();
  rmSync(data, { recursive: true, force: true });
  expect(errors.splice(0)).toEqual([]);
});

/** The server of the same bookings at another time. */
async function startAt(clock: string): Promise<void> {
  demo = await startDemo('--clock', clock, '--data', join(data, 'bookings.sqlite'));
}

/** Time passes: everybody closes the browser and comes back later. */
async function comeBackAt(clock: string): Promise<void> {
  for (const context of browser.contexts()) await context.close();
  await demo.stop();
  await startAt(clock);
}

/** The time in which a cancellation can be undone. It stands still while the focus or the pointer is on its button. */
async function undoTimePasses(page: Page): Promise<void> {
  await page.mouse.move(1, 1);
  await page.locator('[data-heading]').focus();
  await expect
    .poll(async () => {
      await page.clock.fastForward(UNDO_MS);
      return page.getByRole('button', { name: /^Undo/ }).count();
    })
    .toBe(0);
}

/** Opens a page at the server's time of day. */
async function at(path: string, way: Way, clock: string): Promise<Hands> {
  const watch = await openPage(browser, demo, screens[way]);
  const { page } = watch;
  page.on('pageerror', ({ message }) => errors.push(message));
  page.setDefaultTimeout(15_000);
  await page.clock.install({ time: clock });
  await page.goto(path);
  return handsAt(page, way);
}

const bookings = async (person: Person, side: 'client' | 'coach') =>
  ((await callAs(demo.url, person, `/booking/${side}/{me}`)) as { bookings: Booking[] }).bookings;
const bookingAt = async (start: string) => {
  const found = (await bookings(people.client, 'client')).find(({ session_datetime }) => session_datetime === start);
  if (!found) throw new Error(`Nothing is booked at ${start}`);
  return found;
};

const row = ({ page }: Hands, when: string) => page.getByRole('article', { name: when });
const sideways = ({ page }: Hands) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

describe.each(ways)('by %s', (way) => {
  test('a client finds a coach and books, the coach confirms, they meet, the coach completes', async () => {
    let client = await at('/find-a-coach', way, MORNING);
    await client.press(client.page.getByRole('button', { name: 'See times with Ana Keller' }));
    await client.pressDay(DAY);
    await client.press(client.page.getByRole('button', { name: '10:00', exact: true }));
    await client.press(client.page.getByRole('button', { name: 'Sign in' }));
    await signIn(client, people.client);
    await client.type(client.page.getByLabel(/^Notes/), 'About the offer in Toronto');
    expect(await sideways(client)).toBe(0);
    await client.press(client.page.getByRole('button', { name: 'Book Saturday 6 March, 10:00' }));
    await client.page.getByRole('heading', { name: 'Request sent' }).waitFor();
    await client.page.getByRole('button', { name: 'Add to calendar' }).waitFor();
    expect(await bookingAt('2027-03-06T09:00:00Z')).toMatchObject({
      status: 'pending',
      notes: 'About the offer in Toronto',
    });

    let coach = await at('/coach', way, '2027-03-02T08:10:00Z');
    await signIn(coach, people.coach);
    const asked = row(coach, 'Saturday, 6 March 2027, 10:00–11:00');
    await asked.getByText('About the offer in Toronto').waitFor();
    expect(await sideways(coach)).toBe(0);
    await coach.press(asked.getByRole('button', { name: 'Confirm' }));
    await coach.page.getByRole('status').filter({ hasText: 'Confirmed' }).waitFor();
    await coach.press(coach.page.getByRole('button', { name: /^Upcoming/ }));
    await row(coach, 'Saturday, 6 March 2027, 10:00–11:00').getByText('Confirmed').waitFor();
    expect((await bookingAt('2027-03-06T09:00:00Z')).status).toBe('confirmed');

    await comeBackAt('2027-03-06T08:50:00Z');
    client = await at('/account', way, '2027-03-06T08:50:00Z');
    await signIn(client, people.client);
    const confirmed = row(client, 'Saturday, 6 March 2027, 10:00–11:00');
    await confirmed.getByText('Confirmed').waitFor();
    expect(await sideways(client)).toBe(0);

    await comeBackAt('2027-03-06T11:00:00Z');
    coach = await at('/coach', way, '2027-03-06T11:00:00Z');
    await signIn(coach, people.coach);
    await coach.press(coach.page.getByRole('button', { name: /^To complete/ }));
    await coach.press(
      row(coach, 'Saturday, 6 March 2027, 10:00–11:00').getByRole('button', { name: 'Mark as completed' }),
    );
    await coach.page.getByRole('status').filter({ hasText: 'Completed' }).waitFor();

    client = await at('/account', way, '2027-03-06T11:01:00Z');
    await signIn(client, people.client);
    await client.press(client.page.getByRole('button', { name: 'Past' }));
    await row(client, 'Saturday, 6 March 2027, 10:00–11:00').getByText('Completed').waitFor();
    expect((await bookingAt('2027-03-06T09:00:00Z')).status).toBe('completed');
  });

  test('a client cancels, takes it back, and cancels for good with a reason', async () => {
    const before = (await bookings(people.client, 'client')).find(({ status }) => status === 'confirmed');
    const client = await at('/account', way, MORNING);
    await signIn(client, people.client);
    const mine = client.page.getByRole('article').first();
    await client.press(mine.getByRole('button', { name: /^Cancel,/ }));
    await client.press(mine.getByRole('button', { name: 'Cancel session' }));
    await client.press(mine.getByRole('button', { name: /^Undo/ }));
    await client.page.getByRole('status').filter({ hasText: 'The session is kept.' }).waitFor();
    expect(await bookings(people.client, 'client')).toContainEqual(before);

    await client.press(mine.getByRole('button', { name: /^Cancel,/ }));
    await client.type(mine.getByLabel(/^Reason/), 'I am ill');
    expect(await sideways(client)).toBe(0);
    await client.press(mine.getByRole('button', { name: 'Cancel session' }));
    await mine.getByRole('button', { name: /^Undo/ }).waitFor();
    // It is gone from what is to come when it can no longer be taken back.
    await undoTimePasses(client.page);
    await client.press(client.page.getByRole('button', { name: 'Cancelled' }));
    await client.page.getByRole('article').filter({ hasText: 'I am ill' }).getByText('Cancelled').waitFor();
    const after = (await bookings(people.client, 'client')).find(({ id }) => id === before?.id);
    expect(after).toMatchObject({ status: 'cancelled', cancellation_reason: 'I am ill' });
  });

  test('a client moves a session to another time', async () => {
    const client = await at('/account', way, MORNING);
    await signIn(client, people.client);
    const mine = client.page.getByRole('article').first();
    await client.press(mine.getByRole('button', { name: /^Move/ }));
    await client.pressDay('2027-03-11');
    await client.press(client.page.getByRole('button', { name: '15:30', exact: true }));
    expect(await sideways(client)).toBe(0);
    await client.press(client.page.getByRole('button', { name: 'Move to Thursday 11 March, 15:30' }));
    await client.page.getByRole('status').filter({ hasText: 'Moved to Thursday 11 March, 15:30' }).waitFor();
    await row(client, 'Thursday, 11 March 2027, 15:30–16:30').waitFor();
    expect((await bookingAt('2027-03-11T14:30:00Z')).status).toBe('confirmed');
  });

  test('a guest books, opens the booking again by its link, and cancels it', async () => {
    const guest = await at('/', way, MORNING);
    const { page } = guest;
    await guest.pressDay(DAY);
    await guest.press(page.getByRole('button', { name: '12:00', exact: true }));
    await guest.type(page.getByLabel('Name'), 'Mira Okafor');
    await guest.type(page.getByLabel('E-mail'), 'mira@example.com');
    await guest.press(page.getByRole('button', { name: 'Book Saturday 6 March, 12:00' }));
    await page.getByRole('heading', { name: 'Request sent' }).waitFor();
    const link = await page.getByRole('link', { name: 'Move or cancel this booking' }).getAttribute('href');
    const later = await at(link ?? '', way, '2027-03-03T08:00:00Z');
    const mine = row(later, 'Saturday, 6 March 2027, 12:00–13:00');
    await later.press(mine.getByRole('button', { name: /^Cancel,/ }));
    await later.press(mine.getByRole('button', { name: 'Cancel session' }));
    await mine.getByRole('button', { name: /^Undo/ }).waitFor();
    // Leaving the page does not take it back.
    await later.page.goto('about:blank');
    const made = async () =>
      (await bookings(people.coach, 'coach')).find(
        ({ session_datetime }) => session_datetime === '2027-03-06T11:00:00Z',
      );
    await expect.poll(async () => (await made())?.status, { timeout: 20_000 }).toBe('cancelled');
  });

  test('a client finds the way in when the session is near', async () => {
    const near = '2027-03-08T07:50:00Z';
    const seeded = await bookings(people.client, 'client');
    expect(seeded.map(({ session_datetime }) => session_datetime)).toContain('2027-03-08T08:00:00Z');
    await comeBackAt(near);
    const client = await at('/account', way, near);
    await signIn(client, people.client);
    const join = row(client, 'Monday, 8 March 2027, 09:00–10:00').getByRole('link', { name: 'Join' });
    await join.waitFor();
    expect(await join.getAttribute('href')).toMatch(/^https:\/\/meet\.example\.com\//);
  });

  test('a coach cancels two sessions at once', async () => {
    const coach = await at('/coach', way, MORNING);
    await signIn(coach, people.coach);
    await coach.press(coach.page.getByRole('button', { name: /^Upcoming/ }));
    const boxes = coach.page.getByRole('checkbox', { name: /^Select (?!all)/ });
    await coach.press(boxes.nth(0));
    await coach.press(boxes.nth(1));
    expect(await sideways(coach)).toBe(0);
    await coach.press(coach.page.getByRole('button', { name: 'Cancel 2' }));
    await coach.type(coach.page.getByLabel(/^Reason/), 'I am ill');
    expect(await sideways(coach)).toBe(0);
    await coach.press(coach.page.getByRole('button', { name: 'Cancel 2 sessions' }));
    await coach.press(coach.page.getByRole('button', { name: 'Undo all' }));
    await coach.page.getByRole('status').filter({ hasText: '2 sessions are kept.' }).waitFor();

    await coach.press(boxes.nth(0));
    await coach.press(boxes.nth(1));
    await coach.press(coach.page.getByRole('button', { name: 'Cancel 2' }));
    await coach.press(coach.page.getByRole('button', { name: 'Cancel 2 sessions' }));
    await coach.page.getByRole('button', { name: /^Undo/ }).first().waitFor();
    await undoTimePasses(coach.page);
    await expect
      .poll(async () => (await bookings(people.coach, 'coach')).filter(({ status }) => status === 'cancelled'))
      .toHaveLength(2);
  });
});
