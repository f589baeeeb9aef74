import { fileURLToPath } from 'node:url';
import { sizeEntries } from './.ci/sizes.ts';

export default (await sizeEntries(fileURLToPath(new URL('.', import.meta.url)))).map((entry) => ({
  ...entry,
  path: [...entry.path],
}));
