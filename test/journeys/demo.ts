import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, test } from 'vitest';
import { engineUnderTest } from '../../.ci/engines/engines.ts';
import { browserArgs, findBrowser } from '../../.ci/find-browser.ts';
import { moveClock, TEST_START, untilTestStart } from '../../.ci/test-clock.ts';

const command = fileURLToPath(new URL('../../dist/mock/cli.js', import.meta.url));

/** In the name of a day that has times: "12 times open". A day without them says "no times open". */
export const OPEN_DAY = /\d+ times? open/;

/** True where there is the DevTools protocol, and a driver that keeps pages for the way back. */
export const isChromium = engineUnderTest() === 'chromium';

/** A test of what Chromium's driver alone can bring about. In other engines it is skipped, and counted so. */
export const testInChromium = test.skipIf(!isChromium);

/** The built command, running on a free port. */
export interface Demo {
  /** `http://localhost:41234` */
  readonly url: string;
  /** The demo's clock less the machine's, in milliseconds; left out where a test sets the page's clock itself. */
  readonly clockAhead?: number;
  /** Ends it and waits until it is gone. */
  stop(): Promise<void>;
}

async function addressOf(child: ChildProcess): Promise<string> {
  let printed = '';
  for await (const chunk of child.stdout ?? []) {
    printed += String(chunk);
    const [address] = /http:\/\/\S+/.exec(printed) ?? [];
    if (address) return address;
  }
  throw new Error(`dist/mock/cli.js ended without an address (npm run build makes it):\n${printed}`);
}

/**
 * Starts `culturebridge-booking` as `npm start` does, with these arguments: `startDemo('--scenario', 'empty')`. Its clock, and that of its
 * pages, begins at `TEST_START`; with a `--clock` of its own the test sets the clock of the pages.
 */
export async function startDemo(...args: readonly string[]): Promise<Demo> {
  const ownClock = args.includes('--clock');
  const clock = ownClock ? [] : ['--clock', TEST_START];
  const child = spawn(process.execPath, [command, '--port', '0', ...clock, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await addressOf(child);
  const clockAhead = untilTestStart();
  // Read on, or a full pipe would stop the server.
  child.stdout?.resume();
  return {
    url,
    ...(!ownClock && { clockAhead }),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** A headless browser of the engine under test; Chromium is found as all tests find it. */
export async function openBrowser(): Promise<Browser> {
  if (engineUnderTest() === 'firefox') {
    const { launchFirefox } = await import('../../.ci/engines/firefox.ts');
    return launchFirefox() as unknown as Promise<Browser>;
  }
  return chromium.launch({ executablePath: await findBrowser(), args: [...browserArgs] });
}

/**
 * A demo started with these arguments, and a browser, for all tests of a file; both are there from the first test on. What a test has
 * opened is closed after it.
 */
export function useDemo(...args: readonly string[]): { readonly demo: Demo; readonly browser: Browser } {
  const stage = {} as { demo: Demo; browser: Browser };
  beforeAll(async () => {
    stage.demo = await startDemo(...args);
    stage.browser = await openBrowser();
  });
  afterEach(async ({ task }) => {
    for (const context of stage.browser.contexts()) await context.close();
    if (task.result?.state !== 'fail') return;
    // The next try must not meet what the failed one has booked or saved.
    await stage.demo.stop();
    stage.demo = await startDemo(...args);
  });
  afterAll(async () => {
    await stage.browser?.close();
    await stage.demo?.stop();
  });
  return stage;
}

/** Zooms the page: as visitors do where the driver can, else by the style of its root, which Firefox does not apply to container queries. */
export async function zoomPage(page: Page, zoom: number): Promise<void> {
  if (engineUnderTest() === 'firefox') {
    const { emulate } = await import('../../.ci/engines/firefox.ts');
    return emulate(page as never, { zoom });
  }
  await page.evaluate((value) => {
    document.documentElement.style.zoom = String(value);
  }, zoom);
}

/** What went wrong in a page, and whom it talked to. */
export interface PageWatch {
  readonly page: Page;
  /** Uncaught errors and console errors. */
  readonly errors: readonly string[];
  /** Requests to hosts other than the demo's. */
  readonly foreign: readonly string[];
}

/** A page of its own (no shared storage), watched. Berlin in English, unless said otherwise. */
export async function openPage(browser: Browser, demo: Demo, options: BrowserContextOptions = {}): Promise<PageWatch> {
  const context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    baseURL: demo.url,
    ...options,
  });
  if (demo.clockAhead !== undefined) await context.addInitScript(moveClock, demo.clockAhead);
  const page = await context.newPage();
  if (engineUnderTest() === 'firefox') {
    const { completePage } = await import('../../.ci/engines/firefox.ts');
    await completePage(page as never, options);
  }
  const errors: string[] = [];
  const foreign: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http') && host !== new URL(demo.url).host) foreign.push(request.url());
  });
  return { page, errors, foreign };
}
