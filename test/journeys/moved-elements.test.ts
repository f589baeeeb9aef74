import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { OPEN_DAY, openPage, useDemo } from './demo.ts';
import { ANA, chooseTime, fillGuest, hostPage, snippet, typed, typedIsKept } from './host-page.ts';

/** Pages that take an element out, put it elsewhere, or copy it, while it loads and later: page builders and frameworks do that. */

const stage = useDemo();

const elements = {
  'cb-booking': { markup: snippet('id="it"'), shows: OPEN_DAY },
  'cb-coach-list': { markup: '<cb-coach-list id="it" api="/"></cb-coach-list>', shows: /Ana Keller/ },
  'cb-bookings': { markup: '<cb-bookings id="it" api="/"></cb-bookings>', shows: /Sign in/ },
  'cb-availability-editor': {
    markup: `<cb-availability-editor id="it" api="/" coach="${ANA}"></cb-availability-editor>`,
    shows: /Sign in/,
  },
} as const;

/** All text and labels of the elements in `#one` and `#two`, through shadow roots. */
const shownIn = (page: Page, box: string) =>
  page.evaluate((selector) => {
    const texts: string[] = [];
    const read = (root: ParentNode) => {
      for (const element of root.querySelectorAll('*')) {
        texts.push(element.getAttribute('aria-label') ?? '');
        for (const node of element.childNodes) if (node.nodeType === 3) texts.push(node.nodeValue ?? '');
        if (element.shadowRoot) read(element.shadowRoot);
      }
    };
    const root = document.querySelector(selector);
    if (root) read(root);
    return texts.join(' ');
  }, box);

describe.each(Object.entries(elements))('<%s>, moved and copied', (_, { markup, shows }) => {
  // Milliseconds after the page's markup is there: before the script, in the first requests, once it is drawn.
  test.each([0, 40, 150, 600])('after %i ms', async (delay) => {
    const { page, errors } = await openPage(stage.browser, stage.demo);
    await hostPage(page, `<div id="one">${markup}</div><div id="two"></div><div id="copy"></div>`);
    await page.goto(`${stage.demo.url}/host`, { waitUntil: 'commit' });
    await page.waitForSelector('#it', { state: 'attached' });
    await page.evaluate(async (wait) => {
      const moved = document.querySelector('#it');
      await new Promise((resolve) => setTimeout(resolve, wait));
      if (!moved) return;
      document.querySelector('#copy')?.append(moved.cloneNode(true));
      moved.remove();
      await new Promise((resolve) => setTimeout(resolve, 20));
      document.querySelector('#two')?.append(moved);
    }, delay);
    for (const box of ['#two', '#copy']) {
      await expect.poll(() => shownIn(page, box), { timeout: 20_000 }).toMatch(shows);
    }
    // A call that asks who is there is refused, and the browser writes that down by itself.
    expect(errors.filter((error) => !/status of 401/.test(error))).toEqual([]);
  });
});

test('a booking that is moved in the middle keeps what was typed, and books', async () => {
  const { page } = await openPage(stage.browser, stage.demo);
  await hostPage(page, `<div id="one">${snippet('id="it"')}</div><div id="two"></div>`);
  await page.goto(`${stage.demo.url}/host`);
  await chooseTime(page);
  await fillGuest(page, typed[1]);
  await page.evaluate(() => {
    const moved = document.querySelector('#it');
    if (moved) document.querySelector('#two')?.append(moved);
  });
  expect(await typedIsKept(page)).toEqual(typed);
  await page.getByRole('button', { name: /^Book \w+ \d/ }).click();
  await page.getByRole('heading', { name: 'Request sent' }).waitFor();
});
