import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { chunksOfJourney } from '../../.ci/rollup/journey-chunks.ts';
import {
  chunkModules,
  journeyChunks,
  laterModules,
  occasionalModules,
} from '../../src/elements/chunks/lazy-elements.ts';

/** Shared by the texts of languages. */
const plurals = new URL('../../src/domain/language/plurals.ts', import.meta.url).pathname;

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
  const paying = laterModules.paying.map((file) => src + file);
  const signIn = laterModules['sign-in'].map((file) => src + file);
  const modules = {
    'cdn.ts': ['everywhere.ts'],
    'everywhere.ts': [],
    ...Object.fromEntries(first.map((file) => [file, ['everywhere.ts', 'first-only.ts', 'both.ts']])),
    ...Object.fromEntries(second.map((file) => [file, ['second-only.ts', 'both.ts']])),
    ...Object.fromEntries(
      Object.values(occasionalModules).flatMap((all) => all.map((file) => [src + file, ['everywhere.ts']])),
    ),
    ...Object.fromEntries(paying.map((file) => [file, ['everywhere.ts', 'second-only.ts', 'paying-only.ts']])),
    ...Object.fromEntries(signIn.map((file) => [file, ['everywhere.ts', 'second-only.ts', 'sign-in-only.ts']])),
    'paying-only.ts': [],
    'sign-in-only.ts': [],
    'first-only.ts': ['deeper.ts'],
    'deeper.ts': [],
    'second-only.ts': [],
    'both.ts': [],
    'elsewhere.ts': [],
    [plurals]: [],
  };

  test('holds its elements and what they alone import, however deep', () => {
    const chunkOf = chunksOfJourney('cdn.ts');
    for (const file of [...first, 'first-only.ts', 'deeper.ts']) expect(chunkOf(file, graph(modules))).toBe(firstChunk);
    for (const file of [...second, 'second-only.ts']) expect(chunkOf(file, graph(modules))).toBe(secondChunk);
    for (const file of options) expect(chunkOf(file, graph(modules))).toBe('page-options');
  });

  test('leaves to the first script what that has and what two chunks need, and to the bundler what no chunk needs', () => {
    const chunkOf = chunksOfJourney('cdn.ts');
    for (const file of ['cdn.ts', 'everywhere.ts', 'both.ts', plurals])
      expect(chunkOf(file, graph(modules))).toBe('cdn');
    expect(chunkOf('elsewhere.ts', graph(modules))).toBeUndefined();
  });

  test('keeps what paying and the sign-in need of it; they hold the rest', () => {
    const chunkOf = chunksOfJourney('cdn.ts');
    expect(chunkOf('second-only.ts', graph(modules))).toBe(secondChunk);
    for (const file of [...paying, 'paying-only.ts']) expect(chunkOf(file, graph(modules))).toBe('paying');
    for (const file of [...signIn, 'sign-in-only.ts']) expect(chunkOf(file, graph(modules))).toBe('sign-in');
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
    expect(() => chunksOfJourney('cdn.ts')('cdn.ts', graph({ 'cdn.ts': [], [plurals]: [] }))).toThrow(
      /lazy-elements\.ts/,
    );
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

test('no chunk imports another but the first script in so many words: one that came at a second try would be out of its reach', () => {
  const folder = new URL('../../dist/cdn/', import.meta.url);
  for (const file of Object.keys(builtChunks())) {
    const code = readFileSync(new URL(file, folder), 'utf8');
    const from = [...code.matchAll(/\b(?:import|export)(?:\{[^}]*\}from|\*[^"]*from)?"(\.\/[^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect([file, ...from.filter((name) => name !== './cb-booking.js')]).toEqual([file]);
  }
});

test('no chunk waits for one that waits for it', () => {
  const chunks = builtChunks();
  const waits = (file: string, path: readonly string[]): void => {
    expect(path).not.toContain(file);
    for (const next of chunks[file]?.imports ?? []) if (next !== 'cb-booking.js') waits(next, [...path, file]);
  };
  for (const file of Object.keys(chunks)) waits(file, []);
});

test('a language is one request after the first script', () => {
  const languages = Object.values(builtChunks()).filter(({ name }) =>
    /^\w+(-hant)?-(journey|selling|visits|calendars|desk)$/.test(name),
  );
  expect(languages.length).toBeGreaterThan(90);
  expect(languages.filter(({ imports }) => imports.some((file) => file !== 'cb-booking.js'))).toEqual([]);
});

test('the sign-in waits for the steps that a visitor has already', () => {
  const names = importsOf(builtChunks(), 'sign-in').flat();
  expect(names.filter((name) => name !== 'cb-booking')).toEqual(['booking-steps']);
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
