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

/** A coach who was just added: an account, and nothing else. */
async function newCoach(demo: Demo, way: string) {
  const person = { email: `nia.${way}@example.com`, password: 'a fresh Coach 7' };
  const reply = await fetch(`${demo.url}/auth/signup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...person, name: 'Nia Okoro', role: 'coach' }),
  });
  expect(reply.ok, 'the account is made').toBe(true);
  return person;
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

  test('a coach’s first hour: a new coach, with nothing yet, comes to a page that takes bookings', async () => {
    const nia = await newCoach(demo, way);
    const { page, errors } = await openPage(browser, demo, screens[way]);
    const hands = handsAt(page, way);
    const go = (name: string) => hands.press(page.getByRole('link', { name, exact: true }));
    await page.goto('/coach#start');
    await signIn(hands, nia);
    await page.getByText(/^2 steps are left/).waitFor();
    await expectNoSideScroll(page);
    await expectAccessible(page);

    await go('Edit the profile');
    await rewrite(hands, page.getByLabel('One line about you'), `Abroad by ${way}`);
    await page
      .getByRole('paragraph')
      .filter({ hasText: `Abroad by ${way}` })
      .first()
      .waitFor();
    await hands.press(page.getByRole('button', { name: 'Save profile' }));
    await page.getByText(/^Saved at/).waitFor();
    await expectNoSideScroll(page);
    await expectAccessible(page);
    await go('First steps');
    await page.getByText(/^One step is left/).waitFor();

    await go('Set hours');
    await hands.press(page.getByRole('button', { name: 'Add hours on Monday' }));
    const save = page.getByRole('button', { name: /^Save( changes)?$/, disabled: false });
    await save.waitFor();
    await expectNoSideScroll(page);
    await expectAccessible(page);
    await hands.press(save);
    await page
      .getByText(/^Saved at/)
      .filter({ visible: true })
      .waitFor();
    await go('First steps');
    await page.getByText(/^Your page takes bookings/).waitFor();
    const snippet = await page.getByLabel('Put it on your site').inputValue();
    const [, id] = /<cb-booking api="[^"]*" coach="([^"]*)">/.exec(snippet) ?? [];
    await expectAccessible(page);

    await page.goto('/find-a-coach');
    await page.getByText(`Abroad by ${way}`).first().waitFor();
    const open = await fetch(`${demo.url}/booking/coach/${id}/availability/next?count=1`);
    expect((await open.json()).available_slots, 'what the snippet books has a time').toHaveLength(1);
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
