import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The browsers' engines in which tests run. Chromium is always there (`findBrowser`); the others where they are installed. */
export const engines = ['chromium', 'firefox', 'webkit'] as const;
export type Engine = (typeof engines)[number];

/**
 * What an engine's driver or the engine itself cannot do, so that tests of it run in Chromium alone (`test/elements/engine.ts`,
 * `CSS.supports`): printed with each run of the suites there.
 */
export const lacks: Readonly<Record<Engine, readonly string[]>> = {
  chromium: [],
  firefox: [
    'every state in forced colors (without a screen its system colors have too little contrast)',
    'hints by scroll timelines (it has none)',
    'what needs the DevTools protocol, a finger that drags, and pages that are kept for the way back (Chromium’s driver alone)',
    'pictures (those that are kept are Chromium’s)',
  ],
  webkit: ['forced colors (its driver cannot emulate them)'],
};

/** What is set in `CB_TEST_ENGINE`, else Chromium. */
export const engineUnderTest = (): Engine => {
  const named = process.env.CB_TEST_ENGINE ?? 'chromium';
  const engine = engines.find((known) => known === named);
  if (!engine) throw new Error(`There is no engine ${named}: name one of ${engines.join(', ')}`);
  return engine;
};

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const installed = (name: string): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find(isExecutable);

/** Debian's `webkit2gtk-driver` brings MiniBrowser in the folder of the library, which is named by the machine and the version. */
const miniBrowsers = ['x86_64', 'aarch64'].flatMap((machine) =>
  ['4.1', '4.0'].map((version) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-${version}/MiniBrowser`),
);

/** The path of a stock Firefox: `$FIREFOX_PATH`, else `firefox-esr` or `firefox` on the path; undefined where there is none. */
export const findFirefox = (): string | undefined =>
  process.env.FIREFOX_PATH ?? installed('firefox-esr') ?? installed('firefox');

/** What WebKit needs to be tested without a screen; undefined where one of them is not installed. */
export interface WebKitParts {
  readonly driver: string;
  readonly browser: string;
  readonly screen: string;
}

export function findWebKit(): WebKitParts | undefined {
  const driver = installed('WebKitWebDriver');
  const browser = miniBrowsers.find(isExecutable);
  const screen = installed('Xvfb');
  return driver && browser && screen ? { driver, browser, screen } : undefined;
}

const INSTALL: Readonly<Record<Engine, string>> = {
  chromium: 'npm install, or CHROME_PATH',
  firefox: 'apt-get install firefox-esr, or FIREFOX_PATH',
  webkit: 'apt-get install webkit2gtk-driver xvfb',
};

/**
 * Why an engine cannot be tested here, in one line with what to install; undefined where it can. One that is installed is started once
 * for it, within a minute.
 */
export async function whyNot(engine: Engine): Promise<string | undefined> {
  if (engine === 'chromium') return undefined;
  const isThere = engine === 'firefox' ? findFirefox() : findWebKit();
  if (!isThere) return `not tested, for ${engine} is not installed (${INSTALL[engine]})`;
  try {
    if (engine === 'firefox') {
      const browser = await (await import('./firefox.ts')).launchFirefox();
      await browser.close();
    } else {
      const stage = await (await import('./webkit.ts')).openWebKit();
      await (await stage.newPage()).close();
      await stage.close();
    }
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return `not tested, for ${engine} does not start here: ${reason}`;
  }
}
