import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../src/elements/i18n/loading/languages.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const json = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  exports: Readonly<Record<string, string | Readonly<Record<string, string | null>>>>;
  bin: Readonly<Record<string, string>>;
  unpkg: string;
  jsdelivr: string;
};

let files: readonly { readonly path: string; readonly size: number }[] = [];
let unpackedSize = 0;
beforeAll(() => {
  const printed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 2 ** 26,
  });
  [{ files, unpackedSize }] = JSON.parse(printed);
}, 60_000);

const paths = (): ReadonlySet<string> => new Set(files.map(({ path }) => path));

describe('what is sent to who installs the package', () => {
  test('is this, and nothing else', () => {
    const tops = new Set(files.map(({ path }) => path.split('/')[0]));
    expect([...tops].sort()).toEqual(
      [
        ...['CHANGELOG.md', 'LICENSE', 'README.md', 'SECURITY.md', 'package.json'],
        ...['vscode.css-custom-data.json', 'vscode.html-custom-data.json', 'dist', 'examples', 'types'],
      ].sort(),
    );
  });

  test('has no source map, no test, no source and nothing of the build’s own', () => {
    const unwanted = /\.map$|\.test\.|^src\/|^dist\/examples\/|chunks\.json$|node_modules|(?<!\.d)\.ts$/;
    const found = [...paths()].filter((path) => unwanted.test(path) && !path.startsWith('examples/'));
    expect(found).toEqual([]);
  });

  test('has every file that a path leads to', () => {
    const targets = Object.values(json.exports).flatMap((target) =>
      typeof target === 'string' ? target : Object.values(target).filter((file) => file !== null),
    );
    const named = [...targets, ...Object.values(json.bin), json.unpkg, json.jsdelivr].filter(
      (file) => !file.includes('*'),
    );
    expect(named.filter((file) => !paths().has(file.replace('./', '')))).toEqual([]);
    expect(named.length).toBeGreaterThan(60);
  });

  test('has the script tag with its chunks, its classic script and its hashes', () => {
    const hashes = JSON.parse(readFileSync(join(root, 'dist/cdn/integrity.json'), 'utf8')) as Record<string, string>;
    expect(Object.keys(hashes).length).toBeGreaterThan(10);
    for (const file of [...Object.keys(hashes), 'integrity.json', 'LICENSES.txt'])
      expect(paths()).toContain(`dist/cdn/${file}`);
  });

  test('has every module that the manifest of its elements names', () => {
    const manifest = readFileSync(join(root, 'custom-elements.json'), 'utf8');
    const named = new Set([...manifest.matchAll(/"(?:path|module)": "([^"]+)"/g)].map(([, path = '']) => path));
    expect(named.size).toBeGreaterThan(40);
    expect([...named].filter((path) => !paths().has(path))).toEqual([]);
  });

  test.each(['openapi.json', 'custom-elements.json', 'web-types.json'])('has %s as it is in the repository', (file) => {
    const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));
    expect(read(`dist/${file}`)).toEqual(read(file));
  });

  // With Lit, Floating UI and `@lit/context`, 3.7 MB, an install of twenty languages stays below 12 MB.
  test('weighs less than 5 MB, and 0.17 for each language besides English', () => {
    expect(unpackedSize).toBeLessThan(5_000_000 + 170_000 * Object.keys(languages).length);
  });
});
