import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packedWorkspace } from '../../.ci/packed/workspace.ts';
import { TEST_START } from '../../.ci/test-clock.ts';
import { useExampleSites } from './example-sites.ts';

const sites = useExampleSites(packedWorkspace);

/** The folder of an example. */
const project = (name: string): string =>
  name === 'react-18' ? sites.packed.react18 : join(sites.packed.folder, name);

describe('from the packed package a guest books', () => {
  test('in plain HTML, with the script tag of another origin', async () => {
    await sites.bookOnce(await sites.serveFolder(project('html')), 'html');
  });

  test.each(['react', 'react-18', 'vue', 'svelte', 'solid', 'preact'])(
    'in %s, which compiles with its own checker',
    async (name) => {
      sites.packed.run(project(name), 'npm', ['run', 'build']);
      await sites.bookOnce(await sites.serveFolder(join(project(name), 'dist')), name.replace('-18', ''));
    },
  );

  test('in an app of Vite without a framework', async () => {
    sites.packed.run(project('vite'), 'vite', ['build']);
    await sites.bookOnce(await sites.serveFolder(join(project('vite'), 'dist')), 'vite');
  });

  test('in Next, rendered on the server', async () => {
    sites.packed.run(project('next'), 'next', ['build']);
    const address = await sites.start(project('next'), 'next', ['start', '--port', '0']);
    const html = await (await fetch(address)).text();
    expect(html).toContain('<cb-booking id="booking"');
    expect(html).toContain('Write to Ana to find a time');
    await sites.bookOnce(address, 'next');
    // The demo's clock is ahead of Next's: a month that both have.
    const drawn = await (await fetch(`${address}/drawn?cb-month=${TEST_START.slice(0, 7)}`)).text();
    expect(drawn).toMatch(/<template shadowrootmode="open">[\s\S]*href="\/drawn\?cb-slot=/);
  });

  test('in Astro, after a view transition there and back', async () => {
    sites.packed.run(project('astro'), 'astro', ['build']);
    await sites.bookOnce(await sites.serveFolder(join(project('astro'), 'dist')), 'astro', async (page) => {
      await page.getByRole('link', { name: 'About' }).click();
      await page.getByRole('heading', { name: 'About' }).waitFor();
      await page.getByRole('link', { name: 'Book' }).click();
    });
    expect(readFileSync(join(project('astro'), 'dist/drawn/index.html'), 'utf8')).toContain(
      '<template shadowrootmode="open">',
    );
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
      const folder = join(sites.packed.folder, 'html');
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
      const tsc = join(sites.packed.folder, 'node_modules', compiler, 'bin', 'tsc');
      expect(sites.packed.run(folder, process.execPath, [tsc, '-p', 'tsconfig.json'])).toBe('');
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

  test('has at most 12 packages and 12 MB, and nothing that only a server needs', () => {
    const folder = join(sites.packed.alone, 'node_modules');
    const installed = packagesIn(folder);
    expect(installed.length).toBeLessThanOrEqual(12);
    for (const name of ['date-fns', 'zod']) expect(installed).not.toContain(name);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
    expect(bytes).toBeLessThan(12_000_000);
  });

  test('runs the core and the elements in Node, as a server that renders pages does', () => {
    const code = `
      import '@culturebridge/booking/define';
      import { createBookingClient } from '@culturebridge/booking';
      import { CbBooking } from '@culturebridge/booking/elements';
      console.log(typeof createBookingClient, customElements.get('cb-booking') === CbBooking);
    `;
    expect(sites.packed.run(sites.packed.alone, process.execPath, ['--input-type=module', '--eval', code])).toBe(
      'function true\n',
    );
  });

  test.each([[[]], [['serve', '--data', 'x.sqlite']], [['check', 'https://api.example.com']]])(
    'says in one sentence what the command %j lacks',
    (args) => {
      const cli = join(sites.packed.alone, 'node_modules/@culturebridge/booking/dist/mock/cli.js');
      const said = () => sites.packed.run(sites.packed.alone, process.execPath, [cli, ...args]);
      expect(said).toThrow(
        /\nThe server needs packages that pages do without: npm install @hono\/node-server@\S+ @noble\/hashes@\S+ date-fns-tz@\S+ jose@\S+ ky@\S+ oauth4webapi@\S+ zod@\S+\n$/,
      );
    },
  );

  test('tells its version without them', () => {
    const cli = join(sites.packed.alone, 'node_modules/@culturebridge/booking/dist/mock/cli.js');
    const { version } = JSON.parse(
      readFileSync(join(sites.packed.alone, 'node_modules/@culturebridge/booking/package.json'), 'utf8'),
    );
    expect(sites.packed.run(sites.packed.alone, process.execPath, [cli, '--version'])).toBe(`${version}\n`);
  });
});
