import { spawn } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const SCHEMA_TYPES = fileURLToPath(new URL('./schema-types.d.ts', import.meta.url));

/** A type that is shorter is written where it is used. */
const WORTH_A_NAME = 120;

/** TypeScript leaves `./slots.ts` as it stands in declarations; beside a `.d.ts` it has to read `./slots.js`. */
const nameModules = (text) => text.replace(/((?:from|import)[\s(]*['"]\.{1,2}\/[^'"]+)\.ts(?=['"])/g, '$1.js');

/** Where a module does not import zod itself, TypeScript writes its path at each type. */
function nameZod(text) {
  const named = text.replace(/import\("zod\/mini"\)\./g, 'z.').replace(/import\("zod\/v4\/core"\)\./g, 'z.core.');
  return named === text || /^import (type )?\* as z /m.test(text) ? named : `import * as z from 'zod/mini';\n${named}`;
}

/** What TypeScript infers has its path in the package that declares it; who installs this one has been given `lit`. */
const nameLit = (text) => text.replace(/import\("lit-html"\)/g, 'import("lit")');

const parse = (file, text) => ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);

/** The same text for the same type, wherever it stands. Undefined where it names a type of its own module. */
function textOf(node) {
  const text = node.getText().replace(/\s+/g, ' ');
  if (text.length < WORTH_A_NAME) return undefined;
  const names = text.match(/(?<=[<|,([] ?|: )(?!Record\b)[A-Z$_]\w*|import\(/g);
  return names ? undefined : text;
}

/** The constants that a module of the contract exports with a type of their own, and the rows of its tables: name and type. */
function* namedTypes(source) {
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    if (!statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) continue;
    for (const { name, type } of statement.declarationList.declarations) {
      if (!type) continue;
      yield [name.text, type];
      if (!ts.isTypeLiteralNode(type)) continue;
      for (const member of type.members)
        if (ts.isPropertySignature(member) && ts.isIdentifier(member.name) && member.type)
          yield [`${name.text}['${member.name.text}']`, member.type];
    }
  }
}

/**
 * TypeScript writes the whole type of a schema wherever another one holds it. Here it is written where the schema is exported;
 * elsewhere it is `typeof import('./booking.js').booking`.
 */
function sayTypesOnce(root) {
  const files = globSync('contract/**/*.d.ts', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
  // The modules in folders first: each row belongs to one of them, and the table of all rows names it.
  files.sort((a, b) => b.split('/').length - a.split('/').length || (a < b ? -1 : 1));
  const sources = files.map((file) => parse(file, readFileSync(join(root, file), 'utf8')));
  const known = new Map();
  for (const source of sources)
    for (const [name, node] of namedTypes(source)) {
      const text = textOf(node);
      // A schema's own constant before a row that holds it.
      if (text && (!known.has(text) || (known.get(text).name.includes('[') && !name.includes('['))))
        known.set(text, { name, node, file: source.fileName });
    }
  for (const source of sources) {
    const edits = [];
    const visit = (node) => {
      const text = ts.isTypeNode(node) ? textOf(node) : undefined;
      const named = text && known.get(text);
      if (!named || named.node === node) return ts.forEachChild(node, visit);
      const [, constant, row = ''] = /^(\w+)(\[.*)?$/.exec(named.name);
      const to = posix.relative(posix.dirname(source.fileName), named.file).replace(/\.d\.ts$/, '.js');
      const type = `typeof import('${to.startsWith('.') ? to : `./${to}`}').${constant}`;
      edits.push([node.getStart(), node.end, row ? `(${type})${row}` : type]);
    };
    visit(source);
    const text = edits.reverse().reduce((all, [from, to, by]) => all.slice(0, from) + by + all.slice(to), source.text);
    writeFileSync(join(root, source.fileName), text);
  }
}

const up = (file) => '../'.repeat(file.split(/[\\/]/).length - 1) || './';

/** The types of the contract once more under `read`, where pages read it without zod, and all declarations for pages name those. */
function typePagesWithoutZod(root) {
  const schemas = 'read/schema-types';
  for (const file of globSync('read/**/*.d.ts', { cwd: root })) rmSync(join(root, file));
  for (const file of globSync('**/*.d.ts', { cwd: root, exclude: ['{server,mock,cdn,examples,read}/**'] })) {
    const text = readFileSync(join(root, file), 'utf8');
    const to = file.replace(/^contract(?=[\\/])/, 'read');
    const typed = text
      .replace(/(?<=(?:from|import)[\s(]*['"])zod\/mini(?=['"])/g, `${up(to)}${schemas}.js`)
      .replace(/(?<=(?:from|import)[\s(]*['"](?:\.{1,2}\/)+)contract\//g, 'read/');
    mkdirSync(dirname(join(root, to)), { recursive: true });
    writeFileSync(join(root, to), typed);
  }
  cpSync(SCHEMA_TYPES, join(root, `${schemas}.d.ts`));
}

/** Removes declarations that nothing leads to from what `package.json` exports. */
function keepWhatIsReached(root, exported) {
  const reached = new Set();
  const reach = (file) => {
    if (reached.has(file) || !existsSync(file)) return;
    reached.add(file);
    const text = readFileSync(file, 'utf8');
    for (const [, path] of text.matchAll(/(?:from|import)[\s(]*['"](\.{1,2}\/[^'"]+)\.js['"]/g))
      reach(join(dirname(file), `${path}.d.ts`));
  };
  for (const file of exported) reach(join(file));
  for (const file of globSync('**/*.d.ts', { cwd: root })) {
    if (!reached.has(join(root, file))) rmSync(join(root, file));
  }
}

/**
 * Emits `.d.ts` beside the modules while the bundles are made. `rollup -c --configNoTypes` leaves them out.
 * `exported`: the declarations that `package.json` leads to.
 */
export const declarations = (exported) => {
  let emitted = Promise.resolve(0);
  return {
    name: 'declarations',
    buildStart() {
      const tsc = fileURLToPath(import.meta.resolve('typescript/lib/tsc.js'));
      const child = spawn(process.execPath, [tsc, '-p', '.ci/tsconfig.types.json'], { stdio: 'inherit' });
      emitted = new Promise((done) => child.on('exit', (code) => done(code ?? 1)));
    },
    async closeBundle() {
      // Declarations are written all the same: `npm run types` is the judge of types.
      if ((await emitted) !== 0) this.warn('the types have errors');
      for (const file of globSync('dist/**/*.d.ts', { exclude: ['dist/read/**'] }))
        writeFileSync(file, nameLit(nameZod(nameModules(readFileSync(file, 'utf8')))));
      sayTypesOnce('dist');
      typePagesWithoutZod('dist');
      keepWhatIsReached('dist', exported);
    },
  };
};
