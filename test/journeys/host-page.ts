import { createServer } from 'node:http';
import type { Page } from 'playwright-core';
import { OPEN_DAY } from './demo.ts';

export const ANA = '323e4567-e89b-12d3-a456-426614174000';

const document = (body: string, head: string, script: string, html = 'lang="en-GB"') => `<!doctype html>
  <html ${html}><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="icon" href="data:,">${head}
    <script type="module" src="${script}"></script></head><body>${body}</body></html>`;

/** A page of somebody's own at `/host`, with the script tag in its head: what a coach's web person would write. */
export async function hostPage(page: Page, body: string, head = ''): Promise<void> {
  const html = document(body, head, '/cdn/cb-booking.js');
  await page.route(/\/host(\?.*)?$/, (route) => route.fulfill({ contentType: 'text/html', body: html }));
}

/** The same on another site, `http://127.0.0.1:…`, with the script and the API at `url`; `html` are the attributes of its `<html>`. */
export async function otherSite(
  url: string,
  body: string,
  head = '',
  html?: string,
): Promise<{ readonly address: string; stop(): void }> {
  const server = createServer((_, reply) => {
    reply.setHeader('content-type', 'text/html').end(document(body, head, `${url}/cdn/cb-booking.js`, html));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { address: `http://127.0.0.1:${address.port}/`, stop: () => server.close() };
}

/** Holds the requests for `address` back until the function that it gives is called; one whose page is gone by then is left alone. */
export async function holdBack(page: Page, address: RegExp): Promise<() => void> {
  let arrive = () => {};
  const held = new Promise<void>((done) => {
    arrive = done;
  });
  await page.route(address, async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  return () => arrive();
}

/** The snippet. */
export const snippet = (attributes = '', api = '/') =>
  `<cb-booking api="${api}" coach="${ANA}" ${attributes}></cb-booking>`;

/** Chooses an open day of the next month, which has some whatever day it is today, and one of its times. */
export async function chooseTime(page: Page, day = 2, time = 1): Promise<string> {
  await page.getByRole('button', { name: 'Next month' }).first().click();
  await page.getByRole('gridcell', { name: OPEN_DAY }).nth(day).getByRole('button').click();
  const button = page.getByRole('button', { name: /^\d\d:\d\d$/ }).nth(time);
  const chosen = (await button.textContent())?.trim() ?? '';
  await button.click();
  await page.getByLabel('Name').waitFor();
  return chosen;
}

/** Says who books, as a guest. */
export async function fillGuest(page: Page, email = 'mira@example.com'): Promise<void> {
  await page.getByLabel('Name').fill('Mira Okafor');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel(/^Notes/).fill('About the offer in Toronto');
}

/** What the guest typed is still there. */
export async function typedIsKept(page: Page): Promise<readonly string[]> {
  const fields = [page.getByLabel('Name'), page.getByLabel('E-mail'), page.getByLabel(/^Notes/)];
  return Promise.all(fields.map((field) => field.inputValue()));
}

export const typed = ['Mira Okafor', 'mira@example.com', 'About the offer in Toronto'] as const;
