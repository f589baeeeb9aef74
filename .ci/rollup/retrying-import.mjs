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
const __retryingImport = (url) => import(url).catch((reason) => {
  if (__pinned(url)) throw reason;
  return __retried[url] ??= import(url + '?' + Date.now()).catch((error) => { delete __retried[url]; throw error; });
});`;

/**
 * Retries a dynamic import that fails. Browsers remember that an address failed and do not ask for it a second time (HTML, "fetch a
 * single module script"): a visitor whose connection dropped for a moment could not book until they reloaded the page. The second
 * try has an address of its own; elements of one chunk share it, so that the chunk runs once.
 */
export const retryingImport = () => ({
  name: 'retrying-import',
  renderDynamicImport: () => ({ left: '__retryingImport(', right: ')' }),
  // The first script has the loader, and the chunks have it from there: they import from that script anyway.
  renderChunk(code, { isEntry, imports, fileName }) {
    if (!code.includes('__retryingImport(')) return null;
    const changed = new MagicString(code);
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
