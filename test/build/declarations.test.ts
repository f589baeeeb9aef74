import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import type { Endpoint } from '../../src/contract/endpoint.ts';
import { endpoints } from '../../src/contract/endpoints.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What was built of the contract, and what reads types off its schemas: for pages without zod, for servers with it. */
const builds = { 'dist/read': 'read', 'dist/contract': 'z' } as const;

/** The names of types without parameters, and of schemas, that a declaration exports. */
function exportsOf(file: string): { readonly types: readonly string[]; readonly schemas: readonly string[] } {
  const text = readFileSync(file, 'utf8');
  const named = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = '']) => name);
  return {
    types: named(/^export (?:type|interface) (\w+)(?= [={]| extends)/gm),
    schemas: named(/^export declare const (\w+): (?=z\.|typeof import)/gm),
  };
}

/** Each type that was built beside that of the sources: its name, and both as TypeScript writes them. */
function* pairs(): Generator<readonly [name: string, source: string, built: string]> {
  for (const [folder, reader] of Object.entries(builds)) {
    for (const path of globSync('**/*.d.ts', { cwd: join(root, folder) })) {
      const module = path.replace(/\.d\.ts$/, '');
      if (module === 'schema-types') continue;
      const source = `import('${root}src/contract/${module}.ts')`;
      const built = `import('${root}${folder}/${module}.js')`;
      const { types, schemas } = exportsOf(join(root, folder, path));
      for (const name of types) {
        // Rows hold schemas, which differ; the calls that follow from them are below.
        if (!/^Endpoints?$/.test(name)) yield [`${folder} ${name}`, `${source}.${name}`, `${built}.${name}`];
      }
      for (const name of schemas)
        for (const way of ['output', 'input'])
          yield [
            `${folder} ${way} of ${name}`,
            `z.${way}<typeof ${source}.${name}>`,
            `${reader}.${way}<typeof ${built}.${name}>`,
          ];
    }
  }
  for (const [name, row] of Object.entries<Endpoint>(endpoints)) {
    const call = (from: string) => `import('${root}${from}').BookingClient['${name}']`;
    if (!row.stream) yield [`the call ${name}`, call('src/index.ts'), call('dist/index.js')];
  }
}

/** What TypeScript says of a module that is right where both types of each pair are the same. */
function judge(compared: readonly (readonly [string, string, string])[]): readonly string[] {
  const text = [
    "import type * as z from 'zod/mini';",
    `import type * as read from '${root}dist/read/schema-types.js';`,
    'type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;',
    'type Said<Name extends string, Is> = Is extends true ? true : Name;',
    ...compared.map(([name, a, b], index) => `declare const _${index}: Said<'${name}', Same<${a}, ${b}>>;`),
    ...compared.map((_, index) => `_${index} satisfies true;`),
  ].join('\n');
  const file = join(root, 'test/build/compared.ts');
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  host.readFile = (name) => (name === file ? text : readFile(name));
  host.fileExists = (name) => name === file || fileExists(name);
  const program = ts.createProgram([file], { ...options, types: [], noEmit: true }, host);
  return ts
    .getPreEmitDiagnostics(program, program.getSourceFile(file))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

test('the declarations that are shipped give the types of the sources, with zod and without', () => {
  const compared = [...pairs()];
  expect(compared.length).toBeGreaterThan(600);
  // Two that differ are told.
  expect(judge([...compared, ['another type', '{ a: string }', '{ a?: string }']])).toEqual([
    "Type '\"another type\"' does not satisfy the expected type 'true'.",
  ]);
}, 60_000);

/** What a declaration may name: what its reader has installed with this package, or to use that entry at all. */
const packagesOf = (file: string): RegExp => {
  if (/^dist\/(contract|server|mock)\//.test(file)) return file === 'dist/mock/msw.d.ts' ? /^(zod|msw)\// : /^zod\//;
  const [, framework] = /^types\/(\w+)\.d\.ts$/.exec(file) ?? [];
  if (framework) return new RegExp(`^${framework === 'solid' ? 'solid-js' : framework}/`);
  return file.startsWith('dist/react/') ? /^(lit|react)\// : /^(lit|@lit\/context)\//;
};

test('a declaration names packages alone that its reader has: none of Node, none that another store or framework needs', () => {
  const files = globSync('{dist,types}/**/*.d.ts', { cwd: root, exclude: ['dist/cdn/**'] });
  const named = files.flatMap((file) => {
    // Without examples in comments.
    const text = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
    const packages = [...text.matchAll(/(?:\bfrom |\bimport\(|\bimport )['"]([^.'"][^'"]*)/g)];
    return packages.map(([, name = '']) => [file, name] as const);
  });
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter(([file, name]) => !packagesOf(file).test(`${name}/`))).toEqual([]);
});

test('no declaration that a page reads names zod', () => {
  const pages = globSync('dist/**/*.d.ts', { cwd: root, exclude: ['dist/{contract,server,mock,cdn}/**'] });
  expect(pages.length).toBeGreaterThan(100);
  expect(pages.filter((file) => /['"]zod/.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});
