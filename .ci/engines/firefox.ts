import { PlaywrightLauncher } from '@web/test-runner-playwright';
// A stock Firefox is driven by WebDriver BiDi. Later versions of playwright-core send a command that Firefox ESR 153 does not know
// (`emulation.setMediaFeaturesOverride`), so this one stays until Firefox does.
import { type Browser, firefox, type Page } from 'playwright-core-firefox';
import { findFirefox } from './engines.ts';

const START_MS = 60_000;

/** A headless stock Firefox, which asks pages for reduced motion, so that tests do not wait for movements. */
export function launchFirefox(): Promise<Browser> {
  const executablePath = findFirefox();
  return firefox.launch({
    // The stock browser, not Playwright's own build.
    channel: 'moz-firefox',
    ...(executablePath !== undefined && { executablePath }),
    timeout: START_MS,
    // For `emulate`.
    args: ['--remote-allow-system-access'],
    firefoxUserPrefs: {
      'ui.prefersReducedMotion': 1,
      // Scroll bars that take no room, as on phones and in the other engines under test: a page of 320 px has 320.
      'ui.useOverlayScrollbars': 1,
      // A form that was sent is sent again on a reload, without a question that nobody would answer.
      'dom.confirm_repost.testing.always_accept': true,
      // No calls home.
      'app.update.enabled': false,
      'datareporting.policy.dataSubmissionEnabled': false,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
    },
  });
}

/** Sends commands of WebDriver BiDi to one page, or to the browser. */
interface BidiSession {
  readonly sessionId: string;
  send(method: string, params: object): Promise<unknown>;
}

interface PageBehind {
  readonly delegate: {
    readonly _session: BidiSession;
    readonly rawTouchscreen: { tap(progress: unknown, x: number, y: number): Promise<void> };
  };
}

/** What Playwright has, in the same process, behind an object that it gives out: in this one version of it, which sends BiDi for nobody else. */
const behind = <Inner>(outer: object): Inner =>
  (Reflect.get(outer, '_connection') as { toImpl(outer: object): Inner }).toImpl(outer);

/** As of Playwright's contexts and `emulateMedia`. */
export interface Emulated {
  readonly colorScheme?: 'dark' | 'light' | 'no-preference' | null;
  readonly forcedColors?: 'active' | 'none' | null;
  readonly reducedMotion?: 'reduce' | 'no-preference' | null;
  readonly media?: 'print' | 'screen' | null;
  readonly hasTouch?: boolean;
  readonly javaScriptEnabled?: boolean;
  /** As visitors zoom: 2 for 200 %. */
  readonly zoom?: number;
}

/** What is set on the page's browsing context, and what the page then answers. */
function overrides(wanted: Emulated, width?: number): { readonly set: object; readonly queries: readonly string[] } {
  const { colorScheme, forcedColors, reducedMotion, media, hasTouch, javaScriptEnabled, zoom } = wanted;
  const scheme = colorScheme === 'dark' ? 'dark' : 'light';
  return {
    set: {
      ...(colorScheme && { prefersColorSchemeOverride: scheme }),
      ...(forcedColors && { forcedColorsOverride: forcedColors }),
      ...(reducedMotion && { prefersReducedMotionOverride: reducedMotion }),
      ...(media && { mediumOverride: media }),
      ...(hasTouch && { touchEventsOverride: 'enabled' }),
      ...(javaScriptEnabled === false && { allowJavascript: false }),
      ...(zoom !== undefined && { fullZoom: zoom }),
    },
    queries: [
      ...(colorScheme && forcedColors !== 'active' ? [`(prefers-color-scheme: ${scheme})`] : []),
      ...(forcedColors ? [`(forced-colors: ${forcedColors})`] : []),
      ...(reducedMotion ? [`(prefers-reduced-motion: ${reducedMotion})`] : []),
      ...(media ? [media] : []),
      ...(zoom !== undefined && width !== undefined ? [`(width: ${width / zoom}px)`] : []),
    ],
  };
}

/**
 * Has a page prefer a scheme, forced colors or less motion, be printed, be touched, be zoomed or run no scripts, and waits until it is so. The driver has no
 * commands for that; a script in Firefox's own window can set it, as its developer tools do.
 */
export async function emulate(page: Page, wanted: Emulated): Promise<void> {
  const { set, queries } = overrides(wanted, page.viewportSize()?.width);
  const browser = page.context().browser();
  if (Object.keys(set).length === 0 || !browser) return;
  const { _browserSession: session } = behind<{ readonly _browserSession: BidiSession }>(browser);
  const { contexts } = (await session.send('browsingContext.getTree', { 'moz:scope': 'chrome' })) as {
    readonly contexts: readonly { readonly context: string }[];
  };
  const id = behind<PageBehind>(page).delegate._session.sessionId;
  const reply = await session.send('script.evaluate', {
    expression: `Object.assign(
      ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs')
        .NavigableManager.getBrowsingContextById(${JSON.stringify(id)}),
      ${JSON.stringify(set)},
    ); 0`,
    target: { context: contexts[0]?.context },
    awaitPromise: false,
  });
  if ((reply as { readonly type: string }).type !== 'success') throw new Error(`Not set: ${JSON.stringify(reply)}`);
  for (const query of queries) await page.waitForFunction((asked) => matchMedia(asked).matches, query);
}

/** Adds to a new page what its driver leaves undone: `emulateMedia`, taps, the size of A4, and these options of its context. */
export async function completePage(page: Page, options: Emulated = {}): Promise<void> {
  const { delegate } = behind<PageBehind>(page);
  delegate.rawTouchscreen.tap = async (_, x, y) => {
    const at = { x: Math.floor(x), y: Math.floor(y) };
    await delegate._session.send('input.performActions', {
      context: delegate._session.sessionId,
      actions: [
        {
          type: 'pointer',
          id: 'finger',
          parameters: { pointerType: 'touch' },
          actions: [
            { type: 'pointerMove', ...at },
            { type: 'pointerDown', button: 0 },
            { type: 'pointerUp', button: 0 },
          ],
        },
      ],
    });
  };
  const print = page.pdf.bind(page);
  // The driver sends inches, which Firefox reads as centimetres.
  const a4 = { width: `${21 * 2.54}cm`, height: `${29.7 * 2.54}cm` };
  page.pdf = ({ format, ...wanted } = {}) => print({ ...wanted, ...(format === 'A4' && a4) });
  page.emulateMedia = (wanted = {}) => emulate(page, wanted as Emulated);
  await emulate(page, options);
}

/** Runs element tests in Firefox: each page in a browser of its own, because of several windows Firefox gives the focus to one. */
export function firefoxLauncher(): PlaywrightLauncher {
  const idle: Browser[] = [];
  const launched: Browser[] = [];
  const open = async () => {
    const browser = await launchFirefox();
    launched.push(browser);
    return browser;
  };
  const launcher = new PlaywrightLauncher(
    'firefox',
    {},
    ({ browser }) => browser.newContext(),
    async ({ context }) => {
      const page = await context.newPage();
      const setSize = page.setViewportSize.bind(page);
      const own = page as unknown as Page;
      await completePage(own, { colorScheme: 'light', forcedColors: 'none' });
      return Object.assign(page, {
        // After two frames, observers of sizes have seen the new size.
        async setViewportSize(size: Parameters<typeof setSize>[0]) {
          await setSize(size);
          await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
        },
      });
    },
  );
  const stopSession = launcher.stopSession.bind(launcher);
  return Object.assign(launcher, {
    getOrStartBrowser: async () => idle.pop() ?? (await open()),
    async stopSession(id: string) {
      const browser = launcher.getPage(id).context().browser() as unknown as Browser | null;
      const result = await stopSession(id);
      if (browser?.isConnected()) idle.push(browser);
      return result;
    },
    async stop() {
      for (const browser of launched) await browser.close();
    },
  });
}
