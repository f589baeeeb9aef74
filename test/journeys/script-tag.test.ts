import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { pinnedScriptTag } from '../../src/mock/script-tag.ts';
import { startServed } from '../attack/served.ts';
import { openPage, useDemo } from './demo.ts';
import { chooseTime, fillGuest, otherSite, snippet } from './host-page.ts';

/** The ways in which a page has the script. */

const stage = useDemo();

async function openWith(head: string, body = snippet(), headers: Record<string, string> = {}) {
  const { page, errors } = await openPage(stage.browser, stage.demo, { viewport: { width: 1000, height: 900 } });
  const warnings: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  const html = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
  await page.route(/\/host$/, (route) => route.fulfill({ contentType: 'text/html', body: html, headers }));
  return { page, errors, warnings };
}

const times = (page: Page) => page.getByRole('button', { name: /^\d\d:\d\d$/ }).first();

async function book(page: Page): Promise<void> {
  await chooseTime(page);
  await fillGuest(page);
  await page.getByRole('button', { name: /^Book / }).click();
  await page.getByRole('heading', { name: 'Request sent' }).waitFor();
}

test('a classic script loads the module beside it', async () => {
  const { page, errors } = await openWith('<script src="/cdn/cb-booking.classic.js"></script>');
  await page.goto('/host');
  await times(page).waitFor();
  expect(errors).toEqual([]);
});

test('a classic script says what is wrong when the module does not come', async () => {
  const { page, errors } = await openWith('<script src="/cdn/cb-booking.classic.js"></script>');
  await page.route('**/cb-booking.js', (route) => route.abort());
  await page.goto('/host');
  await expect
    .poll(() => errors.join('\n'))
    .toMatch(/could not be loaded from http:\/\/\S+\/cdn\/cb-booking\.js: .*Access-Control/s);
});

test('a page with a base address of another place finds the script’s chunks all the same', async () => {
  const { page, errors } = await openWith(
    `<base href="https://elsewhere.example/"><script type="module" src="${stage.demo.url}/cdn/cb-booking.js"></script>`,
    snippet('', `${stage.demo.url}/`),
  );
  await page.goto('/host');
  await book(page);
  expect(errors).toEqual([]);
});

const pinned = () => pinnedScriptTag(`${stage.demo.url}/cdn/`);

test('scripts pinned by their hashes book', async () => {
  const { page, errors } = await openWith(pinned());
  await page.goto('/host');
  await book(page);
  expect(errors).toEqual([]);
});

test('a chunk that is not what was pinned does not run, not at a second try either', async () => {
  const { page, errors } = await openWith(pinned());
  await page.route(/\/cdn\/booking-steps-.*\.js/, async (route) => {
    const reply = await route.fetch();
    await route.fulfill({ response: reply, body: `globalThis.tampered = true;${await reply.text()}` });
  });
  await page.goto('/host');
  await page.getByRole('button', { name: 'Next month' }).first().click();
  await times(page).click();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => errors.join('\n')).toMatch(/integrity/);
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  expect(await page.evaluate(() => 'tampered' in globalThis)).toBe(false);
});

test('of two versions the first is used, and the second says so once', async () => {
  const { page, errors, warnings } = await openWith(
    '<script type="module" src="/cdn/cb-booking.js"></script><script type="module" src="/other/cb-booking.js"></script>',
    `${snippet()}<cb-bookings api="/"></cb-bookings>`,
  );
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  await page.route('**/other/*.js', async (route) => {
    const reply = await route.fetch({ url: route.request().url().replace('/other/', '/cdn/') });
    await route.fulfill({ response: reply, body: (await reply.text()).replaceAll(`"${version}"`, '"99.0.0"') });
  });
  await page.goto('/host');
  await times(page).waitFor();
  await page
    .getByRole('heading', { name: /sign in|log in/i })
    .first()
    .waitFor();
  expect(warnings.filter((text) => text.includes('99.0.0'))).toEqual([
    `CultureBridge Booking 99.0.0 is not used: this page has loaded ${version} before. Load one version.`,
  ]);
  expect(errors).toEqual([]);
});

test('`serve` hosts the script of its own version: a page of another site draws the widget with it', async () => {
  const served = await startServed();
  try {
    const site = await otherSite(served.url, `<cb-booking api="${served.url}" coach="${served.coachId}"></cb-booking>`);
    const { page, errors } = await openPage(stage.browser, stage.demo);
    const loaded: string[] = [];
    page.on('response', (reply) => reply.url().includes('/cdn/') && loaded.push(new URL(reply.url()).origin));
    await page.goto(site.address);
    await page.getByRole('heading', { name: 'Ana' }).waitFor();
    await page.getByRole('grid').waitFor();
    expect([...new Set(loaded)]).toEqual([served.url]);
    expect(errors).toEqual([]);
    site.stop();
  } finally {
    await served.end();
  }
});

test.each([
  ['without light-dark()', 'light-dark'],
  ['without relative colors', 'from red'],
  ['without popovers', 'popover'],
])('in a browser %s the link inside the element stands, and nothing is drawn beside it', async (_, lacking) => {
  const { page, errors, warnings } = await openWith(
    '<script type="module" src="/cdn/cb-booking.js"></script>',
    `${snippet().replace('></cb-booking>', '><a href="mailto:ana@example.com">Write to Ana</a></cb-booking>')}<cb-coach-list api="/"><p>Ask for a coach</p></cb-coach-list>`,
  );
  await page.addInitScript((feature) => {
    const { supports } = CSS;
    CSS.supports = (...words: string[]) =>
      !words.some((word) => word.includes(feature)) && Reflect.apply(supports, CSS, words);
    if (feature === 'popover') Reflect.deleteProperty(HTMLElement.prototype, 'popover');
  }, lacking);
  await page.goto('/host');
  await expect.poll(() => warnings.join()).toContain('needs a newer browser');
  expect(await page.getByRole('link', { name: 'Write to Ana' }).isVisible()).toBe(true);
  expect(await page.getByText('Ask for a coach').isVisible()).toBe(true);
  expect(
    await page.evaluate(() => [...document.querySelectorAll('*')].filter(({ shadowRoot }) => shadowRoot).length),
  ).toBe(0);
  expect(errors).toEqual([]);
});
