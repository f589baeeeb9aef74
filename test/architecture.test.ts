import { globSync, readFileSync } from 'node:fs';
import { dirname, join, matchesGlob, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

interface SourceModule {
  /** `src/core/client.ts` */
  readonly file: string;
  readonly text: string;
  readonly source: ts.SourceFile;
  /** Files of `src` this one imports, as paths from the root; types, re-exports and `import()` included. */
  readonly inner: readonly string[];
  /** Packages and Node built-ins, as written. */
  readonly outer: readonly string[];
}

function readModule(file: string): SourceModule {
  const text = readFileSync(join(root, file), 'utf8');
  const imported = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  const relative = imported.filter((name) => name.startsWith('.'));
  return {
    file,
    text,
    source: ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true),
    inner: relative.map((name) => normalize(join(dirname(file), name)).replaceAll('\\', '/')),
    outer: imported.filter((name) => !name.startsWith('.')),
  };
}

const modules = globSync('src/**/*.ts', { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .sort()
  .map(readModule);

/** The layer of a file: its folder under `src`, or its own name at the top. */
const layerOf = (file: string): string => file.split('/')[1] ?? file;

/** What each layer may import: layers, and packages. */
const layers: Readonly<Record<string, { readonly layers: readonly string[]; readonly packages: RegExp }>> = {
  contract: { layers: ['contract'], packages: /^zod\/mini$/ },
  domain: { layers: ['domain', 'contract'], packages: /^zod\/mini$/ },
  core: { layers: ['core', 'domain', 'contract'], packages: /^zod\/mini$/ },
  elements: {
    layers: ['elements', 'core', 'domain', 'contract'],
    packages: /^(lit|lit\/.+|@floating-ui\/dom|@lit\/context|zod\/mini)$/,
  },
  server: {
    layers: ['server', 'domain', 'contract'],
    packages:
      /^(node:.+|@hono\/.+|@noble\/.+|jose|ky|oauth4webapi|pg|stripe|nodemailer|date-fns|date-fns-tz|zod\/mini|zod\/locales)$/,
  },
  ssr: { layers: ['ssr', 'elements', 'core', 'domain', 'contract'], packages: /^(lit|@lit-labs\/ssr)$/ },
  mock: {
    layers: ['mock', 'ssr', 'server', 'domain', 'contract'],
    packages: /^(node:.+|@hono\/.+|msw|msw\/.+|zod\/mini)$/,
  },
  frameworks: { layers: ['elements'], packages: /^$/ },
  react: { layers: ['react', 'define', 'frameworks'], packages: /^(react|@lit\/react)$/ },
  'index.ts': { layers: ['core', 'domain', 'contract'], packages: /^$/ },
  'define.ts': { layers: ['define'], packages: /^$/ },
  define: { layers: ['elements'], packages: /^$/ },
  'cdn.ts': { layers: ['elements'], packages: /^$/ },
};

/** The only files with work to do when they are loaded. */
const withSideEffects = [
  'src/define.ts',
  'src/cdn.ts',
  'src/mock/cli.ts',
  'src/ssr/client.ts',
  ...globSync('src/define/*.ts', { cwd: root }),
];

/** Workers: started by their address, imported by nothing. */
const workers = /-worker\.ts$/;

/** Modules for people who read or serve the contract; no page loads them. */
const documentation = /^src\/contract\/openapi\//;

/** Where Node may be needed. */
const nodeSide =
  /^src\/(server\/(hosts|stores|integrations)\/|mock\/(cli[\w-]*|run-command|script-tag|documentation|node[\w-]*)\.ts|mock\/demo\/)/;

function violations(find: (module: SourceModule) => readonly string[]): readonly string[] {
  return modules.flatMap((module) => find(module).map((what) => `${module.file}: ${what}`));
}

/** Every way round in a graph that leads back to where it began. */
function circles(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (node: string, path: readonly string[]): void => {
    if (path.includes(node)) {
      found.push([...path.slice(path.indexOf(node)), node].join(' -> '));
      return;
    }
    if (done.has(node)) return;
    for (const next of graph.get(node) ?? []) walk(next, [...path, node]);
    done.add(node);
  };
  for (const node of graph.keys()) walk(node, []);
  return found;
}

describe('imports', () => {
  test('are resolved by the walk', () => {
    const known = new Set(modules.map(({ file }) => file));
    expect(violations(({ inner }) => inner.filter((file) => !known.has(file)))).toEqual([]);
    expect(modules.length).toBeGreaterThan(50);
  });

  test('follow the arrows between layers', () => {
    expect(
      violations(({ file, inner }) => inner.filter((to) => !layers[layerOf(file)]?.layers.includes(layerOf(to)))),
    ).toEqual([]);
  });

  test('take in only the packages a layer is meant to know', () => {
    expect(
      violations(({ file, outer }) => outer.filter((name) => !layers[layerOf(file)]?.packages.test(name))),
    ).toEqual([]);
  });

  test('name zod only as `import * as z from "zod/mini"`', () => {
    expect(
      violations(({ text }) =>
        [...text.matchAll(/^import (?!(?:type )?\* as z from 'zod\/mini').*'zod(?:\/mini)?';$/gm)].map(
          ([line]) => line,
        ),
      ),
    ).toEqual([]);
  });

  test('reach Node only in hosts, stores, integrations and the command', () => {
    expect(
      violations(({ file, outer }) =>
        nodeSide.test(file) ? [] : outer.filter((name) => /^(node:|@hono\/node-server|pg$)/.test(name)),
      ),
    ).toEqual([]);
  });

  test('reach msw only in mock/msw.ts', () => {
    const users = modules.filter(({ outer }) => outer.some((name) => /^msw(\/|$)/.test(name))).map(({ file }) => file);
    expect(users.filter((file) => file !== 'src/mock/msw.ts')).toEqual([]);
  });

  test('never reach the build', () => {
    expect(violations(({ inner, outer }) => [...inner, ...outer].filter((name) => /(^|\/)dist\//.test(name)))).toEqual(
      [],
    );
  });

  test('keep the words of the documentation away from pages', () => {
    expect(
      violations(({ file, inner }) =>
        documentation.test(file) || /^src\/(mock|server)\//.test(file)
          ? []
          : inner.filter((to) => documentation.test(to)),
      ),
    ).toEqual([]);
  });

  test('go round in no circle', () => {
    expect(circles(new Map(modules.map(({ file, inner }) => [file, inner])))).toEqual([]);
  });

  test('between the folders of the elements go round in no circle', () => {
    const room = (file: string): string =>
      file
        .split('/')
        .slice(2, file.includes('/availability-editor/') ? -1 : 3)
        .join('/');
    const graph = new Map<string, Set<string>>();
    for (const { file, inner } of modules) {
      if (layerOf(file) !== 'elements' || file === 'src/elements/index.ts') continue;
      const seen = graph.get(room(file)) ?? graph.set(room(file), new Set()).get(room(file));
      for (const to of inner) if (layerOf(to) === 'elements' && room(to) !== room(file)) seen?.add(room(to));
    }
    expect(graph.size).toBeGreaterThan(30);
    expect(circles(new Map([...graph].map(([from, to]) => [from, [...to]])))).toEqual([]);
  });
});

describe('modules', () => {
  test('of the elements stand in a folder each, index.ts alone beside them', () => {
    const loose = modules.map(({ file }) => file).filter((file) => /^src\/elements\/[^/]+$/.test(file));
    expect(loose).toEqual(['src/elements/index.ts']);
  });

  test('stand at most 22 to a folder, so that a folder is read at a glance', () => {
    const counts = new Map<string, number>();
    for (const { file } of modules) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count > 22)).toEqual([]);
  });

  test('do nothing when they are loaded, but for the three that are there for it', () => {
    const acts = (statement: ts.Statement): boolean =>
      !(
        ts.isImportDeclaration(statement) ||
        ts.isExportDeclaration(statement) ||
        ts.isExportAssignment(statement) ||
        ts.isVariableStatement(statement) ||
        ts.isFunctionDeclaration(statement) ||
        ts.isClassDeclaration(statement) ||
        ts.isInterfaceDeclaration(statement) ||
        ts.isTypeAliasDeclaration(statement) ||
        ts.isModuleDeclaration(statement)
      );
    expect(
      violations(({ file, source }) =>
        withSideEffects.includes(file) || workers.test(file)
          ? []
          : source.statements.filter(acts).map((statement) => statement.getText(source).slice(0, 60)),
      ),
    ).toEqual([]);
  });

  test('draw stripes as tiles: Firefox draws hard edges of repeating gradients wrong where it has no graphics card', () => {
    expect(violations(({ text }) => text.match(/repeating-\w+-gradient/g) ?? [])).toEqual([]);
  });

  test('with side effects are listed in package.json', () => {
    const { sideEffects } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { sideEffects: string[] };
    const isListed = (file: string) => sideEffects.some((pattern) => matchesGlob(file, pattern.replace('./', '')));
    for (const file of withSideEffects) {
      expect(isListed(file), file).toBe(true);
      expect(isListed(file.replace('src/', 'dist/').replace('.ts', '.js')), file).toBe(true);
    }
    expect(isListed('src/index.ts')).toBe(false);
  });

  test('of the domain have no clock, zone, locale or I/O of their own', () => {
    const ambient =
      /Date\.now\(|new Date\(\)|Math\.random|\bfetch\(|localStorage|sessionStorage|\b(?:globalThis|document|navigator|process)\./g;
    const code = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(
      violations(({ file, text }) => (file.startsWith('src/domain/') ? (code(text).match(ambient) ?? []) : [])),
    ).toEqual([]);
  });

  test('that people read write days and times by one formatter, so that one calendar is used throughout', () => {
    // Others ask `Intl` what a locale or a zone is, and format nothing with it, or write names of zones alone.
    const formats = /Intl\.DateTimeFormat\((?![^()]*(?:\([^()]*\)[^()]*)*\)\.resolvedOptions)[^)]*/g;
    const names = /timeZoneName \}|\('en', \{ timeZone: \w+ \}|'en-US'|'en-GB'/;
    expect(
      violations(({ file, text }) =>
        file === 'src/domain/time/format.ts' ? [] : (text.match(formats) ?? []).filter((each) => !names.test(each)),
      ),
    ).toEqual([]);
  });

  test('outside the elements need no compiler: Node runs them by leaving the types out', () => {
    const needsCompiler = (node: ts.Node): boolean =>
      ts.isEnumDeclaration(node) ||
      ts.isDecorator(node) ||
      (ts.isParameter(node) && ts.isParameterPropertyDeclaration(node, node.parent));
    const found = ({ file, source }: SourceModule): readonly string[] => {
      if (file.startsWith('src/elements/')) return [];
      const texts: string[] = [];
      const visit = (node: ts.Node): void => {
        if (needsCompiler(node)) texts.push(node.getText(source).slice(0, 60));
        ts.forEachChild(node, visit);
      };
      visit(source);
      return texts;
    };
    expect(violations(found)).toEqual([]);
  });

  test('are named for one idea, in kebab-case', () => {
    const bad = /(^|\/)(utils?|helpers?|common|misc|types)(\/|\.ts$)|[A-Z_]/;
    expect(modules.map(({ file }) => file).filter((file) => bad.test(file))).toEqual([]);
  });

  test('called index.ts exist only where package.json exports them', () => {
    const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      exports: Record<string, unknown>;
    };
    const exported = JSON.stringify(exports);
    const indexes = modules.map(({ file }) => file).filter((file) => file.endsWith('index.ts'));
    const missing = indexes.filter((file) => !exported.includes(file.replace('src/', './dist/').replace('.ts', '.js')));
    expect(missing).toEqual([]);
  });
});

describe('what a module exports', () => {
  const readers = globSync('{src,test,stories,.ci,.storybook,examples}/**/*.{ts,mjs,js,jsx}', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.includes('node_modules') && !file.includes('/dist/'));

  /** Names by the module that exports them, as every other file asks for them; `*` for all. */
  function namesAskedFor(): ReadonlyMap<string, ReadonlySet<string>> {
    const asked = new Map<string, Set<string>>();
    for (const file of readers) {
      const text = readFileSync(join(root, file), 'utf8');
      const ask = (from: string, names: readonly string[]): void => {
        const to = normalize(join(dirname(file), from)).replaceAll('\\', '/');
        const known = asked.get(to) ?? asked.set(to, new Set()).get(to);
        for (const name of names) known?.add(name);
      };
      for (const [, names = '', from = ''] of text.matchAll(
        /(?:import|export)\s+(?:type\s+)?(?:\w+,\s*)?\{([^}]*)\}\s*from\s*'(\.[^']+)'/g,
      ))
        ask(
          from,
          names.split(',').map(
            (name) =>
              name
                .trim()
                .replace(/^type /, '')
                .split(' as ')[0] ?? '',
          ),
        );
      // Imported whole, or by `import(…)`: which names are taken cannot be told.
      for (const [, from = ''] of text.matchAll(/(?:\* as \w+|export (?:type )?\*)\s+from\s*'(\.[^']+)'/g))
        ask(from, ['*']);
      for (const [, from = ''] of text.matchAll(/import(?:\.meta\.resolve)?\(\s*'(\.[^']+)'/g)) ask(from, ['*']);
      for (const [, from = ''] of text.matchAll(/new URL\('(\.[^']+\.ts)'/g)) ask(from, ['*']);
    }
    return asked;
  }

  test('is used by another file, or is public', () => {
    const asked = namesAskedFor();
    const unused = modules.flatMap(({ file, source }) => {
      const names = asked.get(file) ?? new Set<string>();
      if (names.has('*') || /(^|\/)(index|define|cdn|cli)\.ts$/.test(file) || file === 'src/mock/msw.ts') return [];
      // One path of the package a language.
      if (/\/i18n\/languages\/[\w-]+\.ts$/.test(file)) return [];
      // A language's whole table is for applications that import it.
      if (/^src\/elements\/i18n\/languages\/[a-z-]+\.ts$/.test(file)) return [];
      const own = source.statements.flatMap((statement): readonly string[] => {
        if (!ts.canHaveModifiers(statement)) return [];
        if (!ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
        if (ts.isVariableStatement(statement))
          return statement.declarationList.declarations.map(({ name }) => name.getText(source));
        return 'name' in statement && statement.name ? [(statement.name as ts.Identifier).text] : [];
      });
      return own.filter((name) => !names.has(name)).map((name) => `${file}: ${name}`);
    });
    expect(unused).toEqual([]);
  });
});
