import { afterAll, beforeAll, expect, test } from 'vitest';
import { moveClock, untilTestStart } from '../../.ci/test-clock.ts';
import { arabic } from '../../src/elements/i18n/languages/arabic.ts';
import { german } from '../../src/elements/i18n/languages/german.ts';
import { japanese } from '../../src/elements/i18n/languages/japanese.ts';
import type { Messages } from '../../src/elements/i18n/messages.ts';
import { type AnyBrowser, type AnyPage, find, mouseAt, openAnyBrowser } from './any-page.ts';
import { type Demo, startDemo } from './demo.ts';
import { otherSite, snippet } from './host-page.ts';
import { savePicture } from './save-picture.ts';

/** A guest books in other languages on the narrowest screen, in Chromium, Firefox and WebKit alike. */
let demo: Demo;
let browser: AnyBrowser;
beforeAll(async () => {
  demo = await startDemo();
  browser = await openAnyBrowser();
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const exactly = (text: string) => `^${literally(text)}$`;

/** Any number, with any digits. */
const NUMBER = '[\\d٠-٩]+';
/** A time of day on a button: before it may stand marks of direction, or the half of the day (午後4:00). */
const TIME = `^.{0,4}${NUMBER}:${NUMBER}`;

/** The plural forms that counts of open times have. */
const openTimes = (texts: Messages) =>
  [1, 2, 3, 8, 11, 100].map((count) => literally(texts.picker.timesOpen(count)).replace(/[\d٠-٩]+/, NUMBER)).join('|');

/** How far the page scrolls sideways, to either side. */
const sideways = (page: AnyPage) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth, undefined);

test.each([
  { html: 'lang="de"', texts: german },
  { html: 'lang="ar" dir="rtl"', texts: arabic },
  { html: 'lang="ja"', texts: japanese },
])('a page of $html at 320 px: each step fits, and the session is requested', async ({ html, texts }) => {
  const head = `<script>(${moveClock})(${untilTestStart()})</script>`;
  const site = await otherSite(demo.url, snippet('time-zone="Europe/Berlin"', demo.url), head, html);
  try {
    const page = await browser.newPage();
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(site.address);
    const person = mouseAt(page);
    const fits = async (step: string) => {
      await savePicture(page, `320-${html.slice(6, 8)}-${step}`);
      expect(await sideways(page), step).toBeLessThanOrEqual(0);
    };
    await find(page, { kind: 'button', name: exactly(texts.picker.nextMonth) });
    await fits('1-days');
    await person.press({ kind: 'button', name: exactly(texts.picker.nextMonth) });
    await person.press({ kind: 'day', name: openTimes(texts) });
    await find(page, { kind: 'button', name: TIME });
    await fits('2-times');
    await person.press({ kind: 'button', name: TIME });
    await person.write({ kind: 'field', name: `^${literally(texts.form.name)}` }, 'Mira Okafor');
    await person.write({ kind: 'field', name: `^${literally(texts.form.email)}` }, 'mira@example.com');
    await fits('3-details');
    const [beforeDay = '', afterTime = ''] = texts.form.book('|', '|').split('|').filter(Boolean);
    await person.press({
      kind: 'button',
      name: [beforeDay, afterTime].map((part) => literally(part.trim())).join('.*'),
    });
    await find(page, { kind: 'heading', name: exactly(texts.confirmation.title.pending) });
    await fits('4-booked');
  } finally {
    site.stop();
  }
});
