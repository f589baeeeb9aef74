import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { chunksOfJourney } from '../../.ci/rollup/journey-chunks.ts';
import { chunkModules, journeyChunks } from '../../src/elements/chunks/lazy-elements.ts';

/** A graph of modules as rollup tells it: each with what it imports. */
const graph = (modules: Readonly<Record<string, readonly string[]>>) => ({
  getModuleInfo: (id: string) => (modules[id] ? { importedIds: modules[id], isIncluded: true } : null),
});

const src = new URL('../../src/', import.meta.url).pathname;
const [[firstChunk, firstElements], [secondChunk, secondElements]] = Object.entries(journeyChunks) as unknown as [
  [string, object],
  [string, object],
];
const files = (chunk: string, elements: object): string[] => [
  ...Object.keys(elements).map((tag) => `${src}elements/${tag.slice(3)}/${tag.slice(3)}.ts`),
  ...(chunkModules[chunk as keyof typeof journeyChunks] ?? []).map((file) => `${src}elements/${file}`),
];

describe('a chunk of a journey', () => {
  const first = files(firstChunk, firstElements);
  const second = files(secondChunk, secondElements);
  const modules = {
    'cdn.ts': ['everywhere.ts'],
    'everywhere.ts': [],
    ...Object.fromEntries(first.map((file) => [file, ['everywhere.ts', 'first-only.ts', 'both.ts']])),
    ...Object.fromEntries(second.map((file) => [file, ['second-only.ts', 'both.ts']])),
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
  });

  test('leaves alone what the first script has, what another chunk needs too, and what no chunk needs', () => {
    const chunkOf = chunksOfJourney('cdn.ts');
    for (const file of ['cdn.ts', 'everywhere.ts', 'both.ts', 'elsewhere.ts']) {
      expect(chunkOf(file, graph(modules))).toBeUndefined();
    }
  });

  test('cannot be made of a module that is not there', () => {
    expect(() => chunksOfJourney('cdn.ts')('cdn.ts', graph({ 'cdn.ts': [] }))).toThrow(/lazy-elements\.ts/);
  });
});

test('each chunk of the table was built, and waits for the first script alone', () => {
  const list = JSON.parse(readFileSync(new URL('../../dist/cdn/chunks.json', import.meta.url), 'utf8')) as Record<
    string,
    { name: string; imports: readonly string[] }
  >;
  for (const name of Object.keys(journeyChunks)) {
    const built = Object.values(list).filter((chunk) => chunk.name === name);
    expect(built.map(({ imports }) => imports)).toEqual([['cb-booking.js']]);
  }
});
