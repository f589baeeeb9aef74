import type { ArgTypes, InputType } from 'storybook/internal/types';
import type { Described, ElementDeclaration, Manifest } from '../.ci/docs/manifest.ts';
import manifest from '../custom-elements.json' with { type: 'json' };

/** Every public element by its tag. */
export const elements: ReadonlyMap<string, ElementDeclaration> = new Map(
  (manifest as unknown as Manifest).modules
    .flatMap(({ declarations }) => declarations)
    .map((element) => [element.tagName ?? '', element]),
);

/** The names of an element's attributes. */
export const attributesOf = (tag: string): readonly string[] =>
  (elements.get(tag)?.attributes ?? []).map(({ name = '' }) => name);

/** The names of an element's events. */
export const eventsOf = (tag: string): readonly string[] =>
  (elements.get(tag)?.events ?? []).map(({ name = '' }) => name);

/** `'light' | 'dark' | undefined`: the texts to choose from; undefined where other values fit too. */
function choicesOf(type: string): readonly string[] | undefined {
  const values = type.split('|').map((each) => each.trim());
  const isText = (value: string): boolean => /^'[^']+'$/.test(value);
  if (!values.some(isText) || !values.every((value) => isText(value) || /^(''|undefined|null)$/.test(value)))
    return undefined;
  return values.filter(isText).map((value) => value.slice(1, -1));
}

function controlOf(type: string): Pick<InputType, 'control' | 'options'> {
  const choices = choicesOf(type);
  if (choices) return { control: { type: 'inline-radio' }, options: [undefined, ...choices] };
  if (type === 'boolean') return { control: { type: 'boolean' } };
  return { control: { type: type === 'number' ? 'number' : 'text' } };
}

type Row = readonly [key: string, row: InputType];

function row(
  category: string,
  given: Described & { readonly type?: { readonly text: string }; readonly default?: string },
  name = given.name ?? '',
): InputType {
  const fallback = (given.default ?? '').replace(/^''$/, '');
  return {
    name,
    description: given.description ?? given.summary ?? '',
    control: false,
    table: {
      category,
      ...(given.type && { type: { summary: given.type.text } }),
      ...(fallback !== '' && { defaultValue: { summary: fallback } }),
    },
  };
}

/**
 * What Storybook lists and controls of an element: attributes, properties, methods, events, slots, parts, tokens. Only attributes have
 * controls; keys of the others are made different from theirs (`part button`), since an element may have one name for several.
 */
export function elementArgTypes(tag: string): ArgTypes {
  const element = elements.get(tag);
  if (!element) return {};
  const { attributes = [], members = [], events = [], slots = [], cssParts = [], cssProperties = [] } = element;
  const byAttribute = new Set(attributes.map(({ fieldName }) => fieldName));
  const own = members.filter(({ name, description }) => description && !byAttribute.has(name));
  const rows: readonly Row[] = [
    ...attributes.map(
      (each): Row => [each.name ?? '', { ...row('attributes', each), ...controlOf(each.type?.text ?? '') }],
    ),
    ...own
      .filter(({ kind }) => kind === 'field')
      .map((each): Row => [`property ${each.name}`, row('properties', each)]),
    ...own
      .filter(({ kind }) => kind === 'method')
      .map((each): Row => [`method ${each.name}`, row('methods', each, `${each.name}()`)]),
    ...events.map((each): Row => [`event ${each.name}`, row('events', each)]),
    ...slots.map((each): Row => [`slot ${each.name}`, row('slots', each, each.name || 'default')]),
    ...cssParts.map((each): Row => [`part ${each.name}`, row('parts', each, `::part(${each.name})`)]),
    ...cssProperties.map((each): Row => [`token ${each.name}`, row('tokens', each)]),
  ];
  return Object.fromEntries(rows);
}
