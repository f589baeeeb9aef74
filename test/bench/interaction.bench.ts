import { type CDPSession, chromium, type Page } from 'playwright-core';
import { browserArgs, findBrowser } from '../../.ci/find-browser.ts';
import { median, metric, slowDown } from './browser/measure.ts';
import { type PageName, pressable, startBenchServer } from './browser/pages.ts';

/*
 * From a press of the mouse to the next paint, with a processor six times slower: turning the month, choosing a day, opening the
 * details. The month also of cally. Counted by the browser itself (Event Timing, whole 8 ms, the longest of pointerdown, pointerup and
 * click), as it is for visitors' own presses; what the page's thread worked meanwhile stands beside it, which a busy machine changes
 * less. The pages take turns; compare the figures of one run with each other.
 */

const TURNS = Number(process.argv[2] ?? 12);

interface Press {
  /** From the press to the paint after it, ms. */
  readonly paint: number;
  /** Work of the page's thread until the frame after that paint, ms. */
  readonly work: number;
}

/** Marks what `path` leads to, through shadow roots, as the next thing to press; gives its middle. Runs in the page. */
function aim(path: readonly string[]): { x: number; y: number } {
  let root: ParentNode | null | undefined = document;
  let found: Element | null = null;
  for (const selector of path) {
    found = root?.querySelector(selector) ?? null;
    root = found?.shadowRoot;
  }
  if (!found) throw new Error(`${path.join(' > ')} is not there`);
  found.scrollIntoView({ block: 'nearest' });
  const { left, top, width, height } = found.getBoundingClientRect();
  const longest = new Promise<number>((done) => {
    let taken = 0;
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[]) {
        if (!entry.interactionId) continue;
        taken = Math.max(taken, entry.duration);
        if (entry.name !== 'click') continue;
        observer.disconnect();
        done(taken);
      }
    });
    observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
    // Shorter than what is reported.
    addEventListener('click', () => setTimeout(() => done(taken || 8), 1500), { capture: true, once: true });
  });
  Object.assign(globalThis, { benchPress: longest });
  return { x: left + width / 2, y: top + height / 2 };
}

async function press({ page, session }: Opened, path: readonly string[]): Promise<Press> {
  const { x, y } = await page.evaluate(aim, path);
  await page.mouse.move(x, y);
  // What fades under the pointer has faded.
  await page.waitForTimeout(300);
  const before = await metric(session, 'ThreadTime');
  await page.mouse.down();
  await page.mouse.up();
  const paint = await page.evaluate(() => Reflect.get(globalThis, 'benchPress') as Promise<number>);
  return { paint, work: (await metric(session, 'ThreadTime')) * 1000 - before * 1000 };
}

const picker = ['cb-booking', 'cb-availability-picker'];
const grid = [...picker, 'cb-month-grid'];
const turnsOf = { ours: [...grid, 'button[part~=next]'], cally: ['calendar-date', 'button[part~=next]'] };
const backOf = { ours: [...grid, 'button[part~=previous]'], cally: ['calendar-date', 'button[part~=previous]'] };

interface Opened {
  readonly page: Page;
  readonly session: CDPSession;
}

const server = await startBenchServer();
const browser = await chromium.launch({ executablePath: await findBrowser(), args: [...browserArgs] });

async function open(name: PageName): Promise<Opened> {
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
  return { page, session: await slowDown(page, { cpu: 6 }) };
}

try {
  const [ours, cally] = [await open('ours'), await open('cally')];
  const rest = () => ours.page.waitForTimeout(400);
  const taken = {
    'month, ours': [] as Press[],
    'month, cally': [] as Press[],
    'day, ours': [] as Press[],
    'details, ours': [] as Press[],
  };
  for (let turn = 0; turn < TURNS + 2; turn++) {
    // There and back again; the first two load months and warm up.
    const way = turn % 2 ? backOf : turnsOf;
    await ours.page.bringToFront();
    const month = await press(ours, way.ours);
    await rest();
    const day = await press(ours, [...grid, '.day.open:not(.selected)']);
    await rest();
    await cally.page.bringToFront();
    const other = await press(cally, way.cally);
    if (turn < 2) continue;
    taken['month, ours'].push(month);
    taken['month, cally'].push(other);
    taken['day, ours'].push(day);
  }
  for (let turn = 0; turn < Math.min(TURNS, 5); turn++) {
    const opened = await open('ours');
    taken['details, ours'].push(await press(opened, [...picker, 'cb-slot-list', '.time']));
    await opened.page.context().close();
  }
  console.log(`${TURNS} turns, processor six times slower, Chromium ${browser.version()}. Compare within the table.\n`);
  console.log('| from the press to the next paint | median, ms | least | worst | work, median, ms | least |');
  console.log('| --- | ---: | ---: | ---: | ---: | ---: |');
  for (const [name, presses] of Object.entries(taken)) {
    const paints = presses.map(({ paint }) => paint);
    const work = presses.map((each) => each.work);
    const figures = [median(paints), Math.min(...paints), Math.max(...paints), median(work), Math.min(...work)];
    console.log(`| ${name} | ${figures.map(Math.round).join(' | ')} |`);
  }
} finally {
  await browser.close();
  server.close();
}
// Whatever else may still be open: the table is printed.
process.exit();
