import { describe, expect, test } from 'vitest';
import { openPage, useDemo } from '../demo.ts';
import { axeFaults, cutTexts, walkByKeyboard, withTextSpacing } from './measures.ts';
import { booking, desk, ownBookings, selling, type Tour, trouble } from './tour.ts';

/** The measures of docs/accessibility.md that hold in every state: axe in both schemes, reflow, text spacing, the way by keyboard. */

const stage = useDemo();

const DESKTOP = { width: 1280, height: 900 };
/** 1280 px at 400 % (1.4.10). */
const ZOOMED = { width: 320, height: 256 };

const tours: Readonly<Record<string, Tour>> = {
  booking,
  'own sessions': ownBookings,
  selling,
  trouble,
  'the coach’s desk': desk,
};

test('the measures see what is wrong', async () => {
  const { page } = await openPage(stage.browser, stage.demo, { viewport: DESKTOP });
  await page.setContent(`<html lang="en"><title>Measures</title><main><h1>Measures</h1><style>:focus { outline: 2px solid }</style>
    <div style="width: 90px; overflow: hidden; white-space: nowrap">A long line that is cut</div>
    <div style="width: 24ch; font-family: monospace; overflow: hidden; height: 1.3em; line-height: 1.2">Fits until it is spaced</div>
    <p style="width: 1400px">Wide</p>
    <button style="width: 10px; height: 10px; padding: 0" aria-label="One"></button><button style="width: 10px; height: 10px; padding: 0" aria-label="Two"></button>
    <button style="outline: none">No ring</button>
    <div style="position: relative"><button>Covered</button><div style="position: absolute; inset: 0; background: white">Above</div></div>
    <button onfocus="this.blur()">Flees</button></main></html>`);
  const cut = await cutTexts(page);
  expect(cut).toEqual([expect.stringMatching(/^the page is/), expect.stringMatching(/^“A long line/)]);
  await page.locator('p').evaluate((element) => element.remove());
  expect(await cutTexts(page)).toHaveLength(1);
  expect((await withTextSpacing(page, () => cutTexts(page))).join()).toContain('Fits until');
  expect((await axeFaults(page)).join()).toContain('target-size');
  const walk = await walkByKeyboard(page);
  expect(walk.unmarked.join()).toContain('No ring');
  expect(walk.obscured.join()).toContain('Covered');
  expect(walk.missed.join()).toContain('Flees');
});

describe('in every state', () => {
  test.each(Object.entries(tours))('of %s', { timeout: 240_000 }, async (_, tour) => {
    const { page } = await openPage(stage.browser, stage.demo, { viewport: DESKTOP, reducedMotion: 'reduce' });
    const faults: string[] = [];
    for await (const state of tour(page)) {
      const note = (measure: string, found: readonly string[]) =>
        faults.push(...found.map((fault) => `${state}, ${measure}: ${fault}`));
      note('light', await axeFaults(page));
      await page.emulateMedia({ colorScheme: 'dark' });
      note('dark', await axeFaults(page));
      await page.emulateMedia({ colorScheme: 'light' });
      note('text spacing', await withTextSpacing(page, () => cutTexts(page)));
      await page.setViewportSize(ZOOMED);
      note('at 400 %', await cutTexts(page));
      note('text spacing at 400 %', await withTextSpacing(page, () => cutTexts(page)));
      await page.setViewportSize(DESKTOP);
    }
    expect(faults).toEqual([]);
  });
});

test.each(Object.entries(tours))(
  'by keyboard every control of %s is reached, seen and left again',
  { timeout: 240_000 },
  async (_, tour) => {
    const { page } = await openPage(stage.browser, stage.demo, { viewport: DESKTOP, reducedMotion: 'reduce' });
    const faults: string[] = [];
    for await (const state of tour(page)) {
      const address = page.url();
      const { missed, leaves, obscured, unmarked } = await walkByKeyboard(page);
      faults.push(...missed.map((name) => `${state}: ${name} is not reached`));
      faults.push(...obscured.map((name) => `${state}: ${name} has the focus and is hidden`));
      faults.push(...unmarked.map((name) => `${state}: ${name} shows no focus`));
      if (!leaves) faults.push(`${state}: Tab does not leave`);
      // The focus alone changes nothing (3.2.1).
      if (page.url() !== address) faults.push(`${state}: the focus went to ${page.url()}`);
    }
    expect(faults).toEqual([]);
  },
);
