import { chromium } from 'playwright-core';
import { browserArgs, findBrowser } from '../../.ci/find-browser.ts';
import { startBenchServer } from './browser/pages.ts';

/*
 * Puts the widget into a page and takes it out again, many times over, and counts what stays: heap, nodes, listeners. What grows
 * with the number of mounts is a leak.
 */

const MOUNTS = Number(process.argv[2] ?? 1000);
const STEP = Math.max(1, Math.floor(MOUNTS / 5));

const server = await startBenchServer();
const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: [...browserArgs, '--js-flags=--expose-gc'],
});
try {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  // The element keeps a visitor's place for ten minutes after it was taken out: the page's clock is set past them before counting.
  await page.clock.install();
  await page.goto(server.urlOf('ours'));
  await page.locator('cb-slot-list .time').first().waitFor();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const count = async () => {
    await page.clock.fastForward('15:00');
    await page.waitForTimeout(200);
    for (let again = 0; again < 3; again++) await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    return [(of('JSHeapUsedSize') / 1e6).toFixed(2), of('Nodes'), of('JSEventListeners')];
  };
  console.log(
    `Chromium ${browser.version()}\n\n| mounts | heap, MB | nodes | listeners |\n| ---: | ---: | ---: | ---: |`,
  );
  for (let done = 0; done <= MOUNTS; done += STEP) {
    console.log(`| ${done} | ${(await count()).join(' | ')} |`);
    if (done + STEP > MOUNTS) break;
    await page.evaluate(async (times) => {
      const [widget] = document.getElementsByTagName('cb-booking');
      const attributes = widget ? [...widget.attributes].map(({ name, value }) => [name, value] as const) : [];
      widget?.remove();
      for (let mount = 0; mount < times; mount++) {
        const next = document.createElement('cb-booking');
        for (const [name, value] of attributes) next.setAttribute(name, value);
        document.body.append(next);
        await next.updateComplete;
        if (mount < times - 1) next.remove();
      }
    }, STEP);
  }
} finally {
  await browser.close();
  server.close();
}
