import { describe, expect, test } from 'vitest';
import { openPage, useDemo } from './demo.ts';
import { chooseTime, fillGuest, hostPage, snippet } from './host-page.ts';

/** The widget in the layouts and under the style sheets of other people's pages. */

const stage = useDemo();

const box = (style: string) => (widget: string) => `<div style="${style}">${widget}</div>`;

const wrappers: Readonly<Record<string, (widget: string) => string>> = {
  'a block': box(''),
  'a centred flex row': box('display:flex;justify-content:center'),
  'a centred flex column': box('display:flex;flex-direction:column;align-items:center'),
  'a centred grid': box('display:grid;place-items:center'),
  'a grid that centres its tracks': box('display:grid;place-content:center'),
  'an inline block': box('display:inline-block'),
  'an inline flex': box('display:inline-flex'),
  'a float': box('float:left'),
  'an absolute box': box('position:absolute'),
  'fit-content': box('width:fit-content'),
  'a table cell': box('display:table-cell'),
  'a plain table': (widget) => `<table><tr><td>${widget}</td></tr></table>`,
};

describe.each(Object.entries(wrappers))('in %s', (_, wrap) => {
  test.each([360, 1240])('on a page of %i px a visitor sees times over the width on offer', async (width) => {
    const { page, errors } = await openPage(stage.browser, stage.demo, { viewport: { width, height: 800 } });
    await hostPage(page, wrap(snippet()), '<style>body{margin:0} table{border-spacing:0} td{padding:0}</style>');
    await page.goto('/host');
    await page
      .getByRole('button', { name: /^\d\d:\d\d$/ })
      .first()
      .waitFor();
    const taken = await page.locator('cb-booking').evaluate((element) => element.getBoundingClientRect().width);
    expect(taken).toBeGreaterThan(width - 20);
    expect(taken).toBeLessThanOrEqual(width);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(errors).toEqual([]);
  });
});

test("a page's own styles do not reach into the widget, and a guest books", async () => {
  const hostile = `<style>
    html { font-size: 62.5%; }
    * { box-sizing: content-box; line-height: 2; }
    body { text-transform: uppercase; letter-spacing: .2em; text-align: center; white-space: pre-wrap; text-indent: 2em; }
  </style>`;
  const looks = async (head: string) => {
    const { page } = await openPage(stage.browser, stage.demo, { viewport: { width: 360, height: 800 } });
    await hostPage(page, snippet(), head);
    await page.goto('/host');
    await chooseTime(page);
    await fillGuest(page);
    const found = await page.getByLabel('Name').evaluate((field) => {
      const { textTransform, letterSpacing, textAlign, whiteSpace, textIndent, boxSizing, lineHeight, fontSize } =
        getComputedStyle(field);
      const heading = field.getRootNode() as ShadowRoot;
      const { fontSize: small } = getComputedStyle(heading.querySelector('.help') ?? field);
      const looks = [textTransform, letterSpacing, textAlign, whiteSpace, textIndent, boxSizing, lineHeight, fontSize];
      return { looks, small: Number.parseFloat(small) };
    });
    await page.getByRole('button', { name: /^Book / }).click();
    await page.getByRole('heading', { name: 'Request sent' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    return found;
  };
  const { small, ...plain } = await looks('<style>html, body { font-size: 14.9px; }</style>');
  const inside = await looks(hostile);
  expect({ looks: inside.looks }).toEqual(plain);
  expect(small).toBeGreaterThanOrEqual(12);
  expect(inside.small).toBeGreaterThanOrEqual(12);
});
