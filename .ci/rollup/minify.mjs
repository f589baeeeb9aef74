import MagicString from 'magic-string';
import { minify as terser } from 'terser';

/** Names of a chunk's own variables that other chunks know by a short name, and of those it has from other chunks. */
function sharedNames(program) {
  const names = new Map();
  const taken = new Set();
  for (const { type, specifiers, source } of program.body) {
    if (type !== 'ImportDeclaration' && (type !== 'ExportNamedDeclaration' || source)) continue;
    for (const { local, imported, exported } of specifiers) {
      const shared = (imported ?? exported)?.name;
      if (!shared || shared.length > 2 || taken.has(shared) || names.has(local.name)) continue;
      taken.add(shared);
      names.set(local.name, shared);
    }
  }
  return names;
}

/** Names in order compress better, and the list is as long as before: what follows keeps its place in the source map. */
const sortImports = (code) =>
  code.replace(/\bimport\{([^}]*)\}from"/g, (_, list) => `import{${list.split(',').sort().join()}}from"`);

/**
 * Brings the styles of a chunk together, behind the first of them: what is alike compresses better side by side. Styles without values
 * in them depend on nothing but `css`.
 */
function gatherStyles(code, program) {
  const moved = new MagicString(code);
  let first;
  for (const { type, kind, declarations, start, end } of program.body) {
    const style =
      type === 'VariableDeclaration' && kind === 'const' && declarations.length === 1 && declarations[0].init;
    if (style?.type !== 'TaggedTemplateExpression' || style.quasi.expressions.length) continue;
    if (!style.quasi.quasis[0].value.raw.includes('{')) continue;
    if (first === undefined) first = end;
    else moved.move(start, end, first);
  }
  return moved;
}

/**
 * Minifies with terser. What chunks share has one short name everywhere, that of the export, so that `export{a,b}` and `import{a,b}`
 * stand where every name had two: `export{G as a,S as b}`.
 */
export const minify = (options) => ({
  name: 'minify',
  async renderChunk(code) {
    const program = this.parse(code);
    const props = Object.fromEntries([...sharedNames(program)].map(([name, short]) => [`$${name}`, short]));
    const gathered = gatherStyles(code, program);
    const sourceMap = { content: gathered.generateMap({ hires: true }) };
    const result = await terser(gathered.toString(), { ...options, sourceMap, nameCache: { vars: { props } } });
    return { code: sortImports(result.code), map: result.map };
  },
});
