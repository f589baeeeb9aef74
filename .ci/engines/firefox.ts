import { PlaywrightLauncher } from '@web/test-runner-playwright';
// A stock Firefox is driven by WebDriver BiDi. Later versions of playwright-core send a command that Firefox ESR 153 does not know
// (`emulation.setMediaFeaturesOverride`), so this one stays until Firefox does.
import { type Browser, firefox } from 'playwright-core-firefox';
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
    firefoxUserPrefs: {
      'ui.prefersReducedMotion': 1,
      // Scroll bars that take no room, as on phones and in the other engines under test: a page of 320 px has 320.
      'ui.useOverlayScrollbars': 1,
      // No calls home.
      'app.update.enabled': false,
      'datareporting.policy.dataSubmissionEnabled': false,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
    },
  });
}

/** Runs element tests in Firefox. It cannot be made to prefer a scheme or forced colours: it shows its own. */
export function firefoxLauncher(): PlaywrightLauncher {
  let launched: Promise<Browser> | undefined;
  const launcher = new PlaywrightLauncher(
    'firefox',
    {},
    ({ browser }) => browser.newContext(),
    async ({ context }) => {
      const page = await context.newPage();
      const setSize = page.setViewportSize.bind(page);
      return Object.assign(page, {
        // After two frames, observers of sizes have seen the new size.
        async setViewportSize(size: Parameters<typeof setSize>[0]) {
          await setSize(size);
          await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
        },
      });
    },
  );
  return Object.assign(launcher, {
    // One page at a time: of several windows Firefox gives the focus to one.
    concurrency: 1,
    getOrStartBrowser: () => (launched ??= launchFirefox()),
    async stop() {
      await (await launched)?.close();
    },
  });
}
