import { readFileSync } from 'node:fs';

/** From `src/mock` and from `dist/mock` alike, two folders up is the package. */
const integrityFile = new URL('../../dist/cdn/integrity.json', import.meta.url);

/** What `culturebridge-booking script-tag --help` prints. */
const HELP = `culturebridge-booking script-tag <address>: what a page writes to load the script tag and nothing else in its place

  <address>   of the folder that has cb-booking.js: https://cdn.example.com/booking/

The import map pins every chunk by its hash; it stands before all modules of the page. Under a Content-Security-Policy it needs the
page's nonce, as every inline script does. Pin one version: the hashes of another one differ.
`;

/**
 * The import map and the script tag that pin this version's files under `address` by their hashes
 * (HTML, "import map integrity"; Subresource Integrity, 3.1).
 */
export function pinnedScriptTag(address: string): string {
  const folder = new URL(address.endsWith('/') ? address : `${address}/`);
  const hashes = Object.entries(JSON.parse(readFileSync(integrityFile, 'utf8')) as Readonly<Record<string, string>>);
  const modules = hashes.filter(([file]) => !/(\.classic|-worker-\w+)\.js$/.test(file));
  const integrity = Object.fromEntries(modules.map(([file, hash]) => [new URL(file, folder).href, hash]));
  const entry = new URL('cb-booking.js', folder).href;
  return `<script type="importmap">
${JSON.stringify({ integrity }, null, 2)}
</script>
<script type="module" src="${entry}" integrity="${integrity[entry]}" crossorigin></script>
`;
}

/** Runs the command with the arguments after its name; gives the exit code. */
export function printScriptTag([address = '--help', ...more]: readonly string[]): number {
  if (address === '--help' || address === '-h') {
    console.log(HELP);
    return 0;
  }
  if (more.length > 0 || !URL.canParse(address) || !/^https?:/.test(address)) {
    console.error('Name one address: script-tag https://cdn.example.com/booking/\nTry --help.');
    return 2;
  }
  console.log(pinnedScriptTag(address));
  return 0;
}
