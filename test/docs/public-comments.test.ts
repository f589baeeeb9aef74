import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** The sources of what `package.json` exports: `./dist/server/index.js` is made of `src/server/index.ts`. `./types` exports no names. */
function publicEntries(): string[] {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    exports: Record<string, string | { types?: string }>;
  };
  return Object.values(exports).flatMap((target) => {
    const types = typeof target === 'string' ? undefined : target.types;
    return types === undefined || types.startsWith('./types/')
      ? []
      : [types.replace(/^\.\/dist\//, 'src/').replace(/\.d\.ts$/, '.ts')];
  });
}

function programOf(entries: readonly string[], host?: ts.CompilerHost): ts.Program {
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  return ts.createProgram([...entries], { ...options, noEmit: true }, host);
}

/** What the entry exports and no comment describes: `Slot (src/contract/availability.ts)`. */
function withoutComment(program: ts.Program, entry: string): string[] {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(entry);
  const module = file && checker.getSymbolAtLocation(file);
  // A module without exports, such as the one that only defines the elements, has no symbol.
  if (module === undefined) return [];
  return checker.getExportsOfModule(module).flatMap((symbol) => {
    const declared = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    if (ts.displayPartsToString(declared.getDocumentationComment(checker)).trim() !== '') return [];
    const where = declared.declarations?.[0]?.getSourceFile().fileName;
    return [`${symbol.name} (${where === undefined ? 'declared nowhere' : relative(root, where)})`];
  });
}

describe('every export of a public entry has a doc comment', () => {
  const entries = publicEntries();
  const program = programOf(entries.map((entry) => join(root, entry)));

  test.each(entries)('%s', (entry) => {
    expect(program.getSourceFile(join(root, entry)), `${entry} is no source file`).toBeDefined();
    expect(withoutComment(program, join(root, entry))).toEqual([]);
  });

  test('and the entries are found', () => {
    expect(entries).toEqual(expect.arrayContaining(['src/index.ts', 'src/contract/index.ts', 'src/server/index.ts']));
  });
});

test('an export without a comment is named, also one that another file declares', () => {
  const sources: Record<string, string> = {
    'entry.ts':
      "/** Says so. */\nexport const told = 1;\nexport const untold = 2;\nexport { type far, near } from './far.ts';\n",
    'far.ts': '/** Far away. */\nexport const near = 1;\n// No doc comment.\nexport type far = string;\n',
  };
  const texts = new Map(Object.entries(sources).map(([name, text]) => [join(root, 'test/docs', name), text]));
  const host = ts.createCompilerHost({});
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => texts.has(name) || fileExists(name);
  host.readFile = (name) => texts.get(name) ?? readFile(name);
  host.getSourceFile = (name, ...rest) => {
    const text = texts.get(name);
    return text === undefined ? getSourceFile(name, ...rest) : ts.createSourceFile(name, text, ts.ScriptTarget.Latest);
  };
  const entry = join(root, 'test/docs/entry.ts');
  expect(withoutComment(programOf([entry], host), entry)).toEqual([
    'untold (test/docs/entry.ts)',
    'far (test/docs/far.ts)',
  ]);
});
