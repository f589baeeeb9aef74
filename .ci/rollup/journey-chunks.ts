import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ModuleInfo } from 'rollup';
import {
  chunkModules,
  journeyChunks,
  laterModules,
  occasionalModules,
} from '../../src/elements/chunks/lazy-elements.ts';

/** The part of rollup's module graph that is used here. */
export interface ModuleGraph {
  getModuleInfo(id: string): Pick<ModuleInfo, 'importedIds' | 'isIncluded'> | null;
}

const src = fileURLToPath(new URL('../../src/', import.meta.url));

/** Each chunk of the table with its entry modules, as paths under `src`. */
const entriesByChunk: readonly (readonly [chunk: string, files: readonly string[]])[] = [
  ...(Object.keys(journeyChunks) as (keyof typeof journeyChunks)[]).map(
    (chunk) => [chunk, [`elements/chunks/${chunk}.ts`, ...(chunkModules[chunk] ?? [])]] as const,
  ),
  ...Object.entries(occasionalModules),
];

/** What the texts of languages share: in the first script, so that a language is one request and not two, the second after the first. */
const OF_LANGUAGES: readonly string[] = [`${src}domain/language/plurals.ts`];

/** True for a module of a package: its entry only re-exports other files, so rollup may not count the entry as included. */
const isPackage = (id: string): boolean => id.includes('/node_modules/');

/** The tags of languages by the names of their folders, as the table of the loader pairs them. */
const tags: ReadonlyMap<string, string> = new Map(
  [
    ...readFileSync(`${src}elements/i18n/loading/languages.ts`, 'utf8').matchAll(
      /'?([\w-]+)'?: \(\) => import\('\.\.\/languages\/([\w-]+)\//g,
    ),
  ].map(([, tag = '', folder = '']) => [folder, tag]),
);

/** The chunk of each part of a language: `de-journey`, `de-refusals`. Short, because every visitor loads the names of all languages. */
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
 * `manualChunks` of rollup by the table in `src/elements/chunks/lazy-elements.ts`: a chunk holds its entries and the modules that they
 * import. A module that several chunks need is in the first script (`entry`), so no chunk waits for another: one that does not load
 * stops nothing but itself. Those of the sign-in and of paying come on top of those chunks: each holds the modules that none before it has.
 */
export function chunksOfJourney(entry: string): (id: string, graph: ModuleGraph) => string | undefined {
  const first = basename(entry, '.ts');
  let chunkOf: Map<string, string> | undefined;
  return (id, graph) => {
    if (!chunkOf) {
      chunkOf = new Map([...reach([entry], graph)].map((each) => [each, first]));
      for (const each of reach(OF_LANGUAGES, graph)) chunkOf.set(each, first);
      for (const [chunk, files] of entriesByChunk) {
        const entries = files.map((file) => src + file);
        for (const each of reach(entries, graph)) chunkOf.set(each, chunkOf.has(each) ? first : chunk);
      }
      for (const [chunk, files] of Object.entries(laterModules)) {
        const entries = files.map((file) => src + file);
        for (const each of reach(entries, graph)) chunkOf.set(each, chunkOf.get(each) ?? chunk);
      }
    }
    return chunkOf.get(id) ?? languageChunk(id);
  };
}
