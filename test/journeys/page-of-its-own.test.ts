import { inflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { OPEN_DAY, openPage, useDemo } from './demo.ts';
import { handsAt } from './hands.ts';
import { chooseTime, fillGuest, hostPage, snippet, typed, typedIsKept } from './host-page.ts';
import { treeOf } from './page-tree.ts';
import { people, signIn } from './people.ts';

/** What the widget is within a page: its headings, its print, its entries of the history. */

const stage = useDemo();

/** Levels of the headings that can be read, in the order of the page and of its shadow roots. */
const headingLevels = async (page: Page): Promise<readonly number[]> =>
  page.evaluate(
    ({ within }) =>
      within(document)
        .filter((element) => element.matches('h1, h2, h3, h4, h5, h6'))
        .filter((heading) => heading.checkVisibility() && !heading.closest('[aria-hidden="true"]'))
        .map((heading) => Number(heading.getAttribute('aria-level') ?? heading.localName.slice(1))),
    await treeOf(page),
  );

async function expectNoJump(page: Page, where: string): Promise<void> {
  const levels = await headingLevels(page);
  expect(levels.length, where).toBeGreaterThan(1);
  const jumps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
  expect(jumps, `${where}: ${levels.join(' ')}`).toEqual([]);
}

test('no heading of the coach’s desk, or of a client’s sessions, jumps a level', async () => {
  const { page } = await openPage(stage.browser, stage.demo, { viewport: { width: 1280, height: 900 } });
  await page.goto('/coach');
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await expectNoJump(page, 'signing in');
  await signIn(handsAt(page, 'mouse'), people.coach);
  await page.getByRole('article').first().waitFor();
  await expectNoJump(page, 'bookings');
  await page
    .getByRole('button', { name: /^Move,/ })
    .first()
    .click();
  await page.getByRole('heading', { name: /^Move the session/ }).waitFor();
  await expectNoJump(page, 'moving');
  for (const link of await page.locator('.tabs').getByRole('link').all()) {
    await link.click();
    // Each desk ends loading in a way of its own, and headings that come later must not jump a level either: no one event stands for all.
    await page.waitForTimeout(700);
    await expectNoJump(page, (await link.textContent()) ?? '');
  }
  const { page: account } = await openPage(stage.browser, stage.demo);
  await account.goto('/account');
  await signIn(handsAt(account, 'mouse'), people.client);
  await account.getByRole('article').first().waitFor();
  await expectNoJump(account, 'a client’s sessions');
});

/** The pages of a PDF. Firefox compresses the objects that say what they are. */
function pagesOf(pdf: Buffer): number {
  const text = pdf.toString('latin1');
  const packed = [...text.matchAll(/\/FlateDecode.*?stream\r?\n(.*?)\r?\nendstream/gs)].map(([, bytes = '']) => {
    try {
      return inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1');
    } catch {
      // A font or a picture, whose end looks like another.
      return '';
    }
  });
  return [text, ...packed].join('\n').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

describe('printed', () => {
  const book = async (page: Page, email: string) => {
    await page.goto('/');
    await chooseTime(page);
    await fillGuest(page, email);
    await page.getByRole('button', { name: /^Book \w+ \d/ }).click();
    await page.getByRole('heading', { name: 'Request sent' }).waitFor();
  };
  const isShown = (page: Page, words: string) => page.getByText(words).first().isVisible();

  test('a booking that was just made is one page, with its link, and without the site', async () => {
    const { page } = await openPage(stage.browser, stage.demo, { colorScheme: 'dark' });
    await book(page, 'print@example.com');
    // It comes after the confirmation.
    await page.getByRole('button', { name: 'Wrong address?' }).waitFor();
    expect(await isShown(page, 'I know both sides of the table')).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect(await isShown(page, 'I know both sides of the table')).toBe(false);
    expect(await isShown(page, 'Request sent')).toBe(true);
    expect(await isShown(page, '60-minute session with Ana Keller')).toBe(true);
    expect(await page.getByRole('button').count(), 'nothing to press').toBe(0);
    expect(pagesOf(await page.pdf({ format: 'A4' }))).toBe(1);
    await page.emulateMedia({ media: 'screen' });
    expect(await isShown(page, 'I know both sides of the table')).toBe(true);
  });

  test('a booking that a link opened is printed alone as well', async () => {
    const { page } = await openPage(stage.browser, stage.demo);
    await book(page, 'print-link@example.com');
    const link = await page.getByRole('link', { name: 'Move or cancel this booking' }).getAttribute('href');
    await page.goto(link ?? '');
    await page.getByRole('button', { name: /^Move,/ }).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await isShown(page, 'I know both sides of the table')).toBe(false);
    expect(await isShown(page, '60 min with Ana Keller')).toBe(true);
  });

  test('the site is printed as ever where nothing is booked', async () => {
    const { page } = await openPage(stage.browser, stage.demo);
    await page.goto('/');
    await page.getByRole('gridcell', { name: OPEN_DAY }).first().waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await isShown(page, 'I know both sides of the table')).toBe(true);
  });
});

describe('in the browser’s history, beside a router that listens to it', () => {
  /** Draws a view by its entry's state, and draws it again whenever the browser says that the entry is another one. */
  const router = `<nav><a href="/host?about">About</a></nav><main id="view"></main><script type="module">
    const view = document.querySelector('#view');
    const widget = document.querySelector('cb-booking');
    globalThis.drawn = 0;
    const draw = (state) => {
      globalThis.drawn += 1;
      document.title = state?.view ?? 'none';
      if (state?.view === 'about') view.replaceChildren('About us');
      else view.replaceChildren(widget);
    };
    history.replaceState({ view: 'book', key: 1 }, '');
    draw(history.state);
    addEventListener('popstate', ({ state }) => draw(state));
    document.querySelector('nav a').addEventListener('click', (event) => {
      event.preventDefault();
      history.pushState({ view: 'about', key: 2 }, '', event.currentTarget.href);
      draw(history.state);
    });
  </script>`;

  test('Back and Forward go between the times and the details, the view stays, and what was typed with it', async () => {
    const { page, errors } = await openPage(stage.browser, stage.demo);
    await hostPage(page, snippet() + router);
    await page.goto('/host');
    await chooseTime(page);
    await fillGuest(page);
    await page.goBack();
    await page.getByRole('gridcell', { name: OPEN_DAY }).first().waitFor();
    expect(await page.title()).toBe('book');
    await page.goForward();
    await page.getByLabel('Name').waitFor();
    expect(await typedIsKept(page)).toEqual(typed);
    expect(await page.title()).toBe('book');
    expect(errors).toEqual([]);
  });

  test('its own views come and go as they did', async () => {
    const { page } = await openPage(stage.browser, stage.demo);
    await hostPage(page, snippet() + router);
    await page.goto('/host');
    await chooseTime(page);
    await page.getByRole('link', { name: 'About' }).click();
    await page.getByText('About us').waitFor();
    await page.goBack();
    await page.getByLabel('Name').waitFor();
    expect(await page.title()).toBe('book');
  });
});
