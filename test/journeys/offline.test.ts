import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { OPEN_DAY, openPage, useDemo } from './demo.ts';
import { screens } from './hands.ts';
import { ANA, chooseTime, fillGuest, holdBack, hostPage, snippet, typed, typedIsKept } from './host-page.ts';

/** A connection that drops at any step and comes back: nothing typed is lost, and the visitor goes on where they were. */

/** A coach who asks questions. */
const TOMAS = '323e4567-e89b-12d3-a456-426614174005';

const stage = useDemo();

const booked = (page: Page) => page.getByRole('heading', { name: 'Request sent' });
const banner = (page: Page) => page.getByText('You are offline');

async function open(screen: keyof typeof screens): Promise<{ page: Page; context: BrowserContext }> {
  const { page } = await openPage(stage.browser, stage.demo, screens[screen]);
  await hostPage(page, snippet());
  await page.goto('/host');
  await page.getByRole('gridcell', { name: OPEN_DAY }).first().waitFor();
  // What stands beside the times has arrived.
  await page.getByRole('button', { name: /Times in Berlin/ }).waitFor();
  return { page, context: page.context() };
}

describe.each(['mouse', 'touch'] as const)('on a %s screen', (screen) => {
  test('a time chosen without a connection opens by itself once there is one again', async () => {
    const { page, context } = await open(screen);
    await page.getByRole('button', { name: 'Next month' }).first().waitFor();
    await context.setOffline(true);
    await banner(page).waitFor();
    const day = page.getByRole('gridcell', { name: OPEN_DAY }).last();
    await day.getByRole('button').click();
    await page
      .getByRole('button', { name: /^\d\d:\d\d$/ })
      .first()
      .click();
    const failed = page.getByText('The next step could not be loaded');
    await failed.waitFor();
    const focused = () =>
      page.evaluate(() => document.querySelector('cb-booking')?.shadowRoot?.activeElement?.className);
    await expect.poll(focused).toBe('failed');
    await page.getByRole('button', { name: 'Try again' }).click();
    await failed.waitFor();
    await context.setOffline(false);
    await page.getByLabel('Name').waitFor();
    expect(await banner(page).isVisible()).toBe(false);
    await fillGuest(page);
    await page.getByRole('button', { name: /^Book \w+ \d/ }).click();
    await booked(page).waitFor();
  });

  test('a guest whose booking could not be sent is booked once, without an account, when there is a connection', async () => {
    const { page, context } = await open(screen);
    await chooseTime(page, screen === 'mouse' ? 3 : 4);
    const email = `${screen}@example.com`;
    await fillGuest(page, email);
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(new URL(request.url()).pathname);
    });
    await context.setOffline(true);
    await page.getByRole('button', { name: /^Book \w+ \d/ }).click();
    await page.getByText(/sent as soon as you are online/).waitFor();
    expect(await typedIsKept(page)).toEqual([typed[0], email, typed[2]]);
    sent.length = 0;
    await context.setOffline(false);
    await booked(page).waitFor();
    expect(sent).toEqual(['/auth/guest', '/booking']);
  });
});

test('what only some visitors need is asked for again when it did not arrive, and nothing is booked without it', async () => {
  const { page } = await openPage(stage.browser, stage.demo);
  const late = /\/(time-zone-list|asked-fields)-[^/]*$/;
  await page.route(late, (route) => route.abort());
  await hostPage(page, snippet());
  await page.goto('/host');
  const zone = page.getByRole('button', { name: /Times in Berlin/ });
  await zone.click();
  await page.getByText('The list could not be loaded').waitFor();
  await page.unroute(late);
  // While it is loading, another press changes nothing, and whoever went on is not called back.
  const arrive = await holdBack(page, late);
  await zone.click();
  await zone.click();
  await expect.poll(() => zone.getAttribute('aria-busy')).toBe('true');
  const clock = page.getByRole('radio', { name: '24 h' });
  await clock.focus();
  arrive();
  await expect.poll(() => zone.getAttribute('aria-busy')).toBe('false');
  expect(await clock.evaluate((radio) => radio.matches(':focus'))).toBe(true);
  expect(await zone.getAttribute('aria-expanded')).toBe('false');
  await zone.click();
  await page.getByRole('combobox', { name: 'Search by city, country or offset' }).waitFor();
  await page.keyboard.press('Escape');
  await page.unroute(late);

  // A coach with questions: the step waits for them.
  await page.route(late, (route) => route.abort());
  await hostPage(page, snippet().replace(ANA, TOMAS));
  await page.goto('/host');
  await page.getByRole('gridcell', { name: OPEN_DAY }).first().getByRole('button').click();
  await page
    .getByRole('button', { name: /^\d\d:\d\d$/ })
    .first()
    .click();
  await page.getByText('The next step could not be loaded').waitFor();
  await page.unroute(late);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('radiogroup').first().waitFor();

  // The form on a page of its own.
  await page.route(late, (route) => route.abort());
  const start = '2027-03-02T10:00:00Z';
  await hostPage(page, `<cb-booking-form api="/" coach="${TOMAS}" start="${start}" duration="60"></cb-booking-form>`);
  await page.goto('/host');
  await page.getByText('A part of this form could not be loaded').waitFor();
  await fillGuest(page);
  const sent: string[] = [];
  page.on('request', (request) => void (request.method() === 'POST' && sent.push(request.url())));
  const book = page.getByRole('button', { name: /^Book \w+ \d/ });
  await Promise.all([page.waitForRequest(late), book.click()]);
  await page.getByText('A part of this form could not be loaded').waitFor();
  await page.unroute(late);
  await book.click();
  await page.getByText(/things? to correct/).waitFor();
  await page.getByRole('radiogroup').first().waitFor();
  expect(sent).toEqual([]);
  expect(await page.getByText('A part of this form could not be loaded').count()).toBe(0);
});

describe('the sign-in that did not arrive', () => {
  const signIn = /\/sign-in-[^/]*$/;
  const lacking = (page: Page) => page.getByText('A part of this form could not be loaded');
  const onFailure = (page: Page) =>
    page.evaluate(() => {
      let focused = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      return focused?.getAttribute('role');
    });

  /** A page where the first request for the steps failed: they come under another address, and so must what imports them. */
  async function openSecondTry(): Promise<Page> {
    const { page } = await openPage(stage.browser, stage.demo);
    await page.route(/\/booking-steps-[^/?]*$/, (route) => route.abort(), { times: 1 });
    await page.route(signIn, (route) => route.abort());
    await hostPage(page, snippet());
    await page.goto('/host');
    return page;
  }

  test('is said where it was asked for, and comes at the next press; what was typed is kept', async () => {
    const page = await openSecondTry();
    const steps: string[] = [];
    page.on('request', (request) => void (request.url().includes('/booking-steps-') && steps.push(request.url())));
    await chooseTime(page, 2);
    await fillGuest(page);
    const link = page.getByRole('button', { name: 'Sign in' });
    await link.click();
    await lacking(page).waitFor();
    await expect.poll(() => onFailure(page)).toBe('alert');
    expect(await typedIsKept(page)).toEqual(typed);
    await page.unroute(signIn);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await expect
      .poll(() => page.getByRole('heading', { name: 'Sign in' }).evaluate((it) => it.matches(':focus')))
      .toBe(true);
    await page.getByRole('button', { name: 'Go on without an account' }).click();
    expect(await typedIsKept(page)).toEqual(typed);
    expect(await lacking(page).count()).toBe(0);
    // Under its own address, and once more: the sign-in has the steps that arrived, not others of its own.
    expect(steps).toHaveLength(2);
  });

  test('is said where an account is needed, and comes at the next press', async () => {
    const page = await openSecondTry();
    // A backend that knows no guests.
    await page.route('**/auth/guest', (route) => route.fulfill({ status: 404, json: { detail: 'Not found' } }));
    await chooseTime(page, 3);
    await fillGuest(page, 'second-try@example.com');
    await page.getByRole('button', { name: /^Book \w+ \d/ }).click();
    await lacking(page).waitFor();
    await expect.poll(() => onFailure(page)).toBe('alert');
    await page.unroute(signIn);
    await page.getByRole('button', { name: 'Try again' }).click();
    const heading = page.getByRole('heading', { name: 'Create an account' });
    await expect.poll(() => heading.evaluate((it) => it.matches(':focus'))).toBe(true);
    await page.getByLabel('New password', { exact: true }).fill('long enough');
    await page.getByRole('button', { name: 'Create account' }).click();
    await booked(page).waitFor();
  });

  test('is on its way: the form stays as it is, and the sign-in takes its place with the focus', async () => {
    const { page } = await openPage(stage.browser, stage.demo);
    const arrive = await holdBack(page, signIn);
    await hostPage(page, snippet());
    await page.goto('/host');
    await chooseTime(page, 4);
    await fillGuest(page);
    const link = page.getByRole('button', { name: 'Sign in' });
    await link.click();
    await expect.poll(() => link.getAttribute('aria-disabled')).toBe('true');
    expect(await link.evaluate((it) => it.matches(':focus'))).toBe(true);
    expect(await typedIsKept(page)).toEqual(typed);
    arrive();
    const heading = page.getByRole('heading', { name: 'Sign in' });
    await expect.poll(() => heading.evaluate((it) => it.matches(':focus'))).toBe(true);
  });
});
