import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { expectAccessible } from './accessible.ts';
import { openBrowser, openPage } from './demo.ts';
import { type GuideBackend, startGuideBackend } from './guide-backend.ts';
import { handsAt, screens } from './hands.ts';
import { people, signIn } from './people.ts';

/** On a backend that has the guide's calls alone. */

let browser: Browser;
let backend: GuideBackend;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});
beforeEach(async () => {
  backend = await startGuideBackend();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await backend.stop();
});

async function open(path: string) {
  const { page } = await openPage(browser, backend, screens.mouse);
  await page.clock.install({ time: '2025-11-05T10:30:00Z' });
  await page.goto(path);
  return handsAt(page, 'mouse');
}

test('a client books; no length to choose and no price is shown', async () => {
  const visitor = await open('/visitor');
  const { page } = visitor;
  await visitor.pressDay('2025-11-18');
  await page.getByRole('button', { name: '11:00', exact: true }).waitFor();
  await expectAccessible(page);
  const widget = page.locator('cb-booking');
  expect(await widget.getByRole('radio', { name: /\d min/ }).count()).toBe(0);
  expect(await widget.getByText(/[€$£]|\bEUR\b|\bprice\b/i).count()).toBe(0);
  await visitor.press(page.getByRole('button', { name: '12:00', exact: true }));
  await visitor.press(page.getByRole('button', { name: 'Sign in' }));
  await signIn(visitor, people.client);
  await expectAccessible(page);
  await visitor.press(page.getByRole('button', { name: 'Book Tuesday 18 November, 12:00' }));
  await page.getByRole('heading', { name: 'Request sent' }).waitFor();
  await expectAccessible(page);
  expect(backend.booked).toMatchObject([{ session_datetime: '2025-11-18T11:00:00Z', duration_minutes: 60 }]);
});

test('the editor says which calls the backend lacks', async () => {
  const coach = await open('/coach');
  await coach.page.getByRole('heading', { name: 'This service keeps no schedules' }).waitFor();
  await coach.page.getByText('does not offer GET and PUT /coaches/{id}/schedule').waitFor();
  await expectAccessible(coach.page);
  expect([...backend.missed]).toEqual([expect.stringMatching(/^GET \/coaches\/[-\w]+\/schedule$/)]);
});
