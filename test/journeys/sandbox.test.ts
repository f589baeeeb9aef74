import type { FrameLocator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { OPEN_DAY, openPage, useDemo } from './demo.ts';
import { ANA, otherSite, snippet } from './host-page.ts';
import { people } from './people.ts';

/** A frame whose sandbox allows scripts and no forms: the browser blocks every form's own submission. */

const stage = useDemo();

async function framed(body: string): Promise<FrameLocator & { readonly page: Page }> {
  const { page } = await openPage(stage.browser, stage.demo, { viewport: { width: 1280, height: 1400 } });
  const inner = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><link rel="icon" href="data:,">
    <script type="module" src="/cdn/cb-booking.js"></script></head><body>${body}</body></html>`;
  const outer = `<!doctype html><html lang="en-GB"><head><link rel="icon" href="data:,"></head>
    <body><iframe sandbox="allow-scripts allow-same-origin" src="/inside" width="1200" height="1300"></iframe></body></html>`;
  await page.route(/\/inside$/, (route) => route.fulfill({ contentType: 'text/html', body: inner }));
  await page.route(/\/host$/, (route) => route.fulfill({ contentType: 'text/html', body: outer }));
  await page.goto('/host');
  return Object.assign(page.frameLocator('iframe'), { page });
}

async function signIn(frame: FrameLocator, { email, password }: { email: string; password: string }): Promise<void> {
  await frame.getByLabel('E-mail').fill(email);
  await frame.getByLabel('Password').fill(password);
  await frame.getByRole('button', { name: 'Sign in' }).click();
}

async function book(frame: FrameLocator): Promise<void> {
  await frame.getByRole('gridcell', { name: OPEN_DAY }).first().click();
  await frame
    .getByRole('button', { name: /^\d\d:\d\d$/ })
    .first()
    .click();
  await frame.getByRole('textbox', { name: 'Name' }).fill('Eva Marsh');
  await frame.getByRole('textbox', { name: 'E-mail' }).fill('eva@example.com');
  await frame.getByRole('button', { name: /^Book \w+ \d/ }).click();
  await frame.getByRole('heading', { name: 'Request sent' }).waitFor();
}

test('a visitor books', async () => {
  await book(await framed(snippet()));
});

test('a visitor books in a frame of no origin, where nothing can be stored and every request is one of another site', async () => {
  // Real servers: of a page that the test answers itself the browser knows no address, and lets a frame of no origin call nothing.
  const { url } = stage.demo;
  const inside = await otherSite(url, snippet('', `${url}/`));
  const site = await otherSite(
    url,
    `<iframe sandbox="allow-scripts" src="${inside.address}" width="1200" height="1300"></iframe>`,
  );
  const { page, errors } = await openPage(stage.browser, stage.demo, { viewport: { width: 1280, height: 1400 } });
  await page.goto(site.address);
  await book(page.frameLocator('iframe'));
  // The browser says by itself that it sends no form.
  expect(errors.filter((text) => !text.includes("'allow-forms'"))).toEqual([]);
  inside.stop();
  site.stop();
});

test('a client signs in, is asked and cancels', async () => {
  const frame = await framed('<cb-bookings api="/"></cb-bookings>');
  await signIn(frame, people.client);
  await frame.getByRole('article').first().waitFor();
  await frame.locator('[data-act="cancel"]').first().click();
  await frame.locator('[part="cancel-now"]').click();
  await frame.getByRole('button', { name: /^Undo/ }).first().waitFor();
});

test('a coach adds an exception', async () => {
  const frame = await framed(`<cb-availability-editor api="/" coach="${ANA}"></cb-availability-editor>`);
  await signIn(frame, people.coach);
  await frame.getByRole('tab', { name: 'Exceptions' }).click();
  const days = frame.locator('cb-exceptions').getByRole('gridcell');
  await days.first().waitFor();
  await frame
    .locator('cb-exceptions button:not([disabled])', { hasText: /^\s*20\s*$/ })
    .first()
    .click();
  await frame.locator('[data-do="store"]').click();
  await frame.getByRole('button', { name: 'Save', exact: false }).first().waitFor();
  await frame.getByText('Unsaved changes').first().waitFor();
});
