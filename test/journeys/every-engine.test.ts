import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engineUnderTest } from '../../.ci/engines/engines.ts';
import { moveClock, untilTestStart } from '../../.ci/test-clock.ts';
import { type AnyBrowser, find, keyboardAt, mouseAt, openAnyBrowser } from './any-page.ts';
import { type Demo, startDemo } from './demo.ts';
import { otherSite, snippet } from './host-page.ts';
import { bookingsOfCoach } from './people.ts';
import { savePicture } from './save-picture.ts';

/** What runs in Chromium, Firefox and WebKit alike: no more than each of their drivers can do. */
const engine = engineUnderTest();

let demo: Demo;
let browser: AnyBrowser;
let site: { readonly address: string; stop(): void };
beforeAll(async () => {
  demo = await startDemo();
  browser = await openAnyBrowser();
  const head = `<script>(${moveClock})(${untilTestStart()}); window.wrong = [];
    addEventListener('error', ({ message }) => window.wrong.push(message));
    addEventListener('unhandledrejection', ({ reason }) => window.wrong.push(String(reason)));</script>`;
  site = await otherSite(demo.url, snippet('time-zone="Europe/Berlin"', demo.url), head);
});
afterAll(async () => {
  site?.stop();
  await browser?.close();
  await demo?.stop();
});

describe.each([
  { way: 'mouse', width: 1280, height: 900 },
  { way: 'mouse', width: 360, height: 740 },
  { way: 'keyboard', width: 1280, height: 900 },
] as const)('by $way at $width px', ({ way, width, height }) => {
  test('a guest books, and the coach has it on the list', async () => {
    const page = await browser.newPage();
    await page.setViewportSize({ width, height });
    await page.goto(site.address);
    const person = way === 'mouse' ? mouseAt(page) : keyboardAt(page);
    const show = (step: string) => savePicture(page, `${way}-${width}-${step}`);
    const notes = `By ${way} in ${engine}, ${width}`;

    await person.press({ kind: 'button', name: '^Next month$' });
    await find(page, { kind: 'day', name: 'July 2027, \\d+ times? open' });
    await show('1-month');
    await person.press({ kind: 'day', name: '\\d+ times? open' });
    await find(page, { kind: 'button', name: '^\\d+:\\d\\d( [AP]M)?$' });
    await show('2-times');
    await person.press({ kind: 'button', name: '^\\d+:\\d\\d( [AP]M)?$' });
    await person.write({ kind: 'field', name: '^Name' }, 'Mira Okafor');
    await person.write({ kind: 'field', name: '^E-mail' }, 'mira@example.com');
    await person.write({ kind: 'field', name: '^Notes' }, notes);
    await show('3-details');
    await person.press({ kind: 'button', name: '^Book ' });
    await find(page, { kind: 'heading', name: '^Request sent$' });
    await show('4-booked');

    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth, undefined)).toBeLessThanOrEqual(
      0,
    );
    expect(await page.evaluate(() => Reflect.get(window, 'wrong') as unknown, undefined)).toEqual([]);
    const bookings = await bookingsOfCoach(demo.url);
    expect(bookings.filter((booking) => booking.notes === notes)).toMatchObject([{ status: 'pending' }]);
  });
});
