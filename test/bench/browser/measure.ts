import type { Browser, CDPSession, Page } from 'playwright-core';

/** How a page is slowed down. Slow 4G as Lighthouse has it: 150 ms there and back, 1.6 Mbit/s. */
export interface Conditions {
  readonly cpu: number;
  readonly slow4g?: boolean;
}

/** One load of a page. Times in ms since the navigation began. */
export interface Load {
  /** For each of the asked things: when it was on screen. */
  readonly shown: readonly number[];
  /** Of tasks over 50 ms, what is over 50 ms, until the last of them was shown. */
  readonly blocking: number;
  readonly layouts: number;
  readonly styles: number;
  readonly bytes: number;
  readonly requests: number;
  /** Method and path of each request until the last of them was shown. */
  readonly asked: readonly string[];
}

/** Watches for paths through shadow roots, from the first frame on; runs in the page. */
function watch(paths: readonly (readonly string[])[]): void {
  const shown: number[] = paths.map(() => 0);
  const find = (path: readonly string[]): Element | null =>
    path.reduce<{ root: ParentNode | null | undefined; found: Element | null }>(
      ({ root }, selector) => {
        const found = root?.querySelector(selector) ?? null;
        return { root: found?.shadowRoot, found };
      },
      { root: document, found: null },
    ).found;
  const blocking: { end: number; over: number }[] = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      blocking.push({ end: startTime + duration, over: duration - 50 });
  }).observe({ type: 'longtask', buffered: true });
  const look = () => {
    for (const [index, path] of paths.entries()) if (!shown[index] && find(path)) shown[index] = performance.now();
    if (shown.every(Boolean)) Object.assign(globalThis, { benchDone: { shown, blocking } });
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** One of the browser’s own counters. */
export const metric = async (session: CDPSession, name: string): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find((each) => each.name === name)?.value ?? 0;
};

/** Slows a page down; returns the session with the browser's own tools. */
export async function slowDown(page: Page, { cpu, slow4g = false }: Conditions): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Performance.enable');
  const bytesPerSecond = (megabits: number) => (megabits * 1e6) / 8;
  if (slow4g) {
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: bytesPerSecond(1.6),
      uploadThroughput: bytesPerSecond(0.75),
    });
  }
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  return session;
}

/** Opens `url` in a page of its own and waits until all of `paths` are on screen. */
export async function load(
  browser: Browser,
  url: string,
  paths: readonly (readonly string[])[],
  conditions: Conditions,
): Promise<Load> {
  const context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  try {
    const session = await slowDown(page, conditions);
    const sent: { text: string; at: number }[] = [];
    let bytes = 0;
    session.on('Network.requestWillBeSent', ({ request, timestamp }) => {
      const text = `${request.method} ${new URL(request.url).pathname}`;
      if (request.url.startsWith('http')) sent.push({ text, at: timestamp * 1000 });
    });
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.addInitScript(watch, paths);
    await page.goto(url, { waitUntil: 'commit' });
    const done = await page.waitForFunction(() => Reflect.get(globalThis, 'benchDone'), undefined, { timeout: 60_000 });
    const layouts = await metric(session, 'LayoutCount');
    const styles = await metric(session, 'RecalcStyleCount');
    const { shown, blocking } = (await done.jsonValue()) as {
      shown: number[];
      blocking: { end: number; over: number }[];
    };
    const last = Math.max(...shown);
    const begun = sent[0]?.at ?? 0;
    const asked = sent.filter(({ at }) => at - begun < last).map(({ text }) => text);
    const over = blocking.filter(({ end }) => end <= last + 100).reduce((sum, each) => sum + each.over, 0);
    return { shown, blocking: over, layouts, styles, bytes, requests: asked.length, asked };
  } finally {
    await context.close();
  }
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
