import { chmodSync, cpSync, existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build as bundle, transform } from 'esbuild';
import esbuild from 'rollup-plugin-esbuild';
import { buildName } from './.ci/rollup/build-name.mjs';
import { declarations } from './.ci/rollup/declarations.mjs';
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

/** The same for pages, except zod: the part of it that reads the contract is built in (docs/decisions/0011). */
const externalOfPages = (id) => external(id) && !/^zod(\/|$)/.test(id);

// The tsconfig carries the decorator settings (experimentalDecorators, useDefineForClassFields: false). Texts in other scripts than
// Latin stay as they are written: as `\u0623` each letter would take three times the room.
const typescript = () =>
  esbuild({ tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)), target: 'es2022', charset: 'utf8' });

/**
 * Functions that do not use `this` become arrows: nobody calls one with `new`, which terser cannot know.
 * Reading a property does nothing else, as for rollup below. Comparisons keep their order: what is written alike compresses better,
 * by about 0.05 kB in a visitor's journey.
 */
const minified = () =>
  minify({
    ecma: 2022,
    module: true,
    compress: { passes: 3, inline: 1, lhs_constants: false, pure_getters: true, unsafe_arrows: true },
    format: { comments: /^!/ },
  });

/** Modules of `dist` that servers and tests import: with zod, which checks what comes in. The contract and the domain are in both. */
const OF_SERVERS = /^(contract|server|mock)[\\/]/;

/** The modules that package.json exports, as paths under `src`. */
const exported = Object.values(packageJson.exports)
  .map((target) => target.default ?? '')
  .filter((file) => /^\.\/dist\/.*\.js$/.test(file))
  .map((file) => file.replace('./dist/', '').replace(/js$/, 'ts'));
const serverEntries = [...exported.filter((file) => OF_SERVERS.test(file)), 'mock/cli.ts'].map((file) => `src/${file}`);
const pageEntries = exported.filter((file) => !OF_SERVERS.test(file)).map((file) => `src/${file}`);

/** The declarations that are read from outside. */
const exportedTypes = [
  ...Object.values(packageJson.exports).flatMap((target) => target.types ?? []),
  ...globSync('types/*.d.ts'),
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

/** True for a file whose source is gone; the files under `cdn` and `examples` come from other builds. */
const isStale = (file) =>
  !/^(cdn|examples)[\\/]|schema-types/.test(file) &&
  !existsSync(`src/${file.replace(/^read(?=[\\/])/, 'contract').replace(/\.d\.ts$/, '.ts')}`);

/** Copies the files that are read at run time, and makes the command executable. */
const assets = () => ({
  name: 'assets',
  writeBundle() {
    for (const file of globSync('src/mock/demo/**/*.{html,css,svg,jpg,webp}'))
      cpSync(file, file.replace('src', 'dist'));
    if (existsSync('dist/mock/cli.js')) chmodSync('dist/mock/cli.js', 0o755);
    // Files for programs are shipped without blanks, which only diffs need and which are half of their size.
    for (const file of ['openapi.json', 'custom-elements.json', 'web-types.json'])
      writeFileSync(`dist/${file}`, JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))));
  },
});

/** Tables of texts go out without blanks: nobody steps through them, and twenty languages add up. */
const compactTexts = () => ({
  name: 'compact-texts',
  async renderChunk(code, { fileName }) {
    if (!/[\\/](languages|refusals|texts)[\\/]/.test(fileName)) return null;
    const compact = await transform(code, { minifyWhitespace: true, charset: 'utf8', format: 'esm' });
    return { code: compact.code, map: null };
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

/** Names the chunks of the script tag. */
const named = buildName(packageJson.version);

/** Rollup's own notes about comments and cycles inside dependencies are not ours to act on. */
const onwarn = (warning, warn) => {
  // In the script tag a function of zod that its reader lacks would be called as `(void 0)()`.
  if (warning.code === 'MISSING_EXPORT') throw new Error(warning.message);
  if ((warning.ids ?? [warning.id]).some((id) => id?.includes('node_modules'))) return;
  warn(warning);
};

/** No source maps: the modules read like their sources, and maps would be more than half of what is installed. */
const modules = { dir: 'dist', format: 'es', preserveModules: true, preserveModulesRoot: 'src' };

/** Where the module of a page is in `dist`. `@lit/react` is built in: its types would ask for packages that only React's users have. */
const pageModule = (name) =>
  name
    .replace(/^.*node_modules\/@lit\/react\//, 'react/lit-react/')
    .replace(/^contract\//, 'read/')
    .replace(/^.*schema-reader$/, 'read/schema-reader');

export default ({ configNoTypes }) => [
  {
    input: serverEntries.filter((file) => existsSync(file)),
    external,
    onwarn,
    plugins: [nodeResolve(), typescript(), assets(), prune('{contract,server,mock}/**/*.{js,map,ts}', isStale)],
    // The domain is built twice: next to the contract of servers, and for pages.
    output: { ...modules, entryFileNames: ({ name }) => `${name.replace(/^domain\//, 'server/domain/')}.js` },
  },
  {
    input: pageEntries.filter((file) => existsSync(file)),
    external: externalOfPages,
    onwarn,
    plugins: [
      nodeResolve(),
      workers(),
      typescript(),
      leanContract(),
      compactTexts(),
      prune('**/*.{js,map,ts}', (file) => !OF_SERVERS.test(file) && isStale(file)),
      examples(),
      ...(configNoTypes ? [] : [declarations(exportedTypes)]),
    ],
    output: {
      ...modules,
      entryFileNames: ({ name }) => `${pageModule(name)}.js`,
      // Next's App Router renders what has state and listeners on the client alone.
      banner: ({ fileName }) => (fileName.startsWith('react/') ? "'use client';" : ''),
    },
  },
  {
    // `map-replies.js` is what a page imports itself where its backend answers otherwise than the contract says.
    input: { 'cb-booking': 'src/cdn.ts', 'map-replies': 'src/core/client/map-replies.ts' },
    // The entry may also export what chunks import from it: one file, not an entry and a shared chunk.
    preserveEntrySignatures: 'allow-extension',
    onwarn,
    treeshake: {
      moduleSideEffects: (id) => /[\\/]src[\\/](cdn|define)\.ts$/.test(id),
      // Removes unused schema shapes that spread another, too.
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
      minified(),
      licenses(),
      named.plugin,
      chunkList(),
      integrity(),
      // The English texts, and what a drawn page loads, are made by the next builds.
      prune('*', (file) => file !== 'english.js' && file !== 'server-drawn.js'),
    ],
    output: {
      dir: 'dist/cdn',
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: named.chunkFileNames,
      manualChunks: chunksOfJourney(fileURLToPath(new URL('./src/cdn.ts', import.meta.url))),
      onlyExplicitManualChunks: true,
      experimentalMinChunkSize: 1000,
      // What rollup writes around the modules: arrows, and modules as plain objects, which nobody changes.
      generatedCode: { arrowFunctions: true, constBindings: true, objectShorthand: true },
      freeze: false,
      // Maps next to the scripts for those who want to read them; a comment in every chunk would be sent to every visitor.
      sourcemap: 'hidden',
      banner: ({ isEntry }) => (isEntry ? '/*! Licences of what is in here: LICENSES.txt */' : ''),
    },
  },
  {
    // Beside the script tag: every English text in one file, for pages that write a language of their own.
    input: { english: 'src/elements/i18n/languages/english.ts' },
    plugins: [nodeResolve(), typescript(), leanContract(), minified()],
    output: { dir: 'dist/cdn', format: 'es' },
  },
  {
    // For pages that a server drew, loaded before the script tag: a file of its own, so that other pages load nothing of it.
    input: { 'server-drawn': 'src/ssr/client.ts' },
    plugins: [nodeResolve(), typescript(), leanContract(), minified()],
    output: { dir: 'dist/cdn', format: 'es' },
  },
];
