import { type Browser, chromium, type Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { browserArgs, findBrowser } from '../../../.ci/find-browser.ts';
import { openPage, testInChromium, useDemo } from '../demo.ts';
import { ANA } from '../host-page.ts';
import { cutTexts, overlaps } from './measures.ts';

/** The size of text that somebody set in the browser, on pages that follow it and on pages that have sizes of their own. */

const stage = useDemo();

/** A browser in whose settings text has this size, in px. */
const withTextOf = async (px: number): Promise<Browser> =>
  chromium.launch({
    executablePath: await findBrowser(),
    args: [...browserArgs, `--blink-settings=defaultFontSize=${px}`],
  });

/** Opens a page with these styles, and the times of a day in it. */
async function open(page: Page, styles: string): Promise<void> {
  const body = `<!doctype html><html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
    <title>Page</title><style>body { margin: 8px } ${styles}</style>
    <script type="module" src="/cdn/cb-booking.js"></script></head>
    <body><main><cb-booking api="/" coach="${ANA}"></cb-booking></main></body></html>`;
  await page.unroute(/\/host$/);
  await page.route(/\/host$/, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto('/host');
  await page.locator('cb-month-grid button[part~="open"]').first().click();
  await page.locator('button[part~="time"]').first().waitFor();
}

/** The sizes of the element's own text and of a time, which is in an element inside. */
const sizes = (page: Page): Promise<readonly number[]> =>
  Promise.all(
    ['cb-booking .inner', 'cb-slot-list .inner'].map((part) =>
      page
        .locator(part)
        .first()
        .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
    ),
  );

/** Styles of pages, and the size of the element's text there where the browser has its usual 16 px, and where somebody set 32 px. */
const PAGES = [
  ['a page without sizes', '', 15, 30],
  ['a page that follows the setting', 'html { font-size: 62.5% } body { font-size: 1.6rem }', 15, 30],
  ['a page whose root is 62.5 %, and whose text is as small', 'html { font-size: 62.5% }', 14, 28],
  ['a page whose root is 10 px', 'html { font-size: 10px } body { font-size: 1.6rem }', 15, 28],
  ['a page of px', 'body { font-size: 18px }', 16.875, 28],
  ['a size of the element’s own', 'cb-booking { --cb-font-size: 1rem }', 16, 32],
  ['a size of the element’s own in px', 'cb-booking { --cb-font-size: 12px }', 14, 28],
] as const;

describe('text is as large as the page has it, and at least 7/8 of what somebody set in the browser', () => {
  for (const [index, size] of [16, 32].entries()) {
    testInChromium(`set to ${size} px (only in Chromium)`, { timeout: 120_000 }, async () => {
      const browser = await withTextOf(size);
      try {
        const { page } = await openPage(browser, stage.demo, { viewport: { width: 320, height: 900 } });
        for (const [name, styles, ...expected] of PAGES) {
          await open(page, styles);
          expect(await sizes(page), name).toEqual([expected[index], expected[index]]);
          expect([...(await cutTexts(page)), ...(await overlaps(page))], name).toEqual([]);
        }
      } finally {
        await browser.close();
      }
    });
  }

  for (const [size, least] of [
    [9, 14],
    [12, 14],
    [20, 17.5],
    [24, 21],
    [40, 35],
  ] as const) {
    testInChromium(`set to ${size} px, it has ${least} px on a page of smaller text (only in Chromium)`, async () => {
      const browser = await withTextOf(size);
      try {
        const { page } = await openPage(browser, stage.demo);
        await open(page, 'body { font-size: 10px }');
        expect(await sizes(page)).toEqual([least, least]);
      } finally {
        await browser.close();
      }
    });
  }
});
