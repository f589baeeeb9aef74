import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const property = /--_[a-z][a-z-]*/g;
const letters = 'abcdefghijklmnopqrstuvwxyz';

/** `a` to `z`, then `a1` to `z1`. */
const shortName = (index) => `--_${letters[index % 26]}${Math.floor(index / 26) || ''}`;

/** Every such name in the sources, the most used first. */
function namesByUse() {
  const counts = new Map();
  for (const file of globSync('src/elements/**/*.ts', { cwd: root })) {
    for (const [name] of readFileSync(`${root}/${file}`, 'utf8').matchAll(property)) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || (a < b ? -1 : 1));
}

/**
 * Shortens the custom properties that elements use among themselves (`--_text-quiet`); what pages may set (`--cb-…`) keeps its
 * name.
 */
export function shortProperties() {
  let names = new Map();
  return {
    name: 'short-properties',
    buildStart() {
      names = new Map(namesByUse().map((name, index) => [name, shortName(index)]));
    },
    transform: (code) =>
      code.includes('--_') ? { code: code.replaceAll(property, (name) => names.get(name) ?? name), map: null } : null,
  };
}
