import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import type { ExampleInstall } from '../../.ci/packed/workspace.ts';
import { type NodeHost, serve } from '../../src/server/hosts/node.ts';
import { staticFile } from '../../src/server/hosts/static-files.ts';
import { type Demo, OPEN_DAY, openBrowser, openPage, startDemo } from '../journeys/demo.ts';

/** Built examples as sites, a demo that answers them, and a browser, for all tests of a file. */
export interface ExampleSites<Install extends ExampleInstall> {
  /** What `install` made. */
  readonly packed: Install;
  /** Serves a folder of built files; its address. */
  serveFolder(folder: string): Promise<string>;
  /** Starts a server of an example's own; its address. */
  start(folder: string, program: string, args: readonly string[]): Promise<string>;
  /** Books once, and finds that a property, an event and a method of the elements have arrived. */
  bookOnce(address: string, source: string, before?: (page: Page) => Promise<void>): Promise<void>;
}

/** Installs with `install`, which gets the address of the demo; everything is there from the first test on, and ends after the last. */
export function useExampleSites<Install extends ExampleInstall>(
  install: (api: string) => Install,
): ExampleSites<Install> {
  const stage = {} as { demo: Demo; browser: Browser; packed: Install };
  const sites: NodeHost[] = [];
  const children: ChildProcess[] = [];
  /** Each example takes a day of its own. */
  let taken = 0;
  beforeAll(async () => {
    stage.demo = await startDemo();
    stage.packed = install(stage.demo.url);
    stage.browser = await openBrowser();
  });
  afterAll(async () => {
    await stage.browser?.close();
    for (const site of sites) await site.stop();
    for (const child of children) child.kill('SIGTERM');
    stage.packed?.dispose();
    await stage.demo?.stop();
  });
  return {
    get packed() {
      return stage.packed;
    },
    async serveFolder(folder) {
      const answer = async (request: Request) =>
        (await staticFile(folder, new URL(request.url).pathname)) ?? new Response('Not found', { status: 404 });
      const site = await serve(answer, { port: 0, idleGraceMs: 0 });
      sites.push(site);
      return site.url;
    },
    start(folder, program, args) {
      const child = spawn(join(stage.packed.folder, 'node_modules/.bin', program), args, {
        cwd: folder,
        env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: undefined },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      children.push(child);
      let printed = '';
      // Read to its end: a server whose output nobody takes any more would stop.
      return new Promise((resolve, reject) => {
        child.stdout.on('data', (chunk) => {
          printed += String(chunk);
          const [address] = /http:\/\/localhost:\d+/.exec(printed) ?? [];
          if (address) resolve(address);
        });
        child.on('exit', () => reject(new Error(printed)));
      });
    },
    async bookOnce(address, source, before) {
      const { page, errors } = await openPage(stage.browser, { ...stage.demo, url: address });
      await page.goto(address);
      await before?.(page);
      await page.getByRole('button', { name: 'Next month' }).click();
      await page.getByRole('gridcell', { name: OPEN_DAY }).nth(taken++).getByRole('button').click();
      await page
        .getByRole('button', { name: /^\d+:\d\d/ })
        .nth(1)
        .click();
      await page.getByLabel('Name').fill('Mira Okafor');
      await page.getByLabel('E-mail').fill(`${source}@example.com`);
      const book = page
        .locator('cb-booking')
        .first()
        .getByRole('button', { name: /^Book / });
      const [sent] = await Promise.all([
        page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/booking')),
        book.click(),
      ]);
      expect(sent.postDataJSON().metadata).toEqual({ source });
      await page.getByText(/^\s*Booked for .*pending/).waitFor();
      await page.getByRole('button', { name: 'Book in a dialog' }).click();
      await page.getByRole('dialog').getByRole('gridcell').first().waitFor();
      expect(errors).toEqual([]);
      await page.context().close();
    },
  };
}
