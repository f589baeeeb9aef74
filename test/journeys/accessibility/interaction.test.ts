import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { OPEN_DAY, openPage, useDemo } from '../demo.ts';
import { chooseTime, fillGuest, hostPage, snippet } from '../host-page.ts';
import { treeOf } from '../page-tree.ts';
import { walkByKeyboard } from './measures.ts';

/** Criteria of WCAG that are about what a press, a movement or a field does. */

const stage = useDemo();

const slots = (page: Page) => page.getByRole('button', { name: /^\d\d:\d\d$/ });

/** The name of the control with the focus when all of it lies under one of the page's bars; else empty. */
const underBars = async (page: Page): Promise<string> =>
  page.evaluate(
    ({ focused }) => {
      const active = focused();
      if (!active || active === document.body || active.closest('.bar-of-page')) return '';
      const { top, bottom } = active.getBoundingClientRect();
      const covers = [...document.querySelectorAll('.bar-of-page')].some((bar) => {
        const box = bar.getBoundingClientRect();
        return top >= box.top && bottom <= box.bottom;
      });
      return covers ? (active.getAttribute('aria-label') ?? active.textContent ?? '').trim() : '';
    },
    await treeOf(page),
  );

test('no control with the focus lies under the bars of the page, forward or back (2.4.11)', async () => {
  const { page } = await openPage(stage.browser, stage.demo, {
    viewport: { width: 1024, height: 500 },
    reducedMotion: 'reduce',
  });
  const bars = `<style>
    html { scroll-padding-block: 90px 70px; }
    .bar-of-page { position: fixed; inset-inline: 0; z-index: 9; background: #ddd; }
    #top { inset-block-start: 0; height: 80px; } #end { inset-block-end: 0; height: 60px; }
    main { padding-block: 100px; } cb-booking { --cb-sticky-top: 80px; }</style>`;
  await hostPage(
    page,
    `<header class="bar-of-page" id="top">Header</header><main>${snippet()}</main><footer class="bar-of-page" id="end">Footer</footer>`,
    bars,
  );
  await page.goto('/host');
  await page.getByRole('gridcell', { name: OPEN_DAY }).nth(2).getByRole('button').click();
  await slots(page).first().waitFor();
  const covered: string[] = [];
  for (const key of ['Tab', 'Shift+Tab']) {
    for (let presses = 0; presses < 45; presses++) {
      await page.keyboard.press(key);
      const name = await underBars(page);
      if (name) covered.push(`${key}: ${name}`);
    }
  }
  expect(covered).toEqual([]);
});

test('a press takes effect where it is let go: one that moves away chooses nothing (2.5.2)', async () => {
  const { page } = await openPage(stage.browser, stage.demo, { viewport: { width: 1280, height: 900 } });
  await page.goto('/');
  await page.getByRole('gridcell', { name: OPEN_DAY }).nth(2).getByRole('button').click();
  const slot = slots(page).first();
  await slot.hover();
  await page.mouse.down();
  await page.mouse.move(5, 5);
  await page.mouse.up();
  expect(await page.getByLabel('Name').count()).toBe(0);
  await slot.click();
  await page.getByLabel('Name').waitFor();
});

test('the pointer alone shows and changes nothing that would have to be dismissed (1.4.13)', async () => {
  const { page } = await openPage(stage.browser, stage.demo, { viewport: { width: 1280, height: 900 } });
  await page.goto('/');
  const days = page.getByRole('gridcell', { name: OPEN_DAY });
  await days.nth(2).getByRole('button').click();
  await slots(page).first().waitFor();
  const before = await page.locator('cb-booking').ariaSnapshot();
  for (const target of [days.nth(4), slots(page).nth(1), page.getByRole('button', { name: 'Next month' }).first()])
    await target.hover();
  expect(await page.locator('cb-booking').ariaSnapshot()).toBe(before);
  expect(await page.locator(':popover-open').count()).toBe(0);
});

/** True when nothing stops a paste into the field. */
const takesPaste = (field: Locator): Promise<boolean> =>
  field.evaluate((element) => {
    const how = { clipboardData: new DataTransfer(), bubbles: true, composed: true, cancelable: true };
    return element.dispatchEvent(new ClipboardEvent('paste', how));
  });

test('fields say what they are for, take what is pasted, and are filled once (1.3.5, 3.3.7, 3.3.8)', async () => {
  const { page } = await openPage(stage.browser, stage.demo);
  await page.goto('/');
  await chooseTime(page);
  expect(await page.getByLabel('Name').getAttribute('autocomplete')).toBe('name');
  expect(await page.getByLabel('E-mail').getAttribute('autocomplete')).toBe('email');
  await fillGuest(page, 'once@example.com');
  expect(await takesPaste(page.getByLabel('E-mail')), 'nothing stops a paste').toBe(true);
  await page.getByRole('button', { name: 'Sign in' }).click();
  const password = page.getByLabel('Password', { exact: true });
  await password.waitFor();
  expect(await page.getByLabel('E-mail').inputValue(), 'the address is not asked for again').toBe('once@example.com');
  expect(await password.getAttribute('autocomplete')).toBe('current-password');
  expect(await takesPaste(password)).toBe(true);
});

test('typing and choosing send nothing and lead nowhere (3.2.2)', async () => {
  const { page } = await openPage(stage.browser, stage.demo);
  await page.goto('/');
  await chooseTime(page);
  const sent: string[] = [];
  page.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()));
  await fillGuest(page, 'input@example.com');
  const { leaves } = await walkByKeyboard(page);
  expect(leaves).toBe(true);
  expect(sent).toEqual([]);
  expect(await page.getByRole('button', { name: /^Book \w+ \d/ }).isVisible()).toBe(true);
});
