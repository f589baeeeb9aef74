import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedTexts, root, staleFiles } from './docs/generated.ts';

// `npm run docs` writes every generated text; with --check it only says which are stale.
const stale = await staleFiles();
if (process.argv.includes('--check')) {
  for (const file of stale) console.error(`${file} is stale: run npm run docs`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  const texts = await generatedTexts();
  for (const file of stale) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), texts.get(file) ?? '');
  }
  console.log(stale.length === 0 ? 'Nothing was stale.' : `Written: ${stale.join(', ')}`);
}
