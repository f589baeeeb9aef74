import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packedWorkspace, serverCommands } from '../../.ci/packed/workspace.ts';
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

  test('in Angular, as far as its compiler goes with strict templates: the rest takes minutes to install', () => {
    expect(sites.packed.run(project('angular'), 'ngc', ['--noEmit'])).toBe('');
    const wrong = readFileSync(join(project('angular'), 'src/app.ts'), 'utf8').replace('booked($event)', 'booked(1)');
    writeFileSync(join(project('angular'), 'src/app.ts'), wrong);
    expect(() => sites.packed.run(project('angular'), 'ngc', ['--noEmit'])).toThrow(/not assignable to .*BookedEvent/);
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

  /** What a compiler says of a file in a folder, without `skipLibCheck` and without types of Node. */
  const said = (compiler: string, folder: string, file: string, text: string): string => {
    writeFileSync(join(folder, file), text);
    const options = {
      compilerOptions: {
        target: 'ES2022',
        module: 'ESNext',
        moduleResolution: 'bundler',
        jsx: 'react-jsx',
        lib: ['ES2022', 'DOM', 'DOM.Iterable'],
        types: [],
        strict: true,
        exactOptionalPropertyTypes: true,
        skipLibCheck: false,
        noEmit: true,
      },
      files: [file],
    };
    writeFileSync(join(folder, 'tsconfig.strict.json'), JSON.stringify(options));
    const tsc = join(sites.packed.folder, 'node_modules', compiler, 'bin', 'tsc');
    return sites.packed.run(folder, process.execPath, [tsc, '-p', 'tsconfig.strict.json']);
  };

  /** Every path with types, but those of a framework, of the msw that a project brings, and the suite for who writes a store. */
  const everyPath = (): string => {
    const { name, exports } = JSON.parse(
      readFileSync(join(sites.packed.served, 'node_modules/@culturebridge/booking/package.json'), 'utf8'),
    ) as { name: string; exports: Readonly<Record<string, { types?: string }>> };
    const paths = Object.keys(exports).filter(
      (path) => exports[path]?.types && !/^\.\/(react|types\/\w+|mock\/msw)$/.test(path),
    );
    expect(paths.length).toBeGreaterThan(60);
    return paths
      .map((path, index) => `import * as path${index} from '${path.replace('.', name)}';\nconsole.log(path${index});`)
      .join('\n');
  };

  test.each(['typescript-5.4', 'typescript', 'typescript-7'])(
    'read by %s without skipLibCheck, are clean: of pages alone, and of every path',
    (compiler) => {
      expect(said(compiler, join(sites.packed.folder, 'html'), 'types.ts', source)).toBe('');
      const servers = `${everyPath()}
        import { booking, type Booking } from '@culturebridge/booking/contract';
        import { createBookingServer } from '@culturebridge/booking/server';
        export const read: Booking = booking.parse({});
        // @ts-expect-error: a server needs its store
        createBookingServer({});
      `;
      expect(said(compiler, sites.packed.served, 'types.ts', servers)).toBe('');
    },
  );

  test('know bare tags in React 19, and refuse a property of another type', () => {
    const page = `
      import '@culturebridge/booking/define';
      import type { CbBookingButton } from '@culturebridge/booking/elements';
      import type {} from '@culturebridge/booking/types/react';
      import { CbBooking } from '@culturebridge/booking/react';
      import { useRef } from 'react';
      export function Page() {
        const dialog = useRef<CbBookingButton>(null);
        return (
          <>
            <cb-booking className="wide" api="/" metadata={{ source: 'tag' }} oncb-booked={(event) => console.log(event.booking.id)} />
            <cb-booking-button ref={dialog} api="/" />
            {/* @ts-expect-error: a number is no address */}
            <cb-booking api={1} />
            {/* @ts-expect-error: a booking is no number */}
            <cb-booking oncb-booked={(event) => event.booking.toFixed()} />
            {/* @ts-expect-error: a component's properties are as strict */}
            <CbBooking api={1} />
          </>
        );
      }
    `;
    expect(said('typescript', project('react'), 'bare.tsx', page)).toBe('');
  });
});

describe('a server, by the commands that are printed', () => {
  /** Runs lines of a shell in the folder that the README's line installed into; what `until` finds in what it prints, and how to end it. */
  const shell = (lines: string, until: RegExp) => {
    const child = spawn('bash', ['-c', lines], {
      cwd: sites.packed.served,
      env: { ...process.env, PORT: '0', NO_UPDATE_NOTIFIER: '1' },
      detached: true,
    });
    let printed = '';
    const found = new Promise<string>((resolve, reject) => {
      const read = (chunk: unknown) => {
        printed += String(chunk);
        const [text] = until.exec(printed) ?? [];
        if (text) resolve(text);
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.on('close', () => reject(new Error(`${lines}\nprinted ${printed}`)));
    });
    const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
    const stop = async (): Promise<void> => {
      try {
        // The whole group: `npx` starts the command as a process of its own.
        if (child.pid) process.kill(-child.pid, 'SIGTERM');
      } catch {
        // It has ended by itself.
      }
      await ended;
    };
    return { found, stop };
  };
  const guide = readFileSync(join(import.meta.dirname, '../../docs/server.md'), 'utf8');

  test('starts on a file, hosts its script, takes a coach, and is looked over by `check`', async () => {
    const [, addCoach = ''] = /```bash\n(echo [\s\S]*?add-coach[\s\S]*?)\n```/.exec(guide) ?? [];
    const server = shell(serverCommands, /http:\/\/\S+(?=, data in booking\.sqlite)/);
    try {
      const address = await server.found;
      expect((await fetch(`${address}/health`)).status).toBe(200);
      expect((await fetch(`${address}/cdn/cb-booking.js`)).headers.get('content-type')).toMatch(/javascript/);
      const coach = shell(addCoach, /[0-9a-f-]{36}/);
      const id = await coach.found;
      await coach.stop();
      expect((await (await fetch(`${address}/coaches/${id}`)).json()).name).toBe('Ana Keller');
      const check = shell(
        `npx culturebridge-booking check ${address}`,
        /GET \/booking\/coach\/\{coach_id\}\/availability.*/,
      );
      await check.found;
      await check.stop();
    } finally {
      await server.stop();
    }
  });

  test('or is the mock, with people to log in as', async () => {
    const mock = shell('npx culturebridge-booking --port 0 --clock 2025-11-05T10:30:00Z', /http:\/\/localhost:\d+/);
    try {
      const address = (await mock.found).replace('localhost', '127.0.0.1');
      expect((await (await fetch(`${address}/coaches`)).json()).coaches.length).toBeGreaterThan(3);
    } finally {
      await mock.stop();
    }
  });
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
