import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { type Load, load } from '../bench/browser/measure.ts';
import { type BenchServer, type PageName, pressable, startBenchServer } from '../bench/browser/pages.ts';
import { openBrowser, testInChromium } from './demo.ts';

/*
 * What does not depend on the machine: how often the page is laid out and what is asked for until the first times are on screen. The
 * milliseconds are printed by `npm run bench:startup`.
 */

let server: BenchServer;
let browser: Browser;
const loads = new Map<PageName, Load[]>();

beforeAll(async () => {
  [server, browser] = await Promise.all([startBenchServer(), openBrowser()]);
  for (const page of ['ours', 'ours from another origin', 'ours drawn'] as const) {
    const runs: Load[] = [];
    for (let run = 0; run < 3; run++) runs.push(await load(browser, server.urlOf(page), pressable[page], { cpu: 2 }));
    loads.set(page, runs);
  }
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

/**
 * What may follow the four before the times have been painted: the chunks next to the times and of what others book, and in the last days
 * of a month the next month, into which the calendar goes on.
 */
const follows = /^GET \/(?:cdn\/(?:first-look|duration-picker|live-times)-|booking\/coach\/[\w-]+\/availability$)/;

testInChromium('the first times take four requests, and what is shown next to them follows', () => {
  for (const { asked } of loads.get('ours') ?? []) {
    expect(asked.slice(0, 2)).toEqual(['GET /ours', 'GET /cdn/cb-booking.js']);
    expect(asked.slice(2, 4).sort()).toEqual([
      expect.stringMatching(/^GET \/booking\/coach\/[\w-]+\/availability$/),
      expect.stringMatching(/^GET \/coaches\/[\w-]+$/),
    ]);
    expect(asked.slice(4).filter((each) => !follows.test(each))).toEqual([]);
  }
});

testInChromium('an API of another origin is asked without a preflight', () => {
  for (const { asked } of loads.get('ours from another origin') ?? []) {
    expect(asked.filter((each) => each.startsWith('OPTIONS'))).toEqual([]);
    expect(asked.slice(4).filter((each) => !follows.test(each))).toEqual([]);
  }
});

testInChromium(
  'a page that a server drew shows its times by itself: nothing is asked of the API until others’ bookings are followed',
  () => {
    for (const { asked } of loads.get('ours drawn') ?? []) {
      expect(asked[0]).toBe('GET /ours-drawn');
      const follows = asked.findIndex((each) => each.endsWith('/availability/changes'));
      const before = follows === -1 ? asked : asked.slice(0, follows);
      expect(before.filter((each) => !/^GET \/(?:ours-drawn$|cdn\/)/.test(each))).toEqual([]);
    }
  },
);

testInChromium('the page is laid out at most five times until the first times are shown', () => {
  // A frame more or less falls to chance; more in every load would be ours.
  for (const [page, runs] of loads) {
    // A page that is drawn shows its times with its first layout; where frames are rare the element has taken over by the next one.
    if (page === 'ours drawn') continue;
    expect(Math.min(...runs.map(({ layouts }) => layouts)), page).toBeLessThanOrEqual(5);
  }
});

testInChromium('a turn of the month is one layout until it is painted', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(server.urlOf('ours'));
  await page.locator('cb-slot-list .time').first().waitFor();
  for (const tag of ['cb-next-times', 'cb-time-zone-picker']) await page.locator(`${tag} button`).first().waitFor();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const layouts = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'LayoutCount')?.value ?? Number.NaN;
  };
  const turn = page.locator('cb-month-grid').getByRole('button', { name: 'Next month' });
  const counts: number[] = [];
  for (let month = 0; month < 3; month++) {
    const before = await layouts();
    await turn.evaluate((button: HTMLElement) => {
      button.click();
      return new Promise<void>((done) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => done();
          port2.postMessage(undefined);
        });
      });
    });
    counts.push((await layouts()) - before);
    await page.locator('cb-month-grid:not([loading])').waitFor();
    await page.locator('cb-slot-list:not([loading])').waitFor();
  }
  await page.close();
  expect(Math.min(...counts)).toBeLessThanOrEqual(1);
});
