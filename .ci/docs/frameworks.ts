import { elementGroups } from './element-pages.ts';
import type { Attribute, ElementDeclaration, Manifest, Member } from './manifest.ts';

const NOTE = '// Written by `npm run docs` from the sources of the elements: change those.';

const elementsOf = ({ modules }: Manifest): readonly ElementDeclaration[] =>
  modules.flatMap(({ declarations }) => declarations).sort((a, b) => a.name.localeCompare(b.name));

/** Fields that a page may set, without deprecated ones. */
const settable = ({ members = [] }: ElementDeclaration): readonly Member[] =>
  members.filter(({ kind, readonly, deprecated }) => kind === 'field' && !readonly && !deprecated);

const quoted = (name: string): string => `'${name}'`;

/** `cb-slot-select` is `onCbSlotSelect` where listeners are properties. */
export const listenerName = (event: string): string =>
  `on${event.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}`;

/** Attributes that are not spelled as their properties are. */
const otherwiseSpelled = ({ attributes = [] }: ElementDeclaration): readonly Attribute[] =>
  attributes.filter(({ name, fieldName }) => name !== fieldName);

function elementType(element: ElementDeclaration): string {
  const { name, tagName = '', events = [] } = element;
  const properties = settable(element).map((each) => quoted(each.name ?? ''));
  const attributes = otherwiseSpelled(element).map(
    (each) => `      '${each.name}'?: elements.${name}['${each.fieldName}'];`,
  );
  const listened = events.map((each) => `      '${each.name}': elements.${each.type?.text};`);
  const block = (lines: readonly string[]): string =>
    lines.length === 0 ? 'Record<never, never>' : `{\n${lines.join('\n')}\n    }`;
  return [
    `  '${tagName}': {`,
    `    element: elements.${name};`,
    `    properties: Partial<Pick<elements.${name}, ${properties.join(' | ')}>>;`,
    `    attributes: ${block(attributes)};`,
    `    events: ${block(listened)};`,
    '  };',
  ].join('\n');
}

/** `src/frameworks/element-types.ts`: the properties, attributes and events of each element, from which the types for frameworks are made. */
export function elementTypes(manifest: Manifest): string {
  return `${NOTE}
import type * as elements from '../elements/index.ts';

/**
 * Each element by its tag: its class, the properties that a page sets, the attributes that are spelled in another way than their
 * properties, and its events by their names.
 */
export interface ElementTypes {
${elementsOf(manifest).map(elementType).join('\n')}
}

/** The tag of an element. */
export type Tag = keyof ElementTypes;
`;
}

/** The file of an element's component under `src/react`; those of a coach's desk have a folder of their own. */
function reactFileOf(tag: string): string {
  const file = tag.replace('cb-', '');
  return tag in elementGroups['For coaches'] ? `desk/${file}` : file;
}

/** The modules of `@culturebridge/booking/react` by their files. */
export function reactComponents(manifest: Manifest): ReadonlyMap<string, string> {
  const elements = elementsOf(manifest);
  const files = elements.map(({ name, tagName = '', events = [] }): [string, string] => {
    const listeners = events.map((each) => `  ${listenerName(each.name ?? '')}: '${each.name}',`);
    const list = listeners.length === 0 ? '{}' : `{\n${listeners.join('\n')}\n}`;
    const file = tagName.replace('cb-', '');
    const path = reactFileOf(tagName);
    const up = path === file ? '' : '../';
    return [
      `src/react/${path}.ts`,
      `${NOTE}
import { ${name} as Element } from '${up}../define/${file}.ts';
import { component, type ElementComponent } from '${up || './'}component/component.ts';

/** \`<${tagName}>\` as a React component: typed properties, its events as \`onCb…\`, and the element as its \`ref\`. */
export const ${name}: ElementComponent<'${tagName}'> = /* @__PURE__ */ component('${tagName}', Element, ${list});
`,
    ];
  });
  const index = elements.map(({ name, tagName = '' }) => `export { ${name} } from './${reactFileOf(tagName)}.ts';`);
  return new Map([
    ...files,
    [
      'src/react/index.ts',
      `${NOTE}
export type { ElementComponent, ElementProps } from './component/component.ts';
${index.join('\n')}
`,
    ],
  ]);
}

const about = ({ description, summary }: { description?: string; summary?: string }): string =>
  (description ?? summary ?? '').trim();

/** The texts in a union type: `light` and `dark` for `'light' | 'dark' | undefined`. */
const valuesOf = (type: string): readonly { readonly name: string }[] =>
  [...type.matchAll(/'([^']+)'/g)].map(([, name = '']) => ({ name }));

const isUnion = (type: string): boolean => /^\s*'[^']*'(\s*\|\s*('[^']*'|undefined|null))*\s*$/.test(type);

/** What VS Code completes in HTML: https://code.visualstudio.com/api/extension-guides/custom-data-extension. */
export function htmlCustomData(manifest: Manifest): string {
  const tags = elementsOf(manifest).map((element) => ({
    name: element.tagName,
    description: about(element),
    attributes: (element.attributes ?? []).map((each) => ({
      name: each.name,
      description: about(each),
      ...(each.type?.text === 'boolean' && { valueSet: 'v' }),
      ...(isUnion(each.type?.text ?? '') && { values: valuesOf(each.type?.text ?? '') }),
    })),
  }));
  return `${JSON.stringify({ version: 1.1, tags }, null, 2)}\n`;
}

/** What VS Code completes in CSS: the tokens. */
export function cssCustomData(manifest: Manifest): string {
  const [any] = elementsOf(manifest);
  const properties = (any?.cssProperties ?? []).map((each) => ({
    name: each.name,
    description: `${about(each)}${each.default ? ` Default: ${each.default}` : ''}`,
  }));
  return `${JSON.stringify({ version: 1.1, properties }, null, 2)}\n`;
}

const withType = (each: Attribute) => ({
  name: each.name,
  description: about(each),
  ...(each.type && { value: { type: each.type.text } }),
  ...(each.default && { default: each.default }),
});

/** What JetBrains' editors read: https://github.com/JetBrains/web-types. */
export function webTypes(manifest: Manifest, version: string): string {
  const elements = elementsOf(manifest).map((element) => ({
    name: element.tagName,
    description: about(element),
    attributes: (element.attributes ?? []).map(withType),
    js: {
      properties: settable(element).map((each) => ({
        name: each.name,
        description: about(each),
        ...(each.type && { type: each.type.text }),
      })),
      events: (element.events ?? []).map((each) => ({
        name: each.name,
        description: about(each),
        type: each.type?.text,
      })),
    },
    slots: (element.slots ?? []).map((each) => ({ name: each.name, description: about(each) })),
    css: {
      parts: (element.cssParts ?? []).map((each) => ({ name: each.name, description: about(each) })),
      properties: (element.cssProperties ?? []).map((each) => ({ name: each.name, description: about(each) })),
    },
  }));
  const document = {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name: '@culturebridge/booking',
    version,
    'description-markup': 'markdown',
    'js-types-syntax': 'typescript',
    contributions: { html: { elements } },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
