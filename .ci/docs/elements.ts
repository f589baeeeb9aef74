import { elementGroups, usageOf } from './element-pages.ts';
import type { Attribute, Described, ElementDeclaration, Manifest, Member } from './manifest.ts';
import { code, fence, join, table } from './markdown.ts';

const about = ({ description, summary }: Described): string => (description ?? summary ?? '').trim();

const named = (heads: readonly string[], given: readonly Described[] | undefined): string =>
  table(
    heads,
    (given ?? []).map((each) => [code(each.name || 'default'), about(each)]),
  );

function attributeRows({ attributes = [] }: ElementDeclaration): readonly (readonly string[])[] {
  return attributes.map((each: Attribute) => [
    code(each.name ?? ''),
    code(each.type?.text ?? ''),
    code((each.default ?? '').replace(/^''$/, '')),
    about(each),
  ]);
}

/** Fields and methods that are not attributes as well. */
function propertyRows({ members = [], attributes = [] }: ElementDeclaration): readonly (readonly string[])[] {
  const covered = new Set(attributes.map(({ fieldName }) => fieldName));
  return members
    .filter((member: Member) => !covered.has(member.name) && about(member) !== '')
    .map((member) => [
      code(member.kind === 'method' ? `${member.name}()` : (member.name ?? '')),
      code(member.kind === 'method' ? '' : (member.type?.text ?? '')),
      about(member),
    ]);
}

function section(element: ElementDeclaration): string {
  return join(
    `## \`<${element.tagName}>\``,
    about(element),
    fence('html', usageOf(element.tagName ?? '')),
    table(['attribute', 'type', 'default', ''], attributeRows(element)),
    table(['property', 'type', ''], propertyRows(element)),
    table(
      ['event', 'type', ''],
      (element.events ?? []).map((each) => [code(each.name ?? ''), code(each.type?.text ?? ''), about(each)]),
    ),
    named(['slot', ''], element.slots),
    named(['part', ''], element.cssParts),
  );
}

/** The elements of each group, in their order; an element without a group is an error. */
function grouped({ modules }: Manifest): readonly (readonly [string, readonly ElementDeclaration[]])[] {
  const left = new Map(
    modules.flatMap(({ declarations }) => declarations).map((element) => [element.tagName ?? '', element]),
  );
  const groups = Object.entries(elementGroups).map(([title, usages]) => {
    const elements = Object.keys(usages).map((tag) => {
      const element = left.get(tag);
      if (!element) throw new Error(`.ci/docs/element-pages.ts has <${tag}>, which is no public element`);
      left.delete(tag);
      return element;
    });
    return [title, elements] as const;
  });
  for (const tag of left.keys()) throw new Error(`.ci/docs/element-pages.ts has no <${tag}>`);
  return groups;
}

/** The first sentence of an element's description, without its closing stop. */
const firstSentence = (element: ElementDeclaration): string => about(element).split(/\.(?:\s|$)/)[0] ?? '';

/** A table of all elements with links into `page`, for the README and the top of the reference. */
export function elementsList(manifest: Manifest, page: string): string {
  return join(
    ...grouped(manifest).map(([title, elements]) =>
      table(
        [title, ''],
        elements.map((element) => [
          `[${code(`<${element.tagName}>`)}](${page}#${element.tagName})`,
          firstSentence(element),
        ]),
      ),
    ),
  );
}

/** The reference of all elements for people, by the groups of Storybook. */
export function elementsReference(manifest: Manifest): string {
  const groups = grouped(manifest);
  const [any] = groups.flatMap(([, elements]) => elements);
  const tokens = table(
    ['token', 'default', ''],
    (any?.cssProperties ?? []).map((token) => [code(token.name ?? ''), code(token.default ?? ''), about(token)]),
  );
  return `${join(
    '# Elements',
    'Written by `npm run docs` from the sources. Each element works alone from its attributes; `<cb-booking>` puts them together. Events bubble and cross shadow roots. In Storybook (`npm run storybook`) each has a page to try it on.',
    elementsList(manifest, ''),
    '[Tokens](#tokens) are the same for all; [theming.md](theming.md) shows how to use them and parts.',
    ...groups.flatMap(([, elements]) => elements.map(section)),
    '## Tokens',
    'CSS custom properties.',
    tokens,
  )}\n`;
}
