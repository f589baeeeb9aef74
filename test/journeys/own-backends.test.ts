import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { serve } from '../../src/server/hosts/node.ts';
import { type Bug, createOwnBackend, type Habit } from '../server/conformance/own-backend.ts';
import { openBrowser, openPage } from './demo.ts';

/** Backends of others, on another origin than the page. */

const NOW = Date.parse('2025-11-05T10:30:00Z');
const built = new URL('../../dist/cdn/', import.meta.url);

let browser: Browser;
const stops: (() => Promise<void>)[] = [];
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  for (const stop of stops.splice(0)) await stop();
});

/** Answers over HTTP on a free port of this machine; its address. */
async function listen(answer: (request: Request) => Promise<Response>): Promise<string> {
  const host = await serve(answer, { port: 0, idleGraceMs: 0 });
  stops.push(host.stop);
  return `http://localhost:${host.port}`;
}

/** Opens a page that books with the backend as the client `one`. */
async function visit(options: { readonly bug?: Bug; readonly habits?: readonly Habit[] }) {
  const backend = createOwnBackend({ ...options, now: () => NOW });
  const habits = options.habits ?? [];
  const answer = async (request: Request) => {
    const { url, method, headers } = request;
    const body = await request.text();
    return backend.fetch(url, { method, headers, ...(body && { body }) });
  };
  const api = `${await listen(answer)}${habits.includes('prefix') ? '/api/v1' : ''}`;
  const signIn = habits.includes('cookies')
    ? `widget.fetch = (request) => fetch(new Request(request, { credentials: 'include' })); widget.getToken = () => 'cookie';`
    : `widget.getToken = () => 'token-one';`;
  const html = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
    <cb-booking api="${api}" coach="coach" time-zone="Etc/UTC"></cb-booking>
    <script type="module">const widget = document.querySelector('cb-booking'); ${signIn}</script>
    <script type="module" src="/cdn/cb-booking.js"></script>`;
  const url = await listen(async (request) => {
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith('/cdn/')) return new Response(html, { headers: { 'content-type': 'text/html' } });
    const script = await readFile(new URL(pathname.slice(5), built));
    return new Response(script, { headers: { 'content-type': 'text/javascript' } });
  });
  const watch = await openPage(browser, { url, stop: async () => undefined });
  const { page } = watch;
  await page.context().addCookies([{ name: 'session', value: 'one', url: api }]);
  await page.clock.install({ time: NOW });
  await page.goto('/');
  await page.getByRole('button', { name: '14:00', exact: true }).first().click();
  await page.getByRole('button', { name: /^Book \w+ \d+ \w+, 14:00$/ }).click();
  return { ...watch, backend };
}

const likenesses: readonly (readonly [Habit, ...Habit[]])[] = [
  ['naive-times'],
  ['prefix'],
  ['quarter-hours'],
  ['overlaps'],
  ['extra-fields'],
  ['nulls'],
  ['fastapi-errors'],
  ['cookies'],
  ['default-cors'],
  ['seven-days'],
  ['two-calls'],
  ['number-ids', 'no-body', 'naive-times', 'nulls', 'seven-days', 'guide-words'],
];

test.each(likenesses.map((habits) => [habits.join(', '), habits] as const))(
  'a visitor books on a backend with %s',
  async (_, habits) => {
    const { page, backend } = await visit({ habits });
    await page.getByRole('heading', { name: 'Request sent' }).waitFor();
    const made = [...backend.bookings.values()].filter(({ id }) => id !== 'other');
    expect(made).toMatchObject([{ client: 'one', end: (made[0]?.start ?? 0) + 3_600_000, status: 'pending' }]);
    expect(new Date(made[0]?.start ?? 0).getUTCHours()).toBe(14);
    expect(await page.getByText('You chose').count()).toBe(0);
  },
);

test('a backend that does not allow a header is told from being off line, to visitor and developer', async () => {
  const { page, errors, backend } = await visit({ bug: 'cors-without-key' });
  await page.getByText('The booking did not go through').waitFor();
  expect(await page.getByText('internet connection').count()).toBe(0);
  const told = errors.filter((text) => text.includes('does not allow this page'));
  expect(told).toEqual([
    expect.stringMatching(
      /^POST http:\/\/localhost:\d+\/booking: .* to send Idempotency-Key: name it in Access-Control-Allow-Headers/,
    ),
  ]);
  expect(backend.bookings.size).toBe(1);
});

test('a booking at another time than the chosen one is said', async () => {
  const { page } = await visit({ bug: 'reply-an-hour-off' });
  await page.getByRole('heading', { name: 'Request sent' }).waitFor();
  await page.getByText(/You chose .*, 14:00, but the time below was booked/).waitFor();
});

test('a booking whose reply cannot be read may have been made: it is not called failed', async () => {
  const { page, backend } = await visit({ bug: 'reply-unreadable' });
  await page.getByText('Your booking may have been made').waitFor();
  expect(await page.getByText('did not go through').count()).toBe(0);
  expect(backend.bookings.size).toBe(2);
});
