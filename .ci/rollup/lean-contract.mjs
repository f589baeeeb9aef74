import { fileURLToPath } from 'node:url';
import MagicString from 'magic-string';

const root = fileURLToPath(new URL('../..', import.meta.url));
const reader = `${root}/.ci/rollup/schema-reader.ts`;

/** What servers and documents need of a row; a client writes its requests as they are typed, and reads replies. */
const serverSide = ['params', 'query', 'body', 'errors'];

const nameOf = ({ key }) => key?.name ?? key?.value;

function* nodesBelow(node, type, except) {
  if (!node || typeof node !== 'object' || except?.test(node.type)) return;
  if (node.type === type) yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) yield* nodesBelow(child, type, except);
  }
}

/** Object literals whose properties have these names, among others. */
function* objectsWith(program, ...names) {
  for (const object of nodesBelow(program, 'ObjectExpression')) {
    const own = object.properties.map(nameOf);
    if (names.every((name) => own.includes(name))) yield object;
  }
}

/** The stretches of code that a page does without. */
function* serverSideOf(id, program) {
  if (/[\\/]contract[\\/]endpoints[\\/]/.test(id)) {
    for (const row of objectsWith(program, 'method', 'path'))
      yield* row.properties.filter((each) => serverSide.includes(nameOf(each)));
  } else if (/[\\/]contract[\\/]problem\.ts$/.test(id)) {
    for (const row of objectsWith(program, 'status', 'detail'))
      yield* row.properties.filter((each) => nameOf(each) === 'status');
  }
}

/** Writes blanks over a stretch of code: what follows keeps its place, and so source maps stay right. */
export const blank = (code, start, end) =>
  code.slice(0, start) + code.slice(start, end).replace(/\S/g, ' ') + code.slice(end);

/** Calls outside functions: each makes a schema or another value of the contract and changes nothing. What nothing uses may go. */
const valueCalls = (program) => [...nodesBelow(program, 'CallExpression', /Function/)];

/**
 * What a page on which nobody develops needs of the contract: schemas are read by `schema-reader.ts` in place of zod,
 * and rows keep what a client uses (docs/decisions/0005).
 */
export const leanContract = () => ({
  name: 'lean-contract',
  resolveId: { order: 'pre', handler: (id) => (id === 'zod/mini' ? reader : null) },
  transform(code, id) {
    if (!/[\\/]src[\\/]contract[\\/]/.test(id)) return null;
    const program = this.parse(code);
    const lean = new MagicString(code);
    for (const { start, end } of serverSideOf(id, program)) lean.remove(start, code[end] === ',' ? end + 1 : end);
    for (const { start } of valueCalls(program)) lean.appendLeft(start, '/* @__PURE__ */ ');
    return { code: lean.toString(), map: lean.generateMap({ hires: true }) };
  },
});
