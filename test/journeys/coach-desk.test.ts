import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from './accessible.ts';
import { type Demo, openBrowser, openPage, startDemo } from './demo.ts';
import { type Hands, handsAt, screens, ways } from './hands.ts';
import { people, signIn } from './people.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

async function expectNoSideScroll(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

/** Writes over what a field holds, by the same hands. */
async function rewrite({ page, type }: Hands, field: Locator, text: string): Promise<void> {
  await type(field, '');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
  await expect.poll(() => field.inputValue()).toBe(text);
}

describe.each(ways)('by %s', (way) => {
  let demo: Demo;
  beforeAll(async () => {
    demo = await startDemo();
  });
  afterAll(() => demo?.stop());

  test('a coach’s day: answers a request, looks at the week, moves on', async () => {
    const { page, errors } = await openPage(browser, demo, screens[way]);
    const hands = handsAt(page, way);
    await page.goto('/coach');
    await signIn(hands, people.coach);
    await page.getByRole('button', { name: /^Waiting/ }).waitFor();
    const confirm = page.getByRole('button', { name: /^Confirm,/ }).first();
    await hands.press(confirm);
    await page
      .getByText(/session confirmed/)
      .first()
      .waitFor({ state: 'attached' });
    await hands.press(page.getByRole('button', { name: 'Week', exact: true }));
    const week = page.getByRole('region', { name: 'The week by hours' });
    await week.waitFor();
    await hands.press(page.getByRole('button', { name: 'Week after' }));
    await week.waitFor();
    await expectNoSideScroll(page);
    await expectAccessible(page);
    await hands.press(page.getByRole('button', { name: /^Upcoming/ }));
    await hands.press(page.getByRole('button', { name: /^Move,/ }).first());
    await page.getByRole('heading', { name: /^Move the session with/ }).waitFor();
    await hands.press(page.getByRole('button', { name: 'All sessions' }));
    await page.getByRole('heading', { name: 'Bookings' }).waitFor();
    expect(errors).toEqual([]);
  });

  test('a coach’s first hour: signs in, says who they are, and learns that the page takes bookings', async () => {
    const { page, errors } = await openPage(browser, demo, screens[way]);
    const hands = handsAt(page, way);
    await page.goto('/coach#start');
    await signIn(hands, people.coach);
    await page.getByText(/^Your page takes bookings/).waitFor();
    await expectAccessible(page);
    await hands.press(page.getByRole('link', { name: 'Edit the profile' }));
    const headline = page.getByLabel('One line about you');
    await headline.waitFor();
    await rewrite(hands, headline, `Abroad by ${way}`);
    await page
      .getByRole('paragraph')
      .filter({ hasText: `Abroad by ${way}` })
      .first()
      .waitFor();
    await hands.press(page.getByRole('button', { name: 'Save profile' }));
    await page.getByText(/^Saved at/).waitFor();
    await expectNoSideScroll(page);
    await expectAccessible(page);
    await hands.press(page.getByRole('link', { name: 'First steps' }));
    await page.getByText('<cb-booking').or(page.getByLabel('Put it on your site')).first().waitFor();
    expect(await page.getByLabel('Put it on your site').inputValue()).toContain('<cb-booking api=');
    await page.goto('/');
    await page.getByText(`Abroad by ${way}`).first().waitFor();
    expect(errors).toEqual([]);
  });

  test('an admin sees everybody’s bookings, one coach’s hours, and switches an account off and on', async () => {
    const { page, errors } = await openPage(browser, demo, screens[way]);
    const hands = handsAt(page, way);
    await page.goto('/coach');
    await signIn(hands, people.admin);
    await page.getByRole('heading', { name: 'All bookings' }).waitFor();
    await page.getByText('You are signed in as an administrator').first().waitFor();
    await expectAccessible(page);
    await hands.press(page.getByRole('button', { name: 'People' }));
    await hands.press(page.getByRole('button', { name: 'Switch off, Noor Aziz' }));
    await hands.press(page.getByRole('button', { name: 'Switch off now' }));
    await hands.press(page.getByRole('button', { name: 'Switch on, Noor Aziz' }));
    await page.getByRole('button', { name: 'Switch off, Noor Aziz' }).waitFor();
    await expectNoSideScroll(page);
    await hands.press(page.getByRole('button', { name: 'Hours, Lukas Brandt' }));
    await page.getByText('these are the hours of Lukas Brandt').waitFor();
    await page.getByRole('tablist').waitFor();
    await expectNoSideScroll(page);
    await hands.press(page.getByRole('button', { name: 'All bookings' }));
    await page.getByRole('heading', { name: 'All bookings' }).waitFor();
    expect(errors).toEqual([]);
  });
});
