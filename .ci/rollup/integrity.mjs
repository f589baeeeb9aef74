import { createHash } from 'node:crypto';

/**
 * The script for `<script src>` without `type="module"`: loads the module beside it, or says in the console why it is not there. One
 * statement that every browser of the last years can read.
 */
const classic = `/*! Loads cb-booking.js, a module, from a classic script */
(() => {
  const own = document.currentScript ?? document.querySelector('script[src*="cb-booking.classic.js"]');
  const address = new URL('cb-booking.js', own ? own.src : document.baseURI).href;
  import(address).catch((error) =>
    console.error(
      'CultureBridge Booking could not be loaded from ' + address + ': ' + error.message +
        '. Check that the file is there, that its host sends Access-Control-Allow-Origin, and that script-src of the page’s ' +
        'Content-Security-Policy allows it.',
    ),
  );
})();
`;

const hashOf = (text) => `sha384-${createHash('sha384').update(text).digest('base64')}`;

/**
 * Writes the classic script, and `integrity.json`: the hash of each script by its file (Subresource Integrity, 3.1), from which
 * `culturebridge-booking script-tag` makes what a page pins them with.
 */
export const integrity = () => ({
  name: 'integrity',
  generateBundle: {
    // After the names of chunks and what is in them are settled.
    order: 'post',
    handler(_, bundle) {
      const scripts = Object.values(bundle).filter(({ fileName }) => fileName.endsWith('.js'));
      const hashes = scripts.map((file) => [file.fileName, hashOf(file.code ?? file.source)]);
      const source = JSON.stringify(
        Object.fromEntries([...hashes, ['cb-booking.classic.js', hashOf(classic)]].sort()),
        null,
        2,
      );
      this.emitFile({ type: 'asset', fileName: 'cb-booking.classic.js', source: classic });
      this.emitFile({ type: 'asset', fileName: 'integrity.json', source });
    },
  },
});
