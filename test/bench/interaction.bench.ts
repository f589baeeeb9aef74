import { chromium, type Page } from 'playwright-core';
import { browserArgs, findBrowser } from '../../.ci/find-browser.ts';
import { median, slowDown } from './browser/measure.ts';
import { type PageName, pressable, startBenchServer } from './browser/pages.ts';

/*
 * From a press to the next paint, with a processor six times slower: turning the month, choosing a day, opening the details. The
 * month also of cally. The pages take turns; compare the figures of one run with each other.
 */

const TURNS = Number(process.argv[2] ?? 12);

/** Presses what `path` leads to; resolves to the milliseconds from there to after the next paint. Runs in the page. */
function press(path: readonly string[]): Promise<number> {
  let root: ParentNode | null | undefined = document;
  let found: Element | null = null;
  for (const selector of path) {
    found = root?.querySelector(selector) ?? null;
    root = found?.shadowRoot;
  }
  if (!(found instanceof HTMLElement)) throw new Error(`${path.join(' > ')} is not there`);
  const target = found;
  return new Promise((done) => {
    requestAnimationFrame(() => {
      const begun = performance.now();
      target.click();
      // The frame in which the press is drawn, and the message that follows its paint.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now() - begun);
        port2.postMessage(undefined);
      });
    });
  });
}

const picker = ['cb-booking', 'cb-availability-picker'];
const grid = [...picker, 'cb-month-grid'];
const turnsOf = { ours: [...grid, 'button[part~=next]'], cally: ['calendar-date', 'button[part~=next]'] };
const backOf = { ours: [...grid, 'button[part~=previous]'], cally: ['calendar-date', 'button[part~=previous]'] };

const server = await startBenchServer();
const browser = await chromium.launch({ executablePath: await findBrowser(), args: [...browserArgs] });

async function open(name: PageName): Promise<Page> {
  const context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  await page.goto(server.urlOf(name));
  for (const path of pressable[name])
    await page
      .locator(path.at(-1) ?? '')
      .first()
      .waitFor();
  // What is loaded after the times is there.
  await page.waitForTimeout(1500);
  await slowDown(page, { cpu: 6 });
  return page;
}

try {
  const [ours, cally] = [await open('ours'), await open('cally')];
  const rest = () => ours.waitForTimeout(400);
  const taken = {
    'month, ours': [] as number[],
    'month, cally': [] as number[],
    'day, ours': [] as number[],
    'details, ours': [] as number[],
  };
  for (let turn = 0; turn <= TURNS; turn++) {
    // The first turns load months and warm up; there and back again.
    const way = turn % 2 ? backOf : turnsOf;
    const month = await ours.evaluate(press, way.ours);
    await rest();
    const other = await cally.evaluate(press, way.cally);
    await rest();
    const day = await ours.evaluate(press, [...grid, '.day.open:not(.selected)']);
    await rest();
    if (turn === 0) continue;
    taken['month, ours'].push(month);
    taken['month, cally'].push(other);
    taken['day, ours'].push(day);
  }
  for (let turn = 0; turn < Math.min(TURNS, 5); turn++) {
    const page = await open('ours');
    taken['details, ours'].push(await page.evaluate(press, [...picker, 'cb-slot-list', '.time']));
    await page.context().close();
  }
  console.log(`${TURNS} turns, processor six times slower, Chromium ${browser.version()}. Compare within the table.\n`);
  console.log('| from the press to the next paint | median, ms | worst, ms |');
  console.log('| --- | ---: | ---: |');
  for (const [name, times] of Object.entries(taken)) {
    console.log(`| ${name} | ${Math.round(median(times))} | ${Math.round(Math.max(...times))} |`);
  }
} finally {
  await browser.close();
  server.close();
}
