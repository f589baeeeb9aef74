import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const source = (path: string) => fileURLToPath(new URL(`../../src/mock/${path}`, import.meta.url));

test.each(['index.ts', 'msw.ts'])('%s needs nothing that a browser lacks', async (path) => {
  const { metafile } = await build({
    entryPoints: [source(path)],
    bundle: true,
    platform: 'browser',
    format: 'esm',
    external: ['msw'],
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const imported = Object.values(metafile.inputs).flatMap(({ imports }) => imports.map((entry) => entry.path));
  expect(imported.filter((entry) => entry.startsWith('node:'))).toEqual([]);
});
