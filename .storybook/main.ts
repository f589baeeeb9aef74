import { cpSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { StorybookConfig } from '@storybook/web-components-vite';

// The worker script is msw's own, copied at every start: one kept in the repository would fall behind the package.
const publicFolder = fileURLToPath(new URL('./public/', import.meta.url));
const workerScript = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js');
cpSync(workerScript, `${publicFolder}mockServiceWorker.js`);

/**
 * Every package that a page may come to load, read from the sources. Vite would find some of them late and reload the
 * page in the middle of a test.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const sources = globSync(['src/{contract,domain,core,elements,server,mock}/**/*.ts', 'stories/*.ts'], { cwd: root });
const imported = sources
  .filter((file) => !/^src\/(server\/(hosts|stores)|mock\/(cli|documentation|static-files|demo))/.test(file))
  .flatMap((file) => readFileSync(`${root}${file}`, 'utf8').match(/(?<=(?:from|import\() ?')[a-z@][^']*(?=')/g) ?? []);
const bundledAhead = [...new Set(imported)].filter((name) => !/^(node:|storybook|@storybook)/.test(name));

const config: StorybookConfig = {
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', 'msw-storybook-addon'],
  framework: '@storybook/web-components-vite',
  staticDirs: [publicFolder],
  viteFinal: (vite) => ({
    ...vite,
    optimizeDeps: {
      ...vite.optimizeDeps,
      // Found late, each of these would reload the page in the middle of a test.
      include: [...(vite.optimizeDeps?.include ?? []), ...bundledAhead],
    },
  }),
  core: { disableTelemetry: true },
};

export default config;
