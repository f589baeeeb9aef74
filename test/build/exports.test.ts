import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../src/elements/i18n/loading/languages.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { name, version, exports, main, alias } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  name: string;
  version: string;
  exports: Readonly<Record<string, string | Readonly<Record<string, string | null>>>>;
  main: string;
  alias: Readonly<Record<string, string>>;
};

/** Elements that the package's list of elements exports, as paths. */
const elementPaths = [
  ...readFileSync(join(root, 'src/elements/index.ts'), 'utf8').matchAll(
    /export \{[^}]*\bCb\w+[^}]*\} from '\.\/([\w-]+)\/\1\.ts';/g,
  ),
].map(([, folder]) => `./elements/${folder}`);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'culturebridge-consumer-'));
  mkdirSync(join(folder, 'node_modules', '@culturebridge'), { recursive: true });
  symlinkSync(root, join(folder, 'node_modules', name), 'dir');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Where Node finds each path for a module of a consumer, or the code of the error. */
function resolveAll(paths: readonly string[]): readonly string[] {
  const file = join(folder, 'resolve.mjs');
  const ask = `(path) => { try { return import.meta.resolve(path); } catch ({ code }) { return code; } }`;
  writeFileSync(file, `console.log(JSON.stringify(${JSON.stringify(paths)}.map(${ask})));`);
  return JSON.parse(execFileSync(process.execPath, [file], { encoding: 'utf8' }));
}

describe('the paths of the package', () => {
  test('are those that are documented, and one an element', () => {
    const documented = ['.', './contract', './define', './elements', './elements/calendar-callback', './mock'];
    const frameworks = ['./react', ...['preact', 'react', 'solid', 'svelte', 'vue'].map((name) => `./types/${name}`)];
    const files = [
      './mock/msw',
      './server',
      './server/store-suite',
      './ssr',
      './ssr/client',
      './cdn/*',
      './openapi.json',
      './custom-elements.json',
      './package.json',
    ];
    const languagePaths = ['en', ...Object.keys(languages)].map((tag) => `./languages/${tag}`);
    expect(elementPaths.length).toBeGreaterThan(10);
    const definitions = elementPaths.map((path) => path.replace('./elements/', './define/'));
    expect(Object.keys(exports).sort()).toEqual(
      [...documented, ...frameworks, ...files, ...elementPaths, ...definitions, ...languagePaths].sort(),
    );
  });

  test('lead to files that were built', () => {
    const paths = Object.keys(exports).map((path) => path.replace('.', name).replace('*', 'cb-booking.js'));
    const found = resolveAll(paths);
    for (const [index, url] of found.entries()) {
      expect(url, paths[index]).toMatch(/^file:/);
      expect(existsSync(fileURLToPath(url)), url).toBe(true);
    }
  });

  test('are found by Parcel, which does not read `exports` unless it is told to', () => {
    const asAlias = (path: string): string | undefined => {
      if (path === '.') return main;
      const star = Object.keys(alias).find((key) => key.endsWith('/*') && path.startsWith(key.slice(0, -1)));
      return alias[path] ?? (star && alias[star]?.replaceAll('$1', path.slice(star.length - 1)));
    };
    const modules = Object.entries(exports).flatMap(([path, target]) =>
      typeof target === 'string' || path.startsWith('./types/') ? [] : [[path, target.default] as const],
    );
    expect(modules.map(([path]) => [path, asAlias(path)])).toEqual(modules);
  });

  test('are the only ones: inner modules do not resolve', () => {
    const closed = [
      'elements/base/element',
      'elements/base/element.js',
      'dist/index.js',
      'core/client/client',
      'src/index.ts',
    ];
    expect(resolveAll(closed.map((path) => `${name}/${path}`))).toEqual(
      closed.map(() => 'ERR_PACKAGE_PATH_NOT_EXPORTED'),
    );
  });

  test('bring the core into plain Node', async () => {
    const file = join(folder, 'use.mjs');
    writeFileSync(file, `import { googleLink } from '${name}'; console.log(typeof googleLink);`);
    expect(execFileSync(process.execPath, [file], { encoding: 'utf8' }).trim()).toBe('function');
  });
});

test('the version that elements compare is that of the package', () => {
  const source = readFileSync(join(root, 'src/elements/base/version.ts'), 'utf8');
  expect(source).toContain(`const version = '${version}';`);
});
