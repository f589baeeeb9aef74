import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** `…/node_modules/@scope/name` of a module that came from a package. */
const packageOf = (id) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0];

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text = file ? readFileSync(`${folder}/${file}`, 'utf8').trim() : '';
  return `${name} ${version} (${license})\n\n${text}`;
}

/** Writes the licences of all bundled packages into one file beside the bundle, where comments in every chunk would be sent to visitors. */
export const licenses = () => ({
  name: 'licenses',
  generateBundle(_, bundle) {
    const ids = Object.values(bundle).flatMap(({ modules = {} }) => Object.entries(modules));
    const sent = ids.filter(([, { renderedLength }]) => renderedLength > 0).map(([id]) => packageOf(id));
    const folders = [...new Set(sent)].filter((folder) => folder && existsSync(`${folder}/package.json`)).sort();
    const source = `${folders.map(noticeOf).join('\n\n---\n\n')}\n`;
    this.emitFile({ type: 'asset', fileName: 'LICENSES.txt', source });
  },
});
