import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type RunningPostgres, startPostgres } from '../../.ci/postgres/start-postgres.ts';
import { type Demo, OPEN_DAY, openBrowser, openPage, startDemo } from './demo.ts';
import { fillGuest, hostPage, snippet } from './host-page.ts';

/** Two visitors look at one coach's times. One books; from the other's page the time disappears without a click. */

const folder = mkdtempSync(join(tmpdir(), 'booking-live-'));
let browser: Browser;
let postgres: RunningPostgres | undefined;
const demos = new Set<Demo>();

beforeAll(async () => {
  browser = await openBrowser();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  for (const demo of demos) await demo.stop();
  demos.clear();
});
afterAll(async () => {
  await browser?.close();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(place: string): Promise<Demo> {
  const demo = await startDemo('--data', place);
  demos.add(demo);
  return demo;
}

/** The widget on a host's page, at an open day of the next month, listening. */
async function open(demo: Demo): Promise<Page> {
  const { page } = await openPage(browser, demo);
  await hostPage(page, snippet());
  const [listens] = await Promise.all([
    page.waitForResponse((response) => response.url().endsWith('/availability/changes')),
    page.goto('/host'),
  ]);
  expect(listens.status()).toBe(200);
  await page.getByRole('button', { name: 'Next month' }).click();
  await page.getByRole('gridcell', { name: OPEN_DAY }).nth(3).getByRole('button').click();
  await times(page).first().waitFor();
  return page;
}

const times = (page: Page) => page.locator('cb-slot-list .time');

async function oneBooksTheOtherSees(first: Demo, second: Demo): Promise<void> {
  const [one, other] = [await open(first), await open(second)];
  const time = String(await times(one).nth(2).getAttribute('data-start'));
  const on = (page: Page) => page.locator(`cb-slot-list [data-start="${time}"]`);
  expect(await on(other).count()).toBe(1);
  const scrolled = await other.evaluate(() => scrollY);
  // Two hours later: not among those that an hour's session takes.
  const later = new Date(Date.parse(time) + 7_200_000).toISOString().replace('.000Z', 'Z');
  const neighbour = other.locator(`cb-slot-list [data-start="${later}"]`);
  await neighbour.focus();
  const place = await neighbour.boundingBox();

  await on(one).click();
  await fillGuest(one);
  const [booked] = await Promise.all([
    one.waitForResponse(
      (response) => response.request().method() === 'POST' && new URL(response.url()).pathname === '/booking',
    ),
    one.getByRole('button', { name: /^Book / }).click(),
  ]);
  expect(booked.status()).toBe(201);
  const bookedAt = performance.now();
  await on(other).waitFor({ state: 'detached', timeout: 10_000 });
  expect(performance.now() - bookedAt).toBeLessThan(2000);

  expect(await neighbour.boundingBox()).toEqual(place);
  expect(await neighbour.evaluate((element) => element.matches(':focus'))).toBe(true);
  expect(await other.evaluate(() => scrollY)).toBe(scrolled);
  // Who booked is not told that the own time is gone.
  await one.getByRole('heading', { name: 'Request sent' }).waitFor();
  expect(await one.getByText('no longer open').count()).toBe(0);
}

describe('the other’s time disappears within two seconds', () => {
  test('over SQLite', async () => {
    const demo = await start(join(folder, 'one.sqlite'));
    await oneBooksTheOtherSees(demo, demo);
  });

  test('over SQLite, with two server processes on one file', async () => {
    const file = join(folder, 'two.sqlite');
    await oneBooksTheOtherSees(await start(file), await start(file));
  });

  test('over PostgreSQL, with two server processes', async () => {
    postgres = await startPostgres();
    const name = `live_${crypto.randomUUID().replaceAll('-', '')}`;
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    await client.query(`CREATE DATABASE ${name}`);
    await client.end();
    const place = Object.assign(new URL(postgres.url), { pathname: `/${name}` }).href;
    const [first, second] = [await start(place), await start(place)];
    await oneBooksTheOtherSees(first, second);
    // Streams do not hold a server up that is asked to end.
    const startedAt = performance.now();
    await first.stop();
    await second.stop();
    expect(performance.now() - startedAt).toBeLessThan(8000);
  });
});
