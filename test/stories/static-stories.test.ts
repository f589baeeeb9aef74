import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { elementGroups } from '../../.ci/docs/element-pages.ts';
import { moveClock, untilTestStart } from '../../.ci/test-clock.ts';
import { openBrowser } from '../journeys/demo.ts';
import { buildStorybook, pagesIn, type StaticStorybook, serveStorybook, storiesIn } from './static-storybook.ts';

const folder = await buildStorybook();
let browser: Browser;
let storybook: StaticStorybook;

beforeAll(async () => {
  [browser, storybook] = await Promise.all([openBrowser(), serveStorybook()]);
});

afterAll(async () => {
  await browser?.close();
  await storybook?.stop();
});

/**
 * A page with a service worker of its own. The worker of the mock gives the request for a page to any page it knows to answer it:
 * when that one is closed meanwhile, the new page is never loaded.
 */
async function openPage(onTestFinished: (close: () => Promise<void>) => void): Promise<Page> {
  // Colours are judged when they have settled.
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } });
  onTestFinished(() => context.close());
  await context.addInitScript(moveClock, untilTestStart());
  await context.addInitScript(watchStory);
  return context.newPage();
}

/** How a story ended: what its play function threw, and what axe found. */
interface Ending {
  readonly finished: boolean;
  readonly faults: readonly string[];
}

/** Elements that are loaded when they are needed: before a visitor opens the list, or once the times are on show. */
const whenNeeded = ['cb-time-zone-list', 'cb-live-times'];

/** In the page: tags of ours that draw nothing, because no module of the story defines them. */
function undefinedTags(): readonly string[] {
  const within = (root: ParentNode): string[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element.localName.startsWith('cb-') && !element.matches(':defined') ? [element.localName] : []),
      ...(element.shadowRoot ? within(element.shadowRoot) : []),
    ]);
  const story = document.querySelector('#storybook-root');
  return story ? [...new Set(within(story))] : ['#storybook-root'];
}

/** In the page, before Storybook: listens to its channel, whatever the moment it is made. */
function watchStory(): void {
  const page = globalThis as unknown as { storyEnding: { finished: boolean; faults: string[] } };
  page.storyEnding = { finished: false, faults: [] };
  const { storyEnding } = page;
  let channel: { on(event: string, listener: (news: unknown) => void): void } | undefined;
  const wordsOf = (news: unknown): string => {
    const { message, stack, title, description } = (news ?? {}) as Record<string, string | undefined>;
    return stack ?? message ?? [title, description].filter(Boolean).join(': ') ?? JSON.stringify(news);
  };
  Object.defineProperty(globalThis, '__STORYBOOK_ADDONS_CHANNEL__', {
    configurable: true,
    get: () => channel,
    set: (made: typeof channel) => {
      if (made === channel) return;
      channel = made;
      for (const event of ['storyErrored', 'storyThrewException', 'playFunctionThrewException', 'storyMissing'])
        made?.on(event, (news) => {
          storyEnding.faults.push(`${event}: ${wordsOf(news)}`);
          storyEnding.finished = true;
        });
      made?.on('storyFinished', (news) => {
        const { status, reporters } = news as {
          status: string;
          reporters: readonly { type: string; status: string; result?: { violations?: readonly unknown[] } }[];
        };
        if (!reporters.some(({ type }) => type === 'a11y')) storyEnding.faults.push('axe did not look at it');
        for (const report of reporters) {
          if (report.status !== 'failed') continue;
          storyEnding.faults.push(`${report.type}: ${JSON.stringify(report.result?.violations ?? report.result)}`);
        }
        if (status !== 'success' && storyEnding.faults.length === 0) storyEnding.faults.push(`ended as ${status}`);
        storyEnding.finished = true;
      });
    },
  });
}

test.for(storiesIn(folder))('$name', { concurrent: true }, async ({ id }, { expect, onTestFinished }) => {
  const page = await openPage(onTestFinished);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${storybook.url}/iframe.html?id=${id}&viewMode=story`, { timeout: 80_000 });
  const isOver = () => (globalThis as unknown as { storyEnding: Ending }).storyEnding.finished;
  await page.waitForFunction(isOver, undefined, { timeout: 80_000 });
  const { faults } = await page.evaluate(() => (globalThis as unknown as { storyEnding: Ending }).storyEnding);
  expect(faults).toEqual([]);
  // What is loaded once the times are on show may come after the story has ended.
  const without = async () => (await page.evaluate(undefinedTags)).filter((tag) => !whenNeeded.includes(tag));
  await expect.poll(without, { timeout: 30_000, message: 'elements that no class was given to' }).toEqual([]);
  expect(errors).toEqual([]);
});

test('opens on the introduction, has the guides before a page an element, in one order', () => {
  const titles = pagesIn(folder).map(({ name }) => name);
  const elements = Object.entries(elementGroups).flatMap(([group, usages]) =>
    Object.keys(usages).map((tag) => `Elements/${group}/${tag}`),
  );
  const guides = titles.filter((title) => title.startsWith('Guides/'));
  expect(guides.slice(0, 3)).toEqual(['Guides/Introduction', 'Guides/Getting started', 'Guides/Theming']);
  expect(titles).toEqual([...guides, ...elements]);
});

/** A page is drawn piece by piece. */
const waits = { timeout: 30_000 };

test.for(pagesIn(folder))(
  'the page $name is drawn whole, and its links lead to pages',
  { concurrent: true },
  async ({ id, name }, { expect, onTestFinished }) => {
    const page = await openPage(onTestFinished);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${storybook.url}/iframe.html?id=${id}&viewMode=docs&globals=scheme:dark`);
    const docs = page.locator('#storybook-docs');
    await docs.locator('h1').first().waitFor();
    if (name.startsWith('Elements/')) {
      const headings = () => docs.locator('h2').allTextContents();
      await expect.poll(headings, waits).toEqual(expect.arrayContaining(['Usage', 'Try it']));
      // Controls, and the whole of what the class documents.
      await docs.getByText('--cb-accent', { exact: true }).first().waitFor({ state: 'attached' });
      // Code to copy: in a page, from npm, in React.
      await docs.locator('button', { hasText: 'Copy' }).nth(2).waitFor({ state: 'attached' });
    }
    // On a dark page no code is on a light ground, once it is styled.
    const lightGrounds = async () => {
      const blocks = docs.locator('.docblock-source');
      const grounds = await blocks.evaluateAll((all) => all.map((block) => getComputedStyle(block).backgroundColor));
      return grounds.filter((ground) => Math.max(...(ground.match(/[\d.]+/g) ?? []).map(Number)) > 100);
    };
    await expect.poll(lightGrounds, waits).toEqual([]);
    const links = await docs
      .locator('a[href*="path=/"]')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    const known = new Set([...pagesIn(folder), ...storiesIn(folder)].map((entry) => entry.id));
    const lost = links.filter((link) => !known.has(link?.split(/path=\/(?:docs|story)\//)[1]?.split('&')[0] ?? ''));
    expect(lost).toEqual([]);
    expect(errors).toEqual([]);
  },
);

/** What a stranger looks for: the words of a link on the first screen, and what the page it leads to answers on its first screen. */
const questions = [
  ['the accent colour', 'Theming', 'cb-booking { --cb-accent:'],
  ['a booking heard in React', 'Frameworks', 'onCbBooked={(event) =>'],
  ['what a backend must answer', 'Your backend', 'POST /booking'],
] as const;

test.for(questions)(
  'a stranger finds %s: one link from the first page, the answer at its top',
  async ([, words, answer], { onTestFinished }) => {
    const page = await openPage(onTestFinished);
    await page.goto(`${storybook.url}/`);
    const docs = page.frameLocator('#storybook-preview-iframe').locator('#storybook-docs');
    const link = docs.getByRole('link', { name: words, exact: true });
    await link.waitFor();
    const isInView = (place: { y: number; height: number } | null) => place !== null && place.y + place.height < 900;
    expect(isInView(await link.boundingBox())).toBe(true);
    await link.click();
    await docs.getByRole('heading', { level: 1, name: words }).waitFor();
    const found = docs.getByText(answer).first();
    await found.waitFor();
    expect(isInView(await found.boundingBox())).toBe(true);
  },
);
