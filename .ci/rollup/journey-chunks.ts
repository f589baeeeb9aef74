import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ModuleInfo } from 'rollup';
import {
  chunkModules,
  journeyChunks,
  occasionalModules,
  payingModules,
} from '../../src/elements/chunks/lazy-elements.ts';

/** What this asks of rollup's graph. */
export interface ModuleGraph {
  getModuleInfo(id: string): Pick<ModuleInfo, 'importedIds' | 'isIncluded'> | null;
}

const src = fileURLToPath(new URL('../../src/', import.meta.url));

/** Each chunk of the table with the modules that the pages' own code asks it for. */
const entriesByChunk: readonly (readonly [chunk: string, files: readonly string[]])[] = [
  ...(Object.keys(journeyChunks) as (keyof typeof journeyChunks)[]).map(
    (chunk) => [chunk, [`elements/chunks/${chunk}.ts`, ...(chunkModules[chunk] ?? [])]] as const,
  ),
  ...Object.entries(occasionalModules),
];

/** A package's entry passes on what is in its other files, and has nothing of its own that could be used. */
const isPackage = (id: string): boolean => id.includes('/node_modules/');

/** The tags of languages by the names of their folders, as the table of the loader pairs them. */
const tags: ReadonlyMap<string, string> = new Map(
  [
    ...readFileSync(`${src}elements/i18n/loading/languages.ts`, 'utf8').matchAll(
      /'?([\w-]+)'?: \(\) => import\('\.\.\/languages\/([\w-]+)\//g,
    ),
  ].map(([, tag = '', folder = '']) => [folder, tag]),
);

/** Each part of a language is a chunk that bears its tag: `de-journey`, `de-refusals`. Every visitor loads the names of the twenty. */
const languageChunk = (id: string): string | undefined => {
  const part = /\/i18n\/languages\/([\w-]+)\/([\w-]+)\.ts$/.exec(id);
  const refusals = /\/contract\/refusals\/(?!refusal-texts)([\w-]+)\.ts$/.exec(id);
  const [, folder = '', kind = 'refusals'] = part ?? refusals ?? [];
  return folder ? `${tags.get(folder) ?? folder}-${kind}` : undefined;
};

/** All modules that come with `ids` by static imports; one of ours of which nothing is used leads to no other. */
function reach(ids: readonly string[], { getModuleInfo }: ModuleGraph): ReadonlySet<string> {
  const reached = new Set<string>();
  const visit = (id: string): void => {
    if (reached.has(id)) return;
    reached.add(id);
    const found = getModuleInfo(id);
    if (!found) throw new Error(`${id} is in the table of src/elements/chunks/lazy-elements.ts, but nothing loads it.`);
    if (ids.includes(id) || found.isIncluded || isPackage(id)) found.importedIds.forEach(visit);
  };
  ids.forEach(visit);
  return reached;
}

/**
 * `manualChunks` of rollup by the table in `src/elements/chunks/lazy-elements.ts`: a chunk holds its entries and what they import,
 * except what the first script (`entry`) has already and what another chunk of the journey needs as well. So no chunk waits for
 * another: one that does not arrive stops nothing but itself. What paying adds stands on those chunks: it holds all that they do not.
 */
export function chunksOfJourney(entry: string): (id: string, graph: ModuleGraph) => string | undefined {
  const first = basename(entry, '.ts');
  let chunkOf: Map<string, string> | undefined;
  return (id, graph) => {
    if (!chunkOf) {
      chunkOf = new Map([...reach([entry], graph)].map((each) => [each, first]));
      for (const [chunk, files] of entriesByChunk) {
        const entries = files.map((file) => src + file);
        for (const each of reach(entries, graph)) chunkOf.set(each, chunkOf.has(each) ? first : chunk);
      }
      for (const [chunk, files] of Object.entries(payingModules)) {
        const entries = files.map((file) => src + file);
        for (const each of reach(entries, graph)) chunkOf.set(each, chunkOf.get(each) ?? chunk);
      }
    }
    return chunkOf.get(id) ?? languageChunk(id);
  };
}
