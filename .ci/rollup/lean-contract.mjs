import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const reader = `${root}/.ci/rollup/schema-reader.ts`;

/** What servers and documents need of a row; a client writes its requests as they are typed, and reads replies. */
const serverSide = ['params', 'query', 'body', 'errors'];

const nameOf = ({ key }) => key?.name ?? key?.value;

function* objectsBelow(node) {
  if (!node || typeof node !== 'object') return;
  if (node.type === 'ObjectExpression') yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) yield* objectsBelow(child);
  }
}

/** Object literals whose properties have these names, among others. */
function* objectsWith(program, ...names) {
  for (const object of objectsBelow(program)) {
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

/**
 * What a page on which nobody develops needs of the contract: schemas are read by `contract/schema-reader.ts` in place of zod,
 * and rows keep what a client uses (docs/decisions/0005).
 */
export const leanContract = () => ({
  name: 'lean-contract',
  resolveId: { order: 'pre', handler: (id) => (id === 'zod/mini' ? reader : null) },
  transform(code, id) {
    if (!/[\\/]contract[\\/](endpoints[\\/]|problem\.ts)/.test(id)) return null;
    let lean = code;
    for (const { start, end } of serverSideOf(id, this.parse(code))) {
      lean = blank(lean, start, code[end] === ',' ? end + 1 : end);
    }
    return { code: lean, map: null };
  },
});
