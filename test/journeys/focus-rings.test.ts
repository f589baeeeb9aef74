import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { OPEN_DAY, openPage, useDemo } from './demo.ts';
import { cutRings } from './focus-rings.ts';
import { handsAt } from './hands.ts';
import { chooseTime, fillGuest } from './host-page.ts';
import { people, signIn } from './people.ts';

/** The ring of whatever has the focus is seen whole: measured at every control of every step. */

const stage = useDemo();

const times = (page: Page) => page.getByRole('button', { name: /^\d\d:\d\d$/ });

test('the measure sees a ring that is clipped, one that is covered, and one that is missing', async () => {
  const { page } = await openPage(stage.browser, stage.demo);
  await page.setContent(`<style>button:focus { outline: 2px solid red; outline-offset: 2px; }</style>
    <div style="overflow: clip; width: 200px"><button style="width: 100%">Clipped</button></div>
    <div style="position: relative"><button>Covered</button><div style="position: absolute; inset: 0">Above</div></div>
    <button style="outline: none">Bare</button><p><button>Whole</button></p>`);
  expect(await cutRings(page)).toEqual([
    'button “Clipped” is cut by div “Clipped”',
    'button “Covered” lies under div “Above”',
    'button “Bare” has no ring',
  ]);
});

describe.each([360, 1280])('at %i px no focus ring is cut', (width) => {
  const open = async (path: string, touch = width < 500): Promise<Page> => {
    const options = { viewport: { width, height: 800 }, ...(touch && { hasTouch: true, isMobile: true }) };
    const { page } = await openPage(stage.browser, stage.demo, { ...options, reducedMotion: 'reduce' });
    await page.goto(path);
    return page;
  };

  test('from the month to the confirmation', async () => {
    const page = await open('/');
    await page.getByRole('gridcell', { name: OPEN_DAY }).first().waitFor();
    expect(await cutRings(page), 'the month').toEqual([]);
    await page.getByRole('button', { name: 'Next month' }).first().click();
    await page.getByRole('gridcell', { name: OPEN_DAY }).nth(2).getByRole('button').click();
    await times(page).first().waitFor();
    expect(await cutRings(page), 'the times, and the week on a phone').toEqual([]);
    await page.reload();
    await chooseTime(page);
    await page.getByRole('button', { name: 'Add guests' }).click();
    await page.getByRole('button', { name: /^Book \w+ \d/ }).click();
    await page.getByText('things to correct').waitFor();
    expect(await cutRings(page), 'the details').toEqual([]);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByLabel('Password', { exact: true }).waitFor();
    expect(await cutRings(page), 'signing in').toEqual([]);
    await page.getByRole('button', { name: 'Go on without an account' }).click();
    await fillGuest(page, `rings${width}@example.com`);
    await page.getByRole('button', { name: /^Book \w+ \d/ }).click();
    await page.getByRole('heading', { name: 'Request sent' }).waitFor();
    expect(await cutRings(page), 'the confirmation').toEqual([]);
  });

  test('where a client moves and cancels', async () => {
    const page = await open('/account');
    await signIn(handsAt(page, 'mouse'), people.client);
    await page
      .getByRole('button', { name: /^Cancel,/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Keep it' }).waitFor();
    expect(await cutRings(page), 'the list and the question').toEqual([]);
    await page.getByRole('button', { name: 'Keep it' }).click();
    await page
      .getByRole('button', { name: /^Move,/ })
      .first()
      .click();
    await page.getByRole('gridcell', { name: OPEN_DAY }).first().getByRole('button').click();
    await times(page).first().waitFor();
    expect(await cutRings(page), 'other times').toEqual([]);
    await times(page).first().click();
    await page.getByRole('button', { name: /^Move to/ }).waitFor();
    expect(await cutRings(page), 'the time to move to').toEqual([]);
  });

  test('at the coach’s desk', async () => {
    const page = await open('/coach');
    await signIn(handsAt(page, 'mouse'), people.coach);
    await page.getByRole('article').first().waitFor();
    expect(await cutRings(page), 'bookings').toEqual([]);
    await page.getByRole('link', { name: 'Hours' }).click();
    await page.getByRole('heading', { name: 'Hours', exact: true }).waitFor();
    expect(await cutRings(page), 'hours').toEqual([]);
    await page.getByRole('link', { name: 'Calendars' }).click();
    await page.getByText('Google').first().waitFor();
    expect(await cutRings(page), 'calendars').toEqual([]);
  });

  test('where a session type is chosen and paid, where a coach is found, and in a dialog', async () => {
    const page = await open('/pay/');
    await page.getByRole('heading', { name: 'What would you like to book?' }).waitFor();
    expect(await cutRings(page), 'session types').toEqual([]);
    await page.goto('/find-a-coach');
    await page
      .getByRole('button', { name: /^See times/ })
      .first()
      .waitFor();
    expect(await cutRings(page), 'coaches').toEqual([]);
    await page.goto('/button');
    await page.getByRole('button', { name: /book/i }).first().click();
    await page.getByRole('gridcell', { name: OPEN_DAY }).first().waitFor();
    expect(await cutRings(page), 'the dialog').toEqual([]);
  });
});
