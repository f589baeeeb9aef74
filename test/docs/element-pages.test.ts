import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { elementGroups } from '../../.ci/docs/element-pages.ts';
import type { ElementDeclaration, Manifest } from '../../.ci/docs/manifest.ts';

const { modules } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../custom-elements.json'), 'utf8'),
) as Manifest;
const elements: ReadonlyMap<string, ElementDeclaration> = new Map(
  modules.flatMap(({ declarations }) => declarations).map((each) => [each.tagName ?? '', each]),
);

/** What a usage writes that no element has: `cb-bookings: colour`. */
function unknownNames(usage: string): readonly string[] {
  const tags = [...usage.matchAll(/<(cb-[\w-]+)([^>]*)>/g)];
  const attributes = tags.flatMap(([, tag = '', inside = '']) => {
    const known = (elements.get(tag)?.attributes ?? []).map(({ name }) => name);
    return [...inside.matchAll(/([\w-]+)=/g)]
      .map(([, name]) => name)
      .filter((name) => !known.includes(name))
      .map((name) => `${tag}: ${name}`);
  });
  const events = [...elements.values()].flatMap((each) => each.events ?? []).map(({ name }) => name);
  const heard = [...usage.matchAll(/addEventListener\('([\w-]+)'/g)].map(([, name = '']) => name);
  return [...attributes, ...heard.filter((name) => !events.includes(name))];
}

describe('the usage of each element', () => {
  const usages = Object.values(elementGroups).flatMap((group) => Object.entries(group));

  test.each(usages)('%s writes its tag, and only attributes and events that exist', (tag, usage) => {
    expect(usage).toContain(`<${tag}`);
    expect(unknownNames(usage)).toEqual([]);
  });

  test('is there for every element of the manifest', () => {
    expect(usages.map(([tag]) => tag).sort()).toEqual([...elements.keys()].sort());
  });

  test('names what does not exist', () => {
    const usage = `<cb-booking api="/" colour="red"></cb-booking> x.addEventListener('cb-colour', …)`;
    expect(unknownNames(usage)).toEqual(['cb-booking: colour', 'cb-colour']);
  });
});
