import { join } from 'node:path';
import { expect, test } from 'vitest';
import { slowExamples, slowWorkspace } from '../../.ci/packed/workspace.ts';
import { useExampleSites } from './example-sites.ts';

const sites = useExampleSites(slowWorkspace);

/** Where each builds to, and is opened. */
const built = { angular: 'dist', webpack: '', parcel: 'dist' } as const;

test.each(slowExamples)('from the packed package a guest books with %s', async (name) => {
  const folder = sites.packed.installExample(name);
  const printed = sites.packed.run(folder, 'npm', ['run', 'build']);
  expect(printed).not.toMatch(/\bwarning\b/i);
  await sites.bookOnce(await sites.serveFolder(join(folder, built[name])), name);
});
