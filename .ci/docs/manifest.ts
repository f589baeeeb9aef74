import { readFileSync } from 'node:fs';
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
}

export interface ElementDeclaration extends Described {
  readonly name: string;
  readonly tagName?: string;
  readonly customElement?: boolean;
  readonly superclass?: { readonly name: string };
  readonly attributes?: readonly Attribute[];
  readonly members?: readonly Member[];
  readonly events?: readonly (Described & { readonly type?: { readonly text: string } })[];
  readonly slots?: readonly Described[];
  readonly cssParts?: readonly Described[];
  readonly cssProperties?: readonly Attribute[];
}

interface Module {
  readonly path: string;
  readonly declarations: readonly ElementDeclaration[];
  readonly [field: string]: unknown;
}

export interface Manifest {
  readonly modules: readonly Module[];
  readonly [field: string]: unknown;
}

/** `CbMonthGrid` is `<cb-month-grid>`: the house rule, since classes are free of side effects and register elsewhere. */
export const tagOf = (className: string): string => className.replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase();

/** Members that are of no concern to a page: private ones, and Lit's own. */
const isPublic = ({ name = '', privacy, static: isStatic }: Member): boolean =>
  privacy === undefined || privacy === 'public' ? !isStatic && !/^(_|#|render$|styles$|uses$)/.test(name) : false;

/** The custom-elements manifest of the public elements: analysed from their sources, with tags and tokens added. */
export async function elementsManifest(root: string): Promise<Manifest> {
  const argv = ['analyze', '--litelement', '--quiet', '--globs', 'src/elements/**/*.ts'];
  const raw = (await cli({ argv, cwd: root, noWrite: true })) as Manifest;
  // What index.ts exports is public; the parts an element is made of are not.
  const index = readFileSync(`${root}/src/elements/index.ts`, 'utf8');
  const exported = new Set((index.match(/\bCb[A-Z]\w+/g) ?? []).filter((name) => name !== 'CbElement'));
  const tokens = tokenTable(readFileSync(`${root}/src/elements/styles/tokens.ts`, 'utf8'));
  const cssProperties = tokens.map(({ name, fallback, words }) => ({ name, default: fallback, description: words }));
  const modules = raw.modules
    .map((module) => ({
      ...module,
      path: module.path,
      declarations: module.declarations
        .filter(({ name }) => exported.has(name))
        .map((declaration) => ({
          ...declaration,
          tagName: tagOf(declaration.name),
          customElement: true,
          members: (declaration.members ?? []).filter(isPublic),
          cssProperties: [...(declaration.cssProperties ?? []), ...cssProperties],
        })),
    }))
    .filter(({ declarations }) => declarations.length > 0)
    .sort((a, b) => a.path.localeCompare(b.path));
  return { ...raw, modules };
}
