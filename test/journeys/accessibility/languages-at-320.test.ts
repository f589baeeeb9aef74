import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage, useDemo, zoomPage } from '../demo.ts';
import { ANA } from '../host-page.ts';
import { people } from '../people.ts';
import { cutTexts, overlaps } from './measures.ts';

/** Whole pages in three languages on the smallest screen, with text as people set it: nothing scrolls sideways, is cut or overlaps. */

const stage = useDemo();

/** 320 px; all text twice as large; the page at 200 % of a window of 640 px. */
const SIGHTS = {
  'at 320 px': { width: 320, zoom: 1, text: '100%' },
  'with text of 200 %': { width: 320, zoom: 1, text: '200%' },
  'zoomed to 200 %': { width: 640, zoom: 2, text: '100%' },
} as const;

/** Opens a page in a language, with an element that fills it. */
async function open(page: Page, tag: string, element: string): Promise<void> {
  await page.unroute(/\/host$/);
  const body = `<!doctype html><html lang="${tag}" dir="${tag === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
    <title>Page</title><style>body { margin: 8px }</style>
    <script type="module" src="/cdn/cb-booking.js"></script></head><body><main>${element}</main></body></html>`;
  await page.route(/\/host$/, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto('/host');
}

const first = (page: Page, selector: string) => page.locator(selector).first();

/** Signs in at what asks for it. */
async function signIn(page: Page, { email, password }: { readonly email: string; readonly password: string }) {
  await first(page, '#field-email').fill(email);
  await first(page, '#field-password').fill(password);
  await first(page, 'cb-sign-in [part~="submit"]').click();
}

async function* steps(page: Page, tag: string): AsyncGenerator<string> {
  await open(page, tag, `<cb-booking api="/" coach="${ANA}"></cb-booking>`);
  await first(page, 'cb-month-grid [part~="next"]').click();
  await first(page, 'cb-month-grid [part~="open"]').waitFor();
  yield 'the month';
  await first(page, 'cb-month-grid button[part~="open"]').click();
  await first(page, 'button[part~="time"]').waitFor();
  yield 'the times of a day';
  await first(page, 'button[part~="time"]').click();
  await first(page, '#field-name').waitFor();
  yield 'the details';
  await first(page, '[part~="submit"]').click();
  await first(page, '[part~="error-summary"]').waitFor();
  yield 'errors';
  await first(page, '#field-name').fill('Mira Okafor');
  await first(page, '#field-email').fill(`mira-${tag}-${Date.now()}@example.com`);
  await first(page, '[part~="submit"]').click();
  await first(page, 'cb-booking-confirmation [part~="actions"]').waitFor();
  yield 'the confirmation';

  await open(page, tag, '<cb-bookings api="/" storage="session"></cb-bookings>');
  await signIn(page, people.client);
  await first(page, 'article').waitFor();
  yield 'a client’s sessions';
  await first(page, '[data-act="cancel"]').click();
  await first(page, '[part="cancel-now"]').waitFor();
  yield 'cancelling';
  await page.evaluate(() => sessionStorage.clear());

  await open(page, tag, '<cb-bookings api="/" as="coach" storage="session"></cb-bookings>');
  await signIn(page, people.coach);
  await first(page, 'article').waitFor();
  yield 'the coach’s sessions';
  for (const element of [
    'availability-editor',
    'session-types',
    'coach-profile',
    'message-settings',
    'calendar-connect',
  ]) {
    await open(page, tag, `<cb-${element} api="/" coach="${ANA}" storage="session"></cb-${element}>`);
    await first(page, `cb-${element} :is([role="tab"], [data-act="add"], form, li[part~="connection"])`).waitFor();
    yield element;
  }
}

test.each(['de', 'ar', 'ja'])(
  'at 320 px and 200 % nothing scrolls sideways, is cut or overlaps, in every step and at the desk: %s',
  { timeout: 240_000 },
  async (tag) => {
    const { page } = await openPage(stage.browser, stage.demo, {
      viewport: { width: 640, height: 900 },
      reducedMotion: 'reduce',
      locale: tag,
    });
    const faults: string[] = [];
    for await (const state of steps(page, tag)) {
      for (const [sight, { width, zoom, text }] of Object.entries(SIGHTS)) {
        await page.setViewportSize({ width, height: 900 });
        await zoomPage(page, zoom);
        await page.evaluate((size) => {
          document.documentElement.style.fontSize = size;
        }, text);
        const found = [...(await cutTexts(page)), ...(await overlaps(page))];
        faults.push(...found.map((fault) => `${state}, ${sight}: ${fault}`));
      }
      await zoomPage(page, 1);
      await page.evaluate(() => document.documentElement.removeAttribute('style'));
    }
    expect(faults).toEqual([]);
  },
);
