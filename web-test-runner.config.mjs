import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { engineUnderTest } from './.ci/engines/engines.ts';
import { browserArgs, findBrowser } from './.ci/find-browser.ts';
import { patientWaits } from './.ci/patient-waits.mjs';
import { moveClock, untilTestStart } from './.ci/test-clock.ts';
import { bundledTests } from './.ci/wtr-bundle.mjs';
import { pictures } from './.ci/wtr-pictures.mjs';
import { resultsReporter, tellRetried } from './.ci/wtr-results.mjs';

const engine = engineUnderTest();
const results = process.env.CB_TEST_RESULTS;

/** The other engines' drivers are loaded only where they are used. */
const launchers = {
  chromium: async () =>
    // The Playwright launcher, because only there does emulateMedia reach forced colours.
    playwrightLauncher({
      product: 'chromium',
      launchOptions: { executablePath: await findBrowser(), args: [...browserArgs] },
    }),
  firefox: async () => (await import('./.ci/engines/firefox.ts')).firefoxLauncher(),
  webkit: async () => (await import('./.ci/engines/webkit-launcher.ts')).webkitLauncher(),
};

/** The most that a test takes, ms. The other engines take longer for axe: at a load of ten a core, WebKit needs more than half a minute for a coach's whole editor. */
const testMs = engine === 'chromium' ? 30_000 : 60_000;
/** Applied before esbuild, which rewrites the text that they look for. */
const transforms = [patientWaits(testMs / 3), tellRetried()];
/** Undefined where files change during the run, and where lines that ran are counted by file. */
const bundled = process.argv.some((word) => word === '--watch' || word === '--coverage')
  ? undefined
  : bundledTests(transforms);

/** Element tests: a real browser, one page a file. `CB_TEST_ENGINE` names another engine than Chromium. */
export default {
  files: 'test/elements/**/*.test.ts',
  nodeResolve: { exportConditions: ['browser', 'development'] },
  concurrency: 2,
  // The first page of an engine waits for its start, and each page for what is being built at the same time.
  browserStartTimeout: 120_000,
  testsFinishTimeout: 600_000,
  // A browser on a busy machine: one more try, and a real fault still fails twice. `npm test` names each test that needed it.
  testFramework: { config: { timeout: testMs, retries: 1 } },
  testRunnerHtml: (framework) =>
    `<!doctype html><html><body><script>(${moveClock})(${untilTestStart()});</script><script type="module" src="${framework}"></script></body></html>`,
  middleware: bundled ? [bundled.middleware] : [],
  plugins: [
    ...transforms,
    // `ts: true` reads TypeScript; the tsconfig carries the decorator settings.
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)) }),
    pictures(),
    // The other commands' plugins are there by default.
    a11ySnapshotPlugin(),
  ],
  browsers: [await launchers[engine]()],
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
  reporters: [
    defaultReporter(),
    ...(bundled ? [bundled.reporter] : []),
    ...(results ? [resultsReporter(results, process.env.CB_TEST_RETRIED)] : []),
  ],
  coverageConfig: { include: ['src/**/*.ts'] },
};
