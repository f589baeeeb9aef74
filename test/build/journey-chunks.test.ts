import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { chunksOfJourney } from '../../.ci/rollup/journey-chunks.ts';
import {
  chunkModules,
  journeyChunks,
  occasionalModules,
  payingModules,
} from '../../src/elements/chunks/lazy-elements.ts';

/** A graph of modules as rollup tells it: each with what it imports. */
const graph = (modules: Readonly<Record<string, readonly string[]>>) => ({
  getModuleInfo: (id: string) => (modules[id] ? { importedIds: modules[id], isIncluded: true } : null),
});

const src = new URL('../../src/', import.meta.url).pathname;
const [firstChunk, secondChunk] = Object.keys(journeyChunks) as (keyof typeof journeyChunks)[] as [
  'first-look',
  'booking-steps',
];
const files = (chunk: keyof typeof journeyChunks): string[] => [
  `${src}elements/chunks/${chunk}.ts`,
  ...(chunkModules[chunk] ?? []).map((file) => src + file),
];

describe('a chunk of a journey', () => {
  const first = files(firstChunk);
  const second = files(secondChunk);
  const options = occasionalModules['page-options'].map((file) => src + file);
  const paying = payingModules.paying.map((file) => src + file);
  const modules = {
    'cdn.ts': ['everywhere.ts'],
    'everywhere.ts': [],
    ...Object.fromEntries(first.map((file) => [file, ['everywhere.ts', 'first-only.ts', 'both.ts']])),
    ...Object.fromEntries(second.map((file) => [file, ['second-only.ts', 'both.ts']])),
    ...Object.fromEntries(
      Object.values(occasionalModules).flatMap((all) => all.map((file) => [src + file, ['everywhere.ts']])),
    ),
    ...Object.fromEntries(paying.map((file) => [file, ['everywhere.ts', 'second-only.ts', 'paying-only.ts']])),
    'paying-only.ts': [],
    'first-only.ts': ['deeper.ts'],
    'deeper.ts': [],
    'second-only.ts': [],
    'both.ts': [],
    'elsewhere.ts': [],
  };

  test('holds its elements and what they alone import, however deep', () => {
    const chunkOf = chunksOfJourney('cdn.ts');
    for (const file of [...first, 'first-only.ts', 'deeper.ts']) expect(chunkOf(file, graph(modules))).toBe(firstChunk);
    for (const file of [...second, 'second-only.ts']) expect(chunkOf(file, graph(modules))).toBe(secondChunk);
    for (const file of options) expect(chunkOf(file, graph(modules))).toBe('page-options');
  });

  test('leaves to the first script what that has and what two chunks need, and to the bundler what no chunk needs', () => {
    const chunkOf = chunksOfJourney('cdn.ts');
    for (const file of ['cdn.ts', 'everywhere.ts', 'both.ts']) expect(chunkOf(file, graph(modules))).toBe('cdn');
    expect(chunkOf('elsewhere.ts', graph(modules))).toBeUndefined();
  });

  test('keeps what paying needs of it; paying holds the rest', () => {
    const chunkOf = chunksOfJourney('cdn.ts');
    expect(chunkOf('second-only.ts', graph(modules))).toBe(secondChunk);
    for (const file of [...paying, 'paying-only.ts']) expect(chunkOf(file, graph(modules))).toBe('paying');
  });

  test('follows the entry of a package, which passes on its other files', () => {
    const lit = { importedIds: ['/node_modules/lit/html.js'], isIncluded: false };
    const own = { importedIds: ['unused.ts'], isIncluded: false };
    const imports = {
      'cdn.ts': ['/node_modules/lit/index.js', 'index.ts'],
      '/node_modules/lit/html.js': [],
      'unused.ts': [],
    };
    const { getModuleInfo } = graph({ ...modules, ...imports });
    const found: Readonly<Record<string, typeof lit>> = { '/node_modules/lit/index.js': lit, 'index.ts': own };
    const chunkOf = chunksOfJourney('cdn.ts');
    const mixed = { getModuleInfo: (id: string) => found[id] ?? getModuleInfo(id) };
    expect(chunkOf('/node_modules/lit/html.js', mixed)).toBe('cdn');
    expect(chunkOf('unused.ts', mixed)).toBeUndefined();
  });

  test('follows the module that it is named by, which has no code but its imports', () => {
    const [named = ''] = files(firstChunk);
    const { getModuleInfo } = graph(modules);
    const shaken = (id: string) =>
      id === named ? { importedIds: ['first-only.ts'], isIncluded: false } : getModuleInfo(id);
    expect(chunksOfJourney('cdn.ts')('first-only.ts', { getModuleInfo: shaken })).toBe(firstChunk);
  });

  test('cannot be made of a module that is not there', () => {
    expect(() => chunksOfJourney('cdn.ts')('cdn.ts', graph({ 'cdn.ts': [] }))).toThrow(/lazy-elements\.ts/);
  });
});

type Built = Readonly<Record<string, { readonly name: string; readonly imports: readonly string[] }>>;

/** The chunks of the script tag as built, by file. */
function builtChunks(): Built {
  return JSON.parse(readFileSync(new URL('../../dist/cdn/chunks.json', import.meta.url), 'utf8'));
}

/** The names of the chunks that the chunks named `name` wait for, a list for each of them. */
function importsOf(chunks: Built, name: string): readonly (readonly (string | undefined)[])[] {
  const named = Object.values(chunks).filter((chunk) => chunk.name === name);
  return named.map(({ imports }) => imports.map((file) => chunks[file]?.name));
}

test('each chunk of the table was built, and waits for no other than the first script', () => {
  const chunks = builtChunks();
  for (const name of Object.keys({ ...journeyChunks, ...occasionalModules })) {
    expect([name, ...importsOf(chunks, name).map((names) => names.filter((one) => one !== 'cb-booking'))]).toEqual([
      name,
      [],
    ]);
  }
});

test('paying adds one chunk to those of a visitor who has chosen a session type and filled in the form', () => {
  const known = ['cb-booking', ...Object.keys(journeyChunks), 'choose-type'];
  const built = importsOf(builtChunks(), 'paying');
  expect(built.map((names) => names.filter((one) => one === undefined || !known.includes(one)))).toEqual([[]]);
});

test('the month has two templates for its days in the first script: one would give them no new buttons', () => {
  const script = readFileSync(new URL('../../dist/cdn/cb-booking.js', import.meta.url), 'utf8');
  expect(script.match(/<tbody\b/g)).toHaveLength(2);
});
