import MagicString from 'magic-string';

const FIRST = 'cb-booking.js';
/** Its name among the exports of the first script: rollup gives out shorter ones. */
const SHARED = '$load';

/**
 * Loads a chunk; one that did not arrive is asked for once more under another address, and then no more than once at a time. Where the
 * page pins the chunk's content by an import map, which names its file, there is no other address that the browser would check.
 */
const loader = `const __retried = {};
const __pinned = (url) => [...document.scripts].some(({ text }) => text.includes(url.slice(1)));
const __retryingImport = (url) => __retried[url] ?? import(url).catch((reason) => {
  if (__pinned(url)) throw reason;
  return __retried[url] ??= import(url + '?' + Date.now()).catch((error) => { delete __retried[url]; throw error; });
});`;

/** The imports of a chunk from others than the first script: one from there cannot have failed. */
const importsOfOthers = ({ body }) =>
  body.filter(({ type, source }) => type === 'ImportDeclaration' && source.value !== `./${FIRST}`);

/** `{ a as b, c }` of an import as the pattern `{ a: b, c }`; empty for an import that only loads. */
const pattern = ({ specifiers }) =>
  specifiers.length === 0
    ? ''
    : `{ ${specifiers.map(({ imported, local }) => `${imported.name}: ${local.name}`).join(', ')} }`;

/** Loads by the loader what a chunk imports from other chunks: those may have arrived under another address. */
function awaitOthers(changed, program) {
  const others = importsOfOthers(program);
  if (others.length === 0) return false;
  const urls = others.map(({ source }) => `'${source.value}'`).join(', ');
  for (const { start, end } of others) changed.remove(start, end);
  changed.appendLeft(
    others[0].start,
    `const [${others.map(pattern).join(', ')}] = await Promise.all([${urls}].map((url) => __retryingImport(url)));`,
  );
  return true;
}

/**
 * Retries a dynamic import that fails. Browsers remember that an address failed and do not ask for it a second time (HTML, "fetch a
 * single module script"): a visitor whose connection dropped for a moment could not book until they reloaded the page. The second
 * try has an address of its own; elements of one chunk share it, so that the chunk runs once. What a chunk imports from another chunk
 * comes by the same way, or it would stay out of reach where that one arrived at the second try.
 */
export const retryingImport = () => ({
  name: 'retrying-import',
  renderDynamicImport: () => ({ left: '__retryingImport(', right: ')' }),
  // The first script has the loader, and the chunks have it from there: they import from that script anyway.
  renderChunk(code, { isEntry, imports, fileName }) {
    const changed = new MagicString(code);
    if (!awaitOthers(changed, this.parse(code)) && !code.includes('__retryingImport(')) return null;
    const first = imports.find((file) => file === FIRST);
    if (isEntry && fileName === FIRST) {
      // Behind the note about licences, which comes first.
      changed
        .appendLeft(code.startsWith('/*!') ? code.indexOf('*/') + 2 : 0, `\n${loader}\n`)
        .append(`\nexport { __retryingImport as ${SHARED} };`);
    } else if (first) {
      const list = /\bimport \{ (?=[^}]*\} from '\.\/cb-booking\.js')/.exec(code);
      if (list) changed.appendLeft(list.index + list[0].length, `${SHARED} as __retryingImport, `);
      else changed.prepend(`import { ${SHARED} as __retryingImport } from './${first}';\n`);
    } else changed.prepend(`${loader}\n`);
    return { code: changed.toString(), map: changed.generateMap({ hires: true }) };
  },
});
