import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PackedWorkspace, packedWorkspace } from '../../.ci/packed/workspace.ts';
import { type NodeHost, serve } from '../../src/server/hosts/node.ts';
import { staticFile } from '../../src/server/hosts/static-files.ts';
import { type Demo, OPEN_DAY, openBrowser, openPage, startDemo } from '../journeys/demo.ts';

let demo: Demo;
let browser: Browser;
let packed: PackedWorkspace;
const sites: NodeHost[] = [];
const children: ChildProcess[] = [];
beforeAll(async () => {
  demo = await startDemo();
  packed = packedWorkspace(demo.url);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  for (const site of sites) await site.stop();
  for (const child of children) child.kill('SIGTERM');
  packed?.dispose();
  await demo?.stop();
});

/** The folder of an example. */
const project = (name: string): string => (name === 'react-18' ? packed.react18 : join(packed.folder, name));

/** Serves a folder of built files; its address. */
async function serveFolder(folder: string): Promise<string> {
  const answer = async (request: Request) =>
    (await staticFile(folder, new URL(request.url).pathname)) ?? new Response('Not found', { status: 404 });
  const site = await serve(answer, { port: 0, idleGraceMs: 0 });
  sites.push(site);
  return site.url;
}

/** Starts a server of an example's own; its address. */
function start(folder: string, program: string, args: readonly string[]): Promise<string> {
  const child = spawn(join(packed.folder, 'node_modules/.bin', program), args, {
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
}

/** Books once, and finds that a property, an event and a method of the elements have arrived. */
async function bookOnce(address: string, source: string, before?: (page: Page) => Promise<void>) {
  const { page, errors } = await openPage(browser, { ...demo, url: address });
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
  const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/booking'));
  await page
    .locator('cb-booking')
    .first()
    .getByRole('button', { name: /^Book / })
    .click();
  expect((await sent).postDataJSON().metadata).toEqual({ source });
  await page.getByText(/^\s*Booked for .*pending/).waitFor();
  await page.getByRole('button', { name: 'Book in a dialog' }).click();
  await page.getByRole('dialog').getByRole('gridcell').first().waitFor();
  expect(errors).toEqual([]);
  await page.context().close();
}
/** Each example takes a day of its own. */
let taken = 0;

describe('from the packed package a guest books', () => {
  test('in plain HTML, with the script tag of another origin', async () => {
    await bookOnce(await serveFolder(project('html')), 'html');
  });

  test.each(['react', 'react-18', 'vue', 'svelte', 'solid'])(
    'in %s, which compiles with its own checker',
    async (name) => {
      packed.run(project(name), 'npm', ['run', 'build']);
      await bookOnce(await serveFolder(join(project(name), 'dist')), name.replace('-18', ''));
    },
  );

  test('in Next, rendered on the server', async () => {
    packed.run(project('next'), 'next', ['build']);
    const address = await start(project('next'), 'next', ['start', '--port', '0']);
    const html = await (await fetch(address)).text();
    expect(html).toContain('<cb-booking id="booking"');
    expect(html).toContain('Write to Ana to find a time');
    await bookOnce(address, 'next');
  });

  test('in Astro, after a view transition there and back', async () => {
    packed.run(project('astro'), 'astro', ['build']);
    await bookOnce(await serveFolder(join(project('astro'), 'dist')), 'astro', async (page) => {
      await page.getByRole('link', { name: 'About' }).click();
      await page.getByRole('heading', { name: 'About' }).waitFor();
      await page.getByRole('link', { name: 'Book' }).click();
    });
  });
});

describe('the types of the packed package', () => {
  const source = `
    import '@culturebridge/booking/define';
    import { createBookingClient, type Slot } from '@culturebridge/booking';
    import { CbBooking, type BookedEvent } from '@culturebridge/booking/elements';
    import { CbBookings } from '@culturebridge/booking/define/bookings';
    export const booking: CbBooking = document.createElement('cb-booking');
    export const tag: CbBookings = document.createElement('cb-bookings');
    booking.metadata = { campaign: 'spring' };
    // @ts-expect-error: a number is no address
    booking.api = 1;
    document.addEventListener('cb-booked', (event) => {
      const known: BookedEvent = event;
      const id: string = known.booking.id;
      console.log(id);
    });
    window.addEventListener('cb-slot-select', ({ slot }) => {
      const chosen: Slot = slot;
      console.log(chosen.start);
    });
    document.querySelector('cb-booking-button')?.show().then(() => undefined);
    export const client = createBookingClient({ api: 'https://api.example.com' });
  `;

  test.each(['typescript-5.4', 'typescript', 'typescript-7'])(
    'read by %s without skipLibCheck, are clean',
    (compiler) => {
      const folder = join(packed.folder, 'html');
      writeFileSync(join(folder, 'types.ts'), source);
      const options = {
        compilerOptions: {
          target: 'ES2022',
          module: 'ESNext',
          moduleResolution: 'bundler',
          lib: ['ES2022', 'DOM', 'DOM.Iterable'],
          types: [],
          strict: true,
          exactOptionalPropertyTypes: true,
          skipLibCheck: false,
          noEmit: true,
        },
        files: ['types.ts'],
      };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(options));
      const tsc = join(packed.folder, 'node_modules', compiler, 'bin', 'tsc');
      expect(packed.run(folder, process.execPath, [tsc, '-p', 'tsconfig.json'])).toBe('');
    },
  );
});

describe('an install for pages', () => {
  const packagesIn = (folder: string): readonly string[] =>
    readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .flatMap((name) =>
        name.startsWith('@') ? readdirSync(join(folder, name)).map((each) => `${name}/${each}`) : name,
      );

  test('has at most 12 packages, and none that only a server needs', () => {
    const installed = packagesIn(join(packed.alone, 'node_modules'));
    expect(installed.length).toBeLessThanOrEqual(12);
    expect(installed).not.toContain('date-fns');
  });

  test('runs the core and the elements in Node, as a server that renders pages does', () => {
    const code = `
      import '@culturebridge/booking/define';
      import { createBookingClient } from '@culturebridge/booking';
      import { CbBooking } from '@culturebridge/booking/elements';
      console.log(typeof createBookingClient, customElements.get('cb-booking') === CbBooking);
    `;
    expect(packed.run(packed.alone, process.execPath, ['--input-type=module', '--eval', code])).toBe('function true\n');
  });

  test.each([[[]], [['serve', '--data', 'x.sqlite']], [['check', 'https://api.example.com']]])(
    'says in one sentence what the command %j lacks',
    (args) => {
      const cli = join(packed.alone, 'node_modules/@culturebridge/booking/dist/mock/cli.js');
      const said = () => packed.run(packed.alone, process.execPath, [cli, ...args]);
      expect(said).toThrow(
        /\nThe server needs packages that pages do without: npm install @hono\/node-server@\S+ @noble\/hashes@\S+ date-fns-tz@\S+ jose@\S+ ky@\S+ oauth4webapi@\S+\n$/,
      );
    },
  );

  test('tells its version without them', () => {
    const cli = join(packed.alone, 'node_modules/@culturebridge/booking/dist/mock/cli.js');
    const { version } = JSON.parse(
      readFileSync(join(packed.alone, 'node_modules/@culturebridge/booking/package.json'), 'utf8'),
    );
    expect(packed.run(packed.alone, process.execPath, [cli, '--version'])).toBe(`${version}\n`);
  });
});
