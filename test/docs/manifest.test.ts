import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ElementDeclaration, Manifest } from '../../.ci/docs/manifest.ts';
import * as elements from '../../src/elements/index.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));
const { modules } = read('custom-elements.json') as Manifest;
const described: readonly ElementDeclaration[] = modules.flatMap(({ declarations }) => declarations);

/** What Lit knows of a class. */
interface LitClass {
  readonly observedAttributes: readonly string[];
  readonly prototype: object;
}
const classOf = (name: string): LitClass => Reflect.get(elements, name);

/** What pages may name from `@culturebridge/booking/elements`. */
const named = new Set(Object.keys(elements));

describe('the manifest of the elements', () => {
  test('tells for each which module defines it, and where its class is', () => {
    const definitions = modules.flatMap(({ path, exports = [] }) =>
      (exports as readonly { kind: string; name: string; declaration: { name: string; module: string } }[])
        .filter(({ kind }) => kind === 'custom-element-definition')
        .map(({ name, declaration }) => [name, path, declaration.name, declaration.module]),
    );
    const expected = modules.flatMap(({ path, declarations }) =>
      declarations.map(({ name, tagName = '' }) => [
        tagName,
        `dist/define/${tagName.replace('cb-', '')}.js`,
        name,
        path,
      ]),
    );
    expect(expected.length).toBeGreaterThan(20);
    expect(definitions).toEqual(expected);
  });

  test.each(described.map((each) => [each.tagName ?? '', each] as const))(
    '%s has the attributes of its class, members that exist, and a class that pages can name for each event',
    (_, { name, attributes = [], members = [], events = [] }) => {
      const { observedAttributes, prototype } = classOf(name);
      const written = attributes.map((each) => each.name ?? '');
      expect(written.filter((each) => !observedAttributes.includes(each))).toEqual([]);
      expect(new Set(written).size).toBe(written.length);
      const lost = members.filter((member) => !(member.name ?? '' in prototype) || member.name === undefined);
      expect(lost).toEqual([]);
      expect(events.filter((event) => !/^cb-[a-z-]+$/.test(event.name ?? '') || !event.description)).toEqual([]);
      expect(events.filter((event) => !named.has(event.type?.text ?? ''))).toEqual([]);
    },
  );

  test('names what editors are told: the same elements, each event with its class', () => {
    const tags = described.map(({ tagName = '' }) => tagName).sort();
    const { tags: known } = read('vscode.html-custom-data.json') as { tags: readonly { name: string }[] };
    expect(known.map(({ name }) => name).sort()).toEqual(tags);
    const webTypes = read('web-types.json').contributions.html.elements as readonly { name: string }[];
    expect(webTypes.map(({ name }) => name).sort()).toEqual(tags);
    const { properties } = read('vscode.css-custom-data.json') as { properties: readonly { name: string }[] };
    expect(properties.map(({ name }) => name)).toContain('--cb-accent');
  });
});
