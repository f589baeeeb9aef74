import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserArgs, findBrowser } from '../.ci/find-browser.ts';

/** Every story is a test: it renders, its play function passes, axe finds nothing. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [storybookTest({ configDir: fileURLToPath(new URL('.', import.meta.url)) })],
  test: {
    name: 'stories',
    // A browser on a busy machine: one more try, and a real fault still fails twice. `npm test` names each test that needed it.
    retry: 1,
    testTimeout: 30_000,
    maxWorkers: 2,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        // Colours are judged when they have settled.
        contextOptions: { reducedMotion: 'reduce' },
        launchOptions: { executablePath: await findBrowser(), args: [...browserArgs] },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
