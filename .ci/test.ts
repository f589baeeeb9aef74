import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Engine, engines, lacks, whyNot } from './engines/engines.ts';
import { seed } from './fast-check-seed.ts';
import { findBrowser } from './find-browser.ts';
import { freePort } from './free-port.ts';

/**
 * Runs every suite, or those whose names are given (`npm test -- elements`), and ends with `N passed, N failed`.
 * A suite that stops without results counts as one failure.
 *
 * Element tests run in every engine, journeys in Chromium. In Firefox and WebKit run the journeys of each engine; `npm test -- journeys
 * --engine firefox` runs all that are not Chromium's own. An engine that is not installed is named by a line, and nothing fails for it.
 */
interface Suite {
  readonly name: string;
  readonly tool: 'vitest' | 'wtr';
  readonly args: readonly string[];
  readonly zone?: string;
  /** Chromium, unless said otherwise. */
  readonly engine?: Engine;
}

/** Rules about days and clocks must not lean on the machine's own zone: northern, half-hour and far-side ones. */
const zones = ['America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia'];

const JOURNEYS = ['run', '--config', '.ci/vitest.journeys.config.ts'];
/** The start of the paths of journeys that the driver of every engine can run. */
const EVERY_ENGINE = 'test/journeys/every-engine';

const others = ['firefox', 'webkit'] as const satisfies readonly Engine[];

const inEveryEngine = (engine: Engine): Suite => ({
  name: `journeys in every engine, ${engine}`,
  tool: 'vitest',
  args: [...JOURNEYS, EVERY_ENGINE],
  engine,
});

const elements = (engine: Engine): Suite => ({ name: `elements, ${engine}`, tool: 'wtr', args: [], engine });

/**
 * Suites in one list run side by side. One engine's element tests alone leave a third of two cores idle, node's tests and the journeys
 * leave half of them.
 */
const suites: readonly (readonly Suite[])[] = [
  [
    { name: 'node', tool: 'vitest', args: ['run'] },
    ...zones.map((zone): Suite => ({ name: `domain in ${zone}`, tool: 'vitest', args: ['run', 'test/domain'], zone })),
  ],
  [elements('chromium')],
  others.map(elements),
  [{ name: 'journeys', tool: 'vitest', args: JOURNEYS }, ...others.map(inEveryEngine)],
  [{ name: 'examples', tool: 'vitest', args: ['run', '--config', '.ci/vitest.packed.config.ts'] }],
  [{ name: 'stories', tool: 'vitest', args: ['run', '--config', '.ci/vitest.stories.config.ts'] }],
];

/** Whole suites in one engine. WebKit's driver can run only the journeys written for every engine. */
const inEngine = (engine: Engine): readonly (readonly Suite[])[] => [
  [elements(engine)],
  [
    engine === 'webkit'
      ? inEveryEngine(engine)
      : { name: `journeys, ${engine}`, tool: 'vitest', args: JOURNEYS, engine },
  ],
];

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
const scratch = mkdtempSync(join(tmpdir(), 'culturebridge-test-'));

/** A suite that runs longer is ended. All elements in Firefox take almost half an hour on a busy machine. */
const MOST_MINUTES = 60;

/** Runs a tool of the project. What it prints is shown at once, each line behind `mark` where several run side by side. */
function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}, mark = ''): Promise<number> {
  return new Promise((done) => {
    const output = mark ? 'pipe' : 'inherit';
    const child = spawn(join(bin, command), args, {
      cwd: root,
      stdio: ['ignore', output, output],
      env: { ...process.env, ...env },
      timeout: MOST_MINUTES * 60_000,
    });
    for (const stream of [child.stdout, child.stderr])
      if (stream)
        createInterface({ input: stream }).on('line', (line) => line.trim() && console.log(`${mark} | ${line}`));
    child.on('error', () => done(1));
    child.on('exit', (code) => done(code ?? 1));
  });
}

interface Count {
  readonly passed: number;
  readonly failed: number;
  /** For each failed test: its file, its name and the first lines of the error. */
  readonly failures?: readonly string[];
}

/** The names of the tests that passed only when tried again, each after that of its suite. */
const retried: string[] = [];

/** What the suite's reporter wrote, of vitest or of the element runner. */
const countOf = (file: string): Count =>
  existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 0 };

async function runSuite(suite: Suite, isAlone: boolean): Promise<Count> {
  const file = join(scratch, `${suite.name.replaceAll('/', ' ')}.json`);
  const retriedFile = `${file}.retried`;
  const more =
    suite.tool === 'vitest'
      ? ['--reporter=default', '--reporter=./.ci/vitest-results.ts']
      : // Suites that begin at the same time would choose the same port.
        ['--port', String(await freePort())];
  const env = {
    TZ: suite.zone ?? 'UTC',
    // The machine's zone must change no answer: in these zones the property tests of slots repeat the first fifth of their runs.
    ...(suite.zone && { CB_TEST_SHARE: '0.2' }),
    CB_TEST_ENGINE: suite.engine ?? 'chromium',
    CB_TEST_RESULTS: file,
    CB_TEST_RETRIED: retriedFile,
  };
  const code = await run(suite.tool, [...suite.args, ...more], env, isAlone ? '' : suite.name);
  if (existsSync(retriedFile))
    retried.push(
      ...readFileSync(retriedFile, 'utf8')
        .trim()
        .split('\n')
        .map((test) => `${suite.name}: ${test}`),
    );
  const count = countOf(file);
  if (code === 0 || count.failed > 0) return count;
  return { ...count, failed: 1, failures: [`${suite.name}: ended with ${code}, though no test failed`] };
}

const { positionals: wanted, values: options } = parseArgs({
  allowPositionals: true,
  options: { engine: { type: 'string' } },
});
const named = engines.find((engine) => engine === options.engine);
if (options.engine !== undefined && !named) throw new Error(`No such engine. There are: ${engines.join(', ')}`);
const all = named ? inEngine(named) : suites;
const chosen = all
  .map((group) => group.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.startsWith(word))))
  .filter((group) => group.length > 0);
const names = chosen.flat().map(({ name }) => name);
if (names.length === 0)
  throw new Error(
    `No such suite. There are: ${all
      .flat()
      .map(({ name }) => name)
      .join(', ')}`,
  );

// Unpacked once, before suites that would do so at the same time.
process.env.CHROME_PATH = await findBrowser();

const summary: string[] = [];
const failures: string[] = [];
let passed = 0;
let failed = 0;
const add = (name: string, count: Count, started: number): void => {
  passed += count.passed;
  failed += count.failed;
  failures.push(...(count.failures ?? []));
  const seconds = Math.round((Date.now() - started) / 1000);
  summary.push(`${name}: ${count.passed} passed, ${count.failed} failed (${seconds} s)`);
};

const readsTypes = names.includes('examples') || names.includes('node');
if (readsTypes || names.some((name) => name.startsWith('journeys'))) {
  const started = Date.now();
  console.log('\n== build');
  // The types are built for `node`, which compares them with the sources, and `examples`, which installs the package.
  const code = await run('rollup', ['-c', ...(readsTypes ? [] : ['--configNoTypes']), '--silent']);
  if (code !== 0) add('build', { passed: 0, failed: 1 }, started);
}
for (const group of chosen) {
  const there: Suite[] = [];
  for (const suite of group) {
    const absent = suite.engine && (await whyNot(suite.engine));
    console.log(`\n== ${suite.name}`);
    if (absent) {
      console.log(absent);
      summary.push(`${suite.name}: ${absent}`);
      continue;
    }
    if (suite.engine && lacks[suite.engine].length > 0)
      console.log(`not tested in ${suite.engine}: ${lacks[suite.engine].join('; ')}`);
    there.push(suite);
  }
  const isAlone = there.length === 1;
  const started = Date.now();
  await Promise.all(there.map(async (suite) => add(suite.name, await runSuite(suite, isAlone), started)));
}
rmSync(scratch, { recursive: true, force: true });

console.log(`\n${summary.map((line) => `   ${line}`).join('\n')}`);
console.log(`   fast-check seed: ${seed}`);
console.log(`   tried again: ${retried.length === 0 ? 'none' : retried.length}`);
for (const name of retried) console.log(`     ${name}`);
if (failures.length > 0) console.log('   failed:');
for (const failure of failures) console.log(`     ${failure}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
