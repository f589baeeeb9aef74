import { chromium } from 'playwright-core';
import { browserArgs, findBrowser } from '../../.ci/find-browser.ts';
import { type Load, load, median } from './browser/measure.ts';
import { type PageName, pressable, startBenchServer } from './browser/pages.ts';

/*
 * From the navigation to something that takes a press: our first day and first times, the days of a bare date grid (cally, which
 * knows no times), a static table, and our first times where a server drew them. The pages take turns, so that all of them meet the same machine: the times are relative to
 * each other in one run, and say little by themselves.
 */

const RUNS = Number(process.argv[2] ?? 7);
const pages: readonly PageName[] = [
  'ours',
  'ours from another origin',
  'ours drawn',
  'ours drawn without scripts',
  'cally',
  'static',
];

const server = await startBenchServer();
const browser = await chromium.launch({ executablePath: await findBrowser(), args: [...browserArgs] });
try {
  console.log(`${RUNS} runs after one to warm up, 4x slower processor, Chromium ${browser.version()}.`);
  console.log('Compare within a table: the milliseconds depend on the machine and on what else it does.');
  // Late in a month ours asks for two months, and draws them together.
  console.log(`The pages' day: ${new Date().toDateString()}.`);
  for (const slow4g of [false, true]) {
    const loads = new Map<PageName, Load[]>(pages.map((page) => [page, []]));
    for (let run = 0; run <= RUNS; run++) {
      for (const page of pages) {
        const one = await load(browser, server.urlOf(page), pressable[page], { cpu: 4, slow4g });
        if (run > 0) loads.get(page)?.push(one);
      }
    }
    report(slow4g ? 'Slow 4G (150 ms, 1.6 Mbit/s)' : 'Local', loads);
  }
} finally {
  await browser.close();
  server.close();
}
// Whatever else may still be open: the tables are printed.
process.exit();

function report(title: string, loads: ReadonlyMap<PageName, readonly Load[]>): void {
  const lastOf = (page: PageName) => (loads.get(page) ?? []).map(({ shown }) => Math.max(...shown));
  const blockingOf = (page: PageName) => median((loads.get(page) ?? []).map(({ blocking }) => blocking));
  const times = (value: number, reference: number) => (reference > 0 ? `${(value / reference).toFixed(2)} ×` : '–');
  const reference = median(lastOf('cally'));
  console.log(`\n${title}\n`);
  console.log(
    '| page | first day, ms | pressable, ms | least | against cally | against static | blocking, ms | against cally | layouts | styles | kB | requests |',
  );
  console.log(`| --- |${' ---: |'.repeat(11)}`);
  for (const [page, runs] of loads) {
    const last = lastOf(page);
    const of = (pick: (load: Load) => number) => Math.round(median(runs.map(pick)));
    const cells = [
      of(({ shown }) => shown[0] ?? 0),
      Math.round(median(last)),
      Math.round(Math.min(...last)),
      times(median(last), reference),
      times(median(last), median(lastOf('static'))),
      of(({ blocking }) => blocking),
      times(blockingOf(page), blockingOf('cally')),
      of(({ layouts }) => layouts),
      of(({ styles }) => styles),
      (median(runs.map(({ bytes }) => bytes)) / 1000).toFixed(1),
      of(({ requests }) => requests),
    ];
    console.log(`| ${page} | ${cells.join(' | ')} |`);
  }
}
