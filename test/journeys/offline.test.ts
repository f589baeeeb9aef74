import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { OPEN_DAY, openPage, useDemo } from './demo.ts';
import { screens } from './hands.ts';
import { chooseTime, fillGuest, hostPage, snippet, typed, typedIsKept } from './host-page.ts';

/** A connection that drops at any step and comes back: nothing typed is lost, and the visitor goes on where they were. */

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
