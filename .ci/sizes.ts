import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { type Plugin, rollup } from 'rollup';
import { askedElements } from '../src/elements/asked/asked-elements.ts';
import { laterModules, occasionalElements, occasionalModules } from '../src/elements/chunks/lazy-elements.ts';
import { journeyElements, pageElements } from '../src/elements/definitions/page-elements.ts';

/** One chunk of the script-tag build, as rollup reported it. */
interface Chunk {
  readonly name: string;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
}

/** A limit, and the files that count against it. */
export interface SizeEntry {
  readonly name: string;
  readonly path: readonly string[];
  /** As size-limit reads it; kB are 1,000 bytes. */
  readonly limit: string;
}

/** Chunks that only some visitors of the times and the form load. */
const occasional: readonly string[] = [
  ...Object.keys(occasionalElements).map((tag) => tag.replace('cb-', '')),
  ...Object.keys({ ...occasionalModules, ...laterModules }),
];

/**
 * Chunks that booking a session does not take: the coach's side, lists, paying, the dialog, and what only some visitors load.
 */
const beyondBooking: ReadonlySet<string> = new Set([
  ...Object.keys({ ...pageElements, ...askedElements })
    .filter((tag) => !(tag in journeyElements))
    .map((tag) => tag.replace('cb-', '')),
  ...occasional,
]);

/** Texts of languages, and of refusals in any: nobody loads more than one language. */
const languagePart = /-(journey|selling|visits|calendars|desk|refusals)$/;

const entry = 'cb-booking.js';

/** All files that `from` loads, over the edges that `follow` gives. */
function closure(chunks: Readonly<Record<string, Chunk>>, follow: (chunk: Chunk) => readonly string[]): string[] {
  const reached = new Set<string>();
  const visit = (file: string): void => {
    const chunk = chunks[file];
    if (!chunk || reached.has(file)) return;
    reached.add(file);
    for (const next of follow(chunk)) visit(next);
  };
  visit(entry);
  return [...reached];
}

/** The exports counted as "the core alone": enough to book without an element. */
const coreEntry = `
  export { createBookingClient, createSignIn, createAvailability, createBookingFlow } from './src/index.ts';
  export { googleLink, outlookLink, office365Link, yahooLink, toICalendar } from './src/index.ts';
`;

/** Bundles the core with all its dependencies, by the plugins of the last build in `rollup.config.mjs`, and gives the file. */
async function bundleCore(root: string): Promise<string> {
  const config = await import(join(root, 'rollup.config.mjs'));
  const { plugins, onwarn } = config.default({ configNoTypes: true }).at(-1);
  const virtual = {
    name: 'core-entry',
    resolveId: (id: string) => (id === 'core' ? join(root, 'core-entry.ts') : null),
    load: (id: string) => (id === join(root, 'core-entry.ts') ? coreEntry : null),
  };
  // An application that imports the core brings zod itself, whole.
  const asInstalled = plugins.filter(({ name }: Plugin) => name !== 'lean-contract');
  const bundle = await rollup({ input: 'core', onwarn, plugins: [virtual, ...asInstalled] });
  const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: true });
  const folder = join(root, 'node_modules', '.cache', 'culturebridge');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'core.js');
  writeFileSync(file, output[0].code);
  return file;
}

/** The limits and their files; needs a build in `dist`. */
export async function sizeEntries(root: string): Promise<readonly SizeEntry[]> {
  const folder = join(root, 'dist', 'cdn');
  const chunks = JSON.parse(readFileSync(join(folder, 'chunks.json'), 'utf8')) as Record<string, Chunk>;
  const isBooking = (file: string): boolean => {
    const name = chunks[file]?.name ?? '';
    return !beyondBooking.has(name) && !languagePart.test(name);
  };
  /** The file of the language that has the longest texts in a part. */
  const longest = (part: string): string[] =>
    Object.keys(chunks)
      .filter((file) => chunks[file]?.name.endsWith(`-${part}`))
      .map((file) => ({ file: join(folder, file), bytes: brotliCompressSync(readFileSync(join(folder, file))).length }))
      .sort((a, b) => b.bytes - a.bytes)
      .slice(0, 1)
      .map(({ file }) => file);
  const firstPaint = closure(chunks, ({ imports }) => imports);
  const journey = closure(chunks, ({ imports, dynamicImports }) => [...imports, ...dynamicImports.filter(isBooking)]);
  const sometimes = closure(chunks, ({ imports, dynamicImports }) => [
    ...imports,
    ...dynamicImports.filter((file) => isBooking(file) || occasional.includes(chunks[file]?.name ?? '')),
  ]).filter((file) => !journey.includes(file));
  const paths = (files: readonly string[]): string[] => files.map((file) => join(folder, file));
  return [
    { name: 'First paint: cb-booking.js and its static imports', path: paths(firstPaint), limit: '36 kB' },
    { name: "A client's whole journey, its lazy chunks included", path: paths(journey), limit: '60 kB' },
    { name: 'What only some of these visitors load besides, all of it', path: paths(sometimes), limit: '47.5 kB' },
    { name: 'Another language than English, the longest: booking', path: longest('journey'), limit: '5 kB' },
    { name: 'The same: session types and paying', path: longest('selling'), limit: '5 kB' },
    { name: 'The same: own bookings, account, list of coaches', path: longest('visits'), limit: '5 kB' },
    { name: 'The same: calendars', path: longest('calendars'), limit: '5 kB' },
    { name: 'The same: what coaches and admins read', path: longest('desk'), limit: '10.5 kB' },
    { name: 'The core alone, with all its dependencies', path: [await bundleCore(root)], limit: '27.2 kB' },
  ];
}

/** A row of the README's table. */
export interface Measured {
  readonly name: string;
  readonly limit: string;
  readonly bytes: number;
}

/** The sizes by brotli, each file by itself as it is sent. */
export async function measure(root: string): Promise<readonly Measured[]> {
  const entries = await sizeEntries(root);
  return entries.map(({ name, limit, path }) => ({
    name,
    limit,
    bytes: path.reduce((sum, file) => sum + brotliCompressSync(readFileSync(file)).length, 0),
  }));
}

/** The sizes to the half kB: finer than that they change with every edit. */
export function sizeTable(measured: readonly Measured[]): string {
  const rows = measured.map(({ name, limit, bytes }) => `| ${name} | ${Math.round(bytes / 500) / 2} kB | ${limit} |`);
  return ['| minified, brotli | size | limit |', '| --- | --- | --- |', ...rows].join('\n');
}
