import { globSync, readFileSync } from 'node:fs';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { tokenTable } from './tokens.ts';

export interface Described {
  readonly name?: string;
  readonly description?: string;
  readonly summary?: string;
}

export interface Attribute extends Described {
  readonly fieldName?: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
  readonly inheritedFrom?: { readonly name: string };
}

export interface Member extends Attribute {
  readonly kind: string;
  readonly privacy?: string;
  readonly static?: boolean;
  readonly attribute?: string;
  readonly readonly?: boolean;
  readonly deprecated?: boolean | string;
}

interface DescribedEvent extends Described {
  readonly type?: { readonly text: string };
}

export interface ElementDeclaration extends Described {
  readonly name: string;
  readonly tagName?: string;
  readonly customElement?: boolean;
  readonly superclass?: { readonly name: string };
  readonly attributes?: readonly Attribute[];
  readonly members?: readonly Member[];
  readonly events?: readonly DescribedEvent[];
  readonly slots?: readonly Described[];
  readonly cssParts?: readonly Described[];
  readonly cssProperties?: readonly Attribute[];
}

interface Module {
  readonly path: string;
  readonly declarations: readonly ElementDeclaration[];
  readonly exports?: readonly unknown[];
  readonly [field: string]: unknown;
}

export interface Manifest {
  readonly modules: readonly Module[];
  readonly [field: string]: unknown;
}

/** `CbMonthGrid` is `<cb-month-grid>`: the house rule, since classes are free of side effects and register elsewhere. */
export const tagOf = (className: string): string => className.replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase();

/** True for members that concern a page: not those that are private, protected or static, and not Lit's own. */
const isPublic = ({ name = '', privacy, static: isStatic }: Member): boolean =>
  privacy === undefined || privacy === 'public'
    ? !isStatic && !/^(_|#|render$|renderRoot$|styles$|uses$)/.test(name)
    : false;

/** `src/elements/x.ts` is shipped as `dist/elements/x.js`; the analyser writes the module of an ancestor with a slash before it. */
const shipped = (path: string): string => path.replace(/^\/?src\/(.*)\.ts$/, 'dist/$1.js');

/** The class of each event, by its name, from the declarations of `GlobalEventHandlersEventMap`, which TypeScript reads too. */
function eventTypes(root: string): ReadonlyMap<string, string> {
  const files = globSync('src/elements/**/*.ts', { cwd: root });
  const maps = files.flatMap((file) =>
    [...readFileSync(`${root}/${file}`, 'utf8').matchAll(/interface GlobalEventHandlersEventMap \{([^}]*)\}/g)].map(
      ([, body]) => body ?? '',
    ),
  );
  return new Map(
    maps.flatMap((body) =>
      [...body.matchAll(/'(cb-[\w-]+)': (\w+);/g)].map(([, name = '', type = '']) => [name, type] as const),
    ),
  );
}

/** What `@fires` documents, with its class; what the analyser guesses from arguments of constructors is left out. */
function documentedEvents(
  { name: element, events = [] }: ElementDeclaration,
  types: ReadonlyMap<string, string>,
): readonly DescribedEvent[] {
  return events
    .filter(({ description, name }) => name !== undefined && description !== undefined)
    .map(({ name = '', description = '' }) => {
      const type = types.get(name);
      if (!type) throw new Error(`${element}: ${name} has no class in GlobalEventHandlersEventMap`);
      return { name, type: { text: type }, description };
    });
}

/** The module that defines an element when it is imported. */
const definitionOf = ({ tagName = '', name }: ElementDeclaration, module: string) => ({
  kind: 'javascript-module',
  path: `dist/define/${tagName.replace('cb-', '')}.js`,
  declarations: [],
  exports: [{ kind: 'custom-element-definition', name: tagName, declaration: { name, module } }],
});

/**
 * The custom-elements manifest of the public elements: analysed from their sources, with tags, tokens, classes of events and the
 * modules that define them added; paths are those of the files that are shipped.
 */
export async function elementsManifest(root: string): Promise<Manifest> {
  const argv = ['analyze', '--litelement', '--quiet', '--globs', 'src/elements/**/*.ts'];
  const raw = (await cli({ argv, cwd: root, noWrite: true })) as Manifest;
  // What index.ts exports is public; the parts an element is made of are not.
  const index = readFileSync(`${root}/src/elements/index.ts`, 'utf8');
  const exported = new Set((index.match(/\bCb[A-Z]\w+/g) ?? []).filter((name) => name !== 'CbElement'));
  const tokens = tokenTable(readFileSync(`${root}/src/elements/styles/tokens.ts`, 'utf8'));
  const cssProperties = tokens.map(({ name, fallback, words }) => ({ name, default: fallback, description: words }));
  const types = eventTypes(root);
  const modules = raw.modules
    .map((module) => ({
      ...module,
      declarations: module.declarations
        .filter(({ name }) => exported.has(name))
        .map((declaration) => ({
          ...declaration,
          tagName: tagOf(declaration.name),
          customElement: true,
          members: (declaration.members ?? []).filter(isPublic),
          ...(declaration.events && { events: documentedEvents(declaration, types) }),
          cssProperties: [...(declaration.cssProperties ?? []), ...cssProperties],
        })),
    }))
    .filter(({ declarations }) => declarations.length > 0)
    .sort((a, b) => a.path.localeCompare(b.path));
  // Only paths: nothing else in a manifest begins with the folder of the sources.
  const named = JSON.parse(JSON.stringify({ ...raw, modules }), (key, value) =>
    (key === 'path' || key === 'module') && typeof value === 'string' ? shipped(value) : value,
  ) as Manifest;
  const definitions = named.modules.flatMap(({ path, declarations }) =>
    declarations.map((each) => definitionOf(each, path)),
  );
  return { ...named, modules: [...named.modules, ...definitions] };
}
