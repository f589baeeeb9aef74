import type { CompatStatement, Identifier, SupportStatement } from '@mdn/browser-compat-data';
import bcd from '@mdn/browser-compat-data/forLegacyNode';
import { type Node, parse } from 'acorn';
import { full } from 'acorn-walk';

/** The oldest browsers that the elements are made for; `isBrowserNewEnough` tests the features that make them so. */
export const FLOOR = { chrome: 123, firefox: 128, safari: 18 } as const;
export type FloorBrowser = keyof typeof FLOOR;

/** The syntax the build lowers to (`target` in rollup.config.mjs). */
const SYNTAX = 2022;

/** The version in which a browser got a feature without a flag or prefix; Infinity while it has not. */
function versionOf(support: SupportStatement | undefined): number {
  if (support === undefined) return Number.POSITIVE_INFINITY;
  const statements = Array.isArray(support) ? support : [support];
  const versions = statements
    .filter((one) => !one.flags && !one.prefix && !one.alternative_name && !one.version_removed)
    .map(({ version_added: added }) =>
      typeof added === 'string' ? Number.parseFloat(added.replace('≤', '')) : Infinity,
    );
  return Math.min(Number.POSITIVE_INFINITY, ...versions);
}

/** The first version of each browser that has the feature. */
export const versionsOf = ({ support }: CompatStatement): Readonly<Record<FloorBrowser, number>> => ({
  chrome: versionOf(support.chrome),
  firefox: versionOf(support.firefox),
  safari: versionOf(support.safari),
});

/** The feature of this path in the compatibility data: `css.types.color.light-dark`. */
export function featureOf(path: string): CompatStatement | undefined {
  let at: unknown = bcd;
  for (const name of path.split('.')) at = (at as Record<string, unknown> | undefined)?.[name];
  return (at as Identifier | undefined)?.__compat;
}

/** The browsers of the floor that lack a feature. */
const lacking = (feature: CompatStatement): readonly FloorBrowser[] => {
  const versions = versionsOf(feature);
  return (Object.keys(FLOOR) as FloorBrowser[]).filter((browser) => versions[browser] > FLOOR[browser]);
};

/** The part of the compatibility data with this name; empty where there is none. */
const partOf = (within: unknown, name: string): Identifier =>
  (Object.hasOwn(within ?? {}, name) ? (within as Record<string, Identifier>)[name] : undefined) ?? ({} as Identifier);

const compatOf = (part: Identifier): readonly CompatStatement[] => (part.__compat ? [part.__compat] : []);

const builtins = partOf(bcd.javascript, 'builtins');

/** Objects and interfaces of the language and of the page, by name. */
const globalsOf = (name: string): readonly Identifier[] => [
  partOf(builtins, name),
  partOf(bcd.api, name),
  partOf(partOf(builtins, 'Intl'), name),
];

/** Methods by name, over all interfaces that have one. */
const members = new Map<string, CompatStatement[]>();
for (const owner of [bcd.api, builtins, partOf(builtins, 'Intl')].flatMap((all) =>
  Object.values(all),
) as Identifier[]) {
  for (const name of Object.keys(owner).filter((key) => key !== '__compat')) {
    const plain = name.replace(/_(static|event|permission)$/, '');
    members.set(plain, [...(members.get(plain) ?? []), ...compatOf(partOf(owner, name))]);
  }
}

const tooNew = (features: readonly CompatStatement[]): boolean =>
  features.length > 0 && features.every((feature) => lacking(feature).length > 0);

type Loose = Node & {
  readonly key?: { readonly name?: string };
  readonly computed?: boolean;
  readonly callee?: Loose;
  readonly object?: Loose;
  readonly property?: Loose;
  readonly left?: Loose;
  readonly id?: Loose;
  readonly name?: string;
};

const read = (code: string) => parse(code, { ecmaVersion: SYNTAX, sourceType: 'module' });

/** Names that scripts give to functions of their own: no proof that a browser's is called. */
export function namesIn(code: string): ReadonlySet<string> {
  const names = new Set<string>();
  full(read(code), (node) => {
    const { type, key, computed, left, id } = node as Loose;
    // `this.take = …` and `const unlock = …`
    const given = left?.property?.name ?? id?.name;
    if (given && /^(AssignmentExpression|VariableDeclarator|FunctionDeclaration)$/.test(type)) names.add(given);
    if (/^(Property|MethodDefinition|PropertyDefinition)$/.test(type) && !computed && key?.name) names.add(key.name);
  });
  return names;
}

/**
 * What a script creates and calls that a browser of the floor lacks: `new URLPattern`, `Promise.try`, `.getOrInsert()`. A method is found
 * by its name where no interface of the floor has one of that name and it is none of `own`. Throws for newer syntax.
 */
export function newerScript(code: string, own: ReadonlySet<string> = namesIn(code)): readonly string[] {
  const found = new Set<string>();
  full(read(code), (node) => {
    const { type, callee } = node as Loose;
    if (type === 'NewExpression' && callee?.type === 'Identifier') {
      if (tooNew(globalsOf(callee.name ?? '').flatMap(compatOf))) found.add(`new ${callee.name}`);
      return;
    }
    if (type !== 'CallExpression' || callee?.type !== 'MemberExpression' || callee.computed) return;
    const member = callee.property?.name ?? '';
    const owner = callee.object?.type === 'Identifier' ? (callee.object.name ?? '') : '';
    const statics = globalsOf(owner).flatMap((one) => [
      ...compatOf(partOf(one, `${member}_static`)),
      ...compatOf(partOf(one, member)),
    ]);
    if (tooNew(statics)) found.add(`${owner}.${member}()`);
    if (statics.length === 0 && !own.has(member) && tooNew(members.get(member) ?? [])) found.add(`.${member}()`);
  });
  return [...found].sort();
}

/** The style sheets in a script: strings that hold a rule. */
export function stylesIn(code: string): readonly string[] {
  const styles: string[] = [];
  full(read(code), (node) => {
    const text =
      node.type === 'TemplateElement'
        ? (node as Node & { value: { cooked?: string | null } }).value.cooked
        : node.type === 'Literal'
          ? (node as Node & { value?: unknown }).value
          : undefined;
    if (typeof text === 'string' && /[{;][^{};]*[\w-]+\s*:[^{};]+[;}]/.test(text)) styles.push(text);
  });
  return styles;
}

const functions = new Map<string, CompatStatement[]>();
const collect = (types: Identifier): void => {
  for (const name of Object.keys(types).filter((key) => key !== '__compat')) {
    const type = partOf(types, name);
    functions.set(name, [...(functions.get(name) ?? []), ...compatOf(type)]);
    collect(type);
  }
};
collect(bcd.css.types as unknown as Identifier);

/** What a style sheet uses that a browser of the floor lacks: `text-wrap`, `@starting-style`, `:open`, `sibling-index()`. */
export function newerStyle(css: string): readonly string[] {
  const found = new Set<string>();
  const judge = (name: string, features: readonly CompatStatement[]) => tooNew(features) && found.add(name);
  const plain = css.replace(/\/\*.*?\*\//gs, '').replace(/(["']).*?\1/g, '""');
  for (const [, name = '', value = ''] of plain.matchAll(/(?:^|[{;])\s*([a-z][a-z-]*)\s*:([^;{}]*)(?=[;}]|$)/g)) {
    const property = partOf(bcd.css.properties, name);
    judge(name, compatOf(property));
    judge(`${name}: ${value.trim()}`, compatOf(partOf(property, value.trim())));
    for (const [, called = ''] of value.matchAll(/([a-z][a-z-]*)\(/g))
      judge(`${called}()`, functions.get(called) ?? []);
  }
  for (const [, name = ''] of plain.matchAll(/@([a-z-]+)/g))
    judge(`@${name}`, compatOf(partOf(bcd.css['at-rules'], name)));
  for (const [, selector = ''] of plain.matchAll(/(?:^|[{};])([^{};]*)(?=\{)/g))
    for (const [, name = ''] of selector.matchAll(/::?([a-z-]+)/g))
      judge(`:${name}`, compatOf(partOf(bcd.css.selectors, name)));
  return [...found].sort();
}
