import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build as bundle } from 'esbuild';
import esbuild from 'rollup-plugin-esbuild';
import { declareProperties } from './.ci/rollup/declare-properties.mjs';
import { integrity } from './.ci/rollup/integrity.mjs';
import { chunksOfJourney } from './.ci/rollup/journey-chunks.ts';
import { leanContract } from './.ci/rollup/lean-contract.mjs';
import { licenses } from './.ci/rollup/licenses.mjs';
import { minify } from './.ci/rollup/minify.mjs';
import { retryingImport } from './.ci/rollup/retrying-import.mjs';
import { workers } from './.ci/rollup/workers.mjs';

const packageJson = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));
const bare = Object.keys({ ...packageJson.dependencies, ...packageJson.peerDependencies });

/** Installed beside the package, never copied into it. */
const external = (id) =>
  id.startsWith('node:') ||
  builtinModules.includes(id) ||
  bare.some((name) => id === name || id.startsWith(`${name}/`));

// The tsconfig carries the decorator settings (experimentalDecorators, useDefineForClassFields: false).
const typescript = () =>
  esbuild({ tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)), target: 'es2022' });

/** What package.json exports, and what those load by name. */
const entries = [
  'src/index.ts',
  'src/define.ts',
  'src/contract/index.ts',
  'src/elements/index.ts',
  'src/mock/index.ts',
  'src/mock/msw.ts',
  'src/mock/cli.ts',
  'src/react/index.ts',
  'src/server/index.ts',
  'src/server/stores/store-suite.ts',
  'src/ssr/index.ts',
  'src/ssr/client.ts',
  // Two paths an element: `@culturebridge/booking/elements/month-grid`, and the same under `define`.
  ...Object.values(packageJson.exports)
    .map((target) => target.default ?? '')
    .filter((file) => /^\.\/dist\/(elements|define)\//.test(file))
    .map((file) => file.replace('./dist/', 'src/').replace(/js$/, 'ts')),
];

/** Removes what an earlier build left behind: afterwards, so that a server that is running keeps its files meanwhile. */
const prune = (pattern, isOurs) => ({
  name: 'prune',
  writeBundle({ dir }, bundle) {
    for (const file of globSync(pattern, { cwd: dir })) {
      if (!(file.replaceAll('\\', '/') in bundle) && isOurs(file)) rmSync(`${dir}/${file}`, { force: true });
    }
  },
});

/** A declaration stays as long as its source is there; what is under `cdn` and `examples` is made by others. */
const isStale = (file) => !/^(cdn|examples)[\\/]/.test(file) && !existsSync(`src/${file.replace(/\.d\.ts$/, '.ts')}`);

/** Copies what is read at run time as it is, and lets the command start. */
const assets = () => ({
  name: 'assets',
  writeBundle() {
    for (const file of globSync('src/mock/demo/**/*.{html,css,svg,jpg,webp}'))
      cpSync(file, file.replace('src', 'dist'));
    if (existsSync('dist/mock/cli.js')) chmodSync('dist/mock/cli.js', 0o755);
  },
});

/** Bundles the examples that are written in a framework, with the package as built, so that their pages run. */
const examples = () => ({
  name: 'examples',
  async closeBundle() {
    rmSync('dist/examples', { recursive: true, force: true });
    await bundle({
      entryPoints: { 'react/main': 'examples/pages/react/main.jsx', 'vue/main': 'examples/pages/vue/app.js' },
      outdir: 'dist/examples',
      bundle: true,
      splitting: true,
      minify: true,
      format: 'esm',
      jsx: 'automatic',
      alias: {
        '@culturebridge/booking/define': './dist/define.js',
        // The build of Vue that compiles templates in the browser.
        vue: 'vue/dist/vue.esm-bundler.js',
      },
      define: {
        'process.env.NODE_ENV': '"production"',
        __VUE_OPTIONS_API__: 'false',
        __VUE_PROD_DEVTOOLS__: 'false',
        __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
      },
      logLevel: 'error',
    });
  },
});

/** TypeScript leaves `./slots.ts` as it stands in declarations; beside a `.d.ts` it has to read `./slots.js`. */
const nameModules = (text) => text.replace(/((?:from|import)[\s(]*['"]\.{1,2}\/[^'"]+)\.ts(?=['"])/g, '$1.js');

/** Emits `.d.ts` beside the modules while the bundles are made. `rollup -c --configNoTypes` leaves them out. */
const declarations = () => {
  let emitted = Promise.resolve(0);
  return {
    name: 'declarations',
    buildStart() {
      const tsc = fileURLToPath(import.meta.resolve('typescript/lib/tsc.js'));
      const child = spawn(process.execPath, [tsc, '-p', '.ci/tsconfig.types.json'], { stdio: 'inherit' });
      emitted = new Promise((done) => child.on('exit', (code) => done(code ?? 1)));
    },
    async closeBundle() {
      // Declarations are written all the same: `npm run types` is the judge of types.
      if ((await emitted) !== 0) this.warn('the types have errors');
      for (const file of globSync('dist/**/*.d.ts')) writeFileSync(file, nameModules(readFileSync(file, 'utf8')));
    },
  };
};

/** Writes which chunk loads which, for `npm run size`. */
const chunkList = () => ({
  name: 'chunk-list',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
    const list = chunks.map(({ fileName, name, imports, dynamicImports }) => [
      fileName,
      { name, imports, dynamicImports },
    ]);
    const source = JSON.stringify(Object.fromEntries(list), null, 2);
    this.emitFile({ type: 'asset', fileName: 'chunks.json', source });
  },
});

/** Rollup's own notes about comments and cycles inside dependencies are not ours to act on. */
const onwarn = (warning, warn) => {
  // In the script tag a function of zod that its reader lacks would be called as `(void 0)()`.
  if (warning.code === 'MISSING_EXPORT') throw new Error(warning.message);
  if ((warning.ids ?? [warning.id]).some((id) => id?.includes('node_modules'))) return;
  warn(warning);
};

export default ({ configNoTypes }) => [
  {
    input: entries.filter((file) => existsSync(file)),
    external,
    onwarn,
    plugins: [
      nodeResolve(),
      workers(),
      typescript(),
      assets(),
      prune('**/*.{js,map,ts}', isStale),
      examples(),
      ...(configNoTypes ? [] : [declarations()]),
    ],
    output: {
      dir: 'dist',
      format: 'es',
      preserveModules: true,
      preserveModulesRoot: 'src',
      // The one library that is built in: its types would ask for packages that only React's users have.
      entryFileNames: ({ name }) => `${name.replace(/^.*node_modules\/@lit\/react\//, 'react/lit-react/')}.js`,
      // Next's App Router renders what has state and listeners on the client alone.
      banner: ({ fileName }) => (fileName.startsWith('react/') ? "'use client';" : ''),
      // The modules read like their sources: maps would be more than half of what is installed.
    },
  },
  {
    // `map-replies.js` is what a page imports itself where its backend answers otherwise than the contract says.
    input: { 'cb-booking': 'src/cdn.ts', 'map-replies': 'src/core/client/map-replies.ts' },
    // What the page may import is among what the chunks import from it: one file, not two.
    preserveEntrySignatures: 'allow-extension',
    onwarn,
    treeshake: {
      moduleSideEffects: (id) => /[\\/]src[\\/](cdn|define)\.ts$/.test(id),
      // A schema's shape that spreads another, and that no page uses, goes as well.
      propertyReadSideEffects: false,
    },
    plugins: [
      literalsHtmlCssMinifier(),
      nodeResolve({ browser: true, exportConditions: ['browser', 'production'] }),
      workers(),
      typescript(),
      leanContract(),
      declareProperties(),
      retryingImport(),
      minify({ ecma: 2022, module: true, compress: { passes: 3, inline: 1 }, format: { comments: /^!/ } }),
      licenses(),
      chunkList(),
      integrity(),
      // The English texts, and what a drawn page loads, are made by the next builds.
      prune('*', (file) => file !== 'english.js' && file !== 'server-drawn.js'),
    ],
    output: {
      dir: 'dist/cdn',
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: '[name]-[hash].js',
      manualChunks: chunksOfJourney(fileURLToPath(new URL('./src/cdn.ts', import.meta.url))),
      onlyExplicitManualChunks: true,
      experimentalMinChunkSize: 1000,
      // What rollup writes around the modules: arrows, and modules as plain objects, which nobody changes.
      generatedCode: { arrowFunctions: true, constBindings: true, objectShorthand: true },
      freeze: false,
      // Beside the scripts for who wants to read them; a comment in every chunk would be sent to every visitor.
      sourcemap: 'hidden',
      banner: ({ isEntry }) => (isEntry ? '/*! Licences of what is in here: LICENSES.txt */' : ''),
    },
  },
  {
    // Beside the script tag: every English text in one file, for pages that write a language of their own.
    input: { english: 'src/elements/i18n/languages/english.ts' },
    plugins: [nodeResolve(), typescript(), leanContract(), minify({ ecma: 2022, module: true })],
    output: { dir: 'dist/cdn', format: 'es' },
  },
  {
    // For pages that a server drew, loaded before the script tag: a file of its own, so that other pages load nothing of it.
    input: { 'server-drawn': 'src/ssr/client.ts' },
    plugins: [nodeResolve(), typescript(), leanContract(), minify({ ecma: 2022, module: true })],
    output: { dir: 'dist/cdn', format: 'es' },
  },
];
