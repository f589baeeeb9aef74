import type { Attribute, Described, ElementDeclaration, Manifest, Member } from './manifest.ts';
import { code, join, table } from './markdown.ts';

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
    `### \`<${element.tagName}>\``,
    about(element),
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

/** The reference of all elements for people: the widget first, then by name. */
export function elementsReference({ modules }: Manifest): string {
  const elements = modules.flatMap(({ declarations }) => declarations);
  const first = (element: ElementDeclaration): number => (element.tagName === 'cb-booking' ? 0 : 1);
  const sorted = elements.sort((a, b) => first(a) - first(b) || a.name.localeCompare(b.name));
  const [any] = sorted;
  const tokens = table(
    ['token', 'default', ''],
    (any?.cssProperties ?? []).map((token) => [code(token.name ?? ''), code(token.default ?? ''), about(token)]),
  );
  return join(
    ...sorted.map(section),
    any ? '### Tokens\n\nCSS custom properties, the same for all elements.' : '',
    tokens,
  );
}
