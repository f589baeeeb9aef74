import { join, relative } from 'node:path';
import ts from 'typescript';

/** The entries whose types are a promise, by the name of their report. What goes over the wire is in `openapi.json`. */
const entries = {
  core: 'src/index.ts',
  elements: 'src/elements/index.ts',
  react: 'src/react/index.ts',
  server: 'src/server/index.ts',
  mock: 'src/mock/index.ts',
  ssr: 'src/ssr/index.ts',
  contract: 'src/contract/index.ts',
} as const;

const WHOLE = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope;

/** Removes the folder from paths of modules in types: it differs from machine to machine. */
const withoutFolders = (text: string, root: string): string =>
  text.replaceAll(join(root, '/'), '').replaceAll('\\', '/');

/** Private and protected members, and those named by a symbol: the compiler's numbers in their names differ from run to run. */
function isPrivate(symbol: ts.Symbol): boolean {
  const [declaration] = symbol.declarations ?? [];
  const flags = declaration ? ts.getCombinedModifierFlags(declaration) : 0;
  return (flags & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) !== 0 || /^__[#@]/.test(symbol.name);
}

const isOwn = (symbol: ts.Symbol): boolean =>
  (symbol.declarations ?? []).some((declaration) => !declaration.getSourceFile().fileName.includes('node_modules'));

const isOptional = (symbol: ts.Symbol): boolean => (symbol.flags & ts.SymbolFlags.Optional) !== 0;

function membersOf(type: ts.Type, checker: ts.TypeChecker): readonly string[] {
  return checker
    .getPropertiesOfType(type)
    .filter((member) => isOwn(member) && !isPrivate(member) && member.name !== 'prototype')
    .map((member) => {
      const of = checker.typeToString(checker.getTypeOfSymbol(member), undefined, WHOLE);
      return `  ${member.name}${isOptional(member) ? '?' : ''}: ${of}`;
    })
    .sort();
}

function describe(symbol: ts.Symbol, checker: ts.TypeChecker): readonly string[] {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const deprecated = target.getJsDocTags(checker).some(({ name }) => name === 'deprecated') ? ' (deprecated)' : '';
  if (target.flags & ts.SymbolFlags.Class) {
    const statics = membersOf(checker.getTypeOfSymbol(target), checker).map((line) => line.replace('  ', '  static '));
    return [
      `class ${symbol.name}${deprecated}`,
      ...membersOf(checker.getDeclaredTypeOfSymbol(target), checker),
      ...statics,
    ];
  }
  if (target.flags & ts.SymbolFlags.Interface)
    return [`interface ${symbol.name}${deprecated}`, ...membersOf(checker.getDeclaredTypeOfSymbol(target), checker)];
  const lines: string[] = [];
  const alias = target.declarations?.find(ts.isTypeAliasDeclaration);
  // The alias as it is written: resolved, the type of a client would be the whole contract.
  if (alias) lines.push(`type ${symbol.name}${deprecated} = ${alias.type.getText().replace(/\s+/g, ' ')}`);
  if (target.flags & ts.SymbolFlags.Value) {
    const type = checker.typeToString(checker.getTypeOfSymbol(target), undefined, WHOLE);
    // The shapes of schemas, and of rows that hold them, are in `openapi.json`.
    lines.push(`value ${symbol.name}${deprecated}: ${type.includes('ZodMini') ? 'of zod' : type}`);
  }
  return lines;
}

/**
 * What each entry exports, with its types, by the report's file: a change that nobody meant shows in a diff. What is a promise and
 * what is not: docs/versions.md.
 */
export function apiReports(root: string): ReadonlyMap<string, string> {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram(
    Object.values(entries).map((file) => join(root, file)),
    { ...options, noEmit: true },
  );
  const checker = program.getTypeChecker();
  return new Map(
    Object.entries(entries).map(([name, file]) => {
      const source = program.getSourceFile(join(root, file));
      const module = source && checker.getSymbolAtLocation(source);
      if (!source || !module) throw new Error(`${relative(root, file)} exports nothing`);
      const symbols = checker.getExportsOfModule(module).toSorted((a, b) => (a.name < b.name ? -1 : 1));
      const text = symbols.map((symbol) => describe(symbol, checker).join('\n')).join('\n\n');
      return [`docs/api/${name}.txt`, `${withoutFolders(text, root)}\n`];
    }),
  );
}
