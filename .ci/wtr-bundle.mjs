import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const loaders = { '.ts': 'ts', '.js': 'js', '.mjs': 'js' };

/** A file's address on the test server. */
const addressOf = (file) => `/${relative(root, file).split(sep).join('/')}`;

/** Transforms that the runner's plugins apply to served files, and `import.meta.url` as it is where each file is served by itself. */
const transformFiles = (transforms) => ({
  name: 'transform-files',
  setup({ onLoad }) {
    onLoad({ filter: /\.m?[jt]s$/ }, async ({ path: file }) => {
      const path = addressOf(file);
      const source = await readFile(file, 'utf8');
      let body = source;
      for (const { transform } of transforms) body = transform({ path, body }) ?? body;
      body = body.replaceAll('import.meta.url', `new URL(${JSON.stringify(path)}, location.origin).href`);
      return body === source ? undefined : { contents: body, loader: loaders[extname(file)] };
    });
  },
});

/**
 * Builds all test files of a run once, with shared chunks, and serves those: 130 files for the page of the booking form, where each module
 * by itself makes 610. A page evaluates each module once, where and when it is imported, as without a bundle.
 *
 * Returns parts of the runner's configuration: a middleware, and a reporter, which is told the files of a run.
 */
export function bundledTests(transforms) {
  const outputs = Promise.withResolvers();
  const bundle = async (testFiles) => {
    const { outputFiles } = await build({
      entryPoints: testFiles,
      absWorkingDir: root,
      outbase: root,
      outdir: root,
      chunkNames: '__bundle__/[hash]',
      write: false,
      bundle: true,
      splitting: true,
      format: 'esm',
      target: 'es2022',
      conditions: ['browser', 'development'],
      tsconfig: join(root, 'tsconfig.json'),
      // Where a stack trace leads; the sources themselves are served.
      sourcemap: 'linked',
      sourcesContent: false,
      external: ['/__web-dev-server__*'],
      plugins: [transformFiles(transforms)],
      logLevel: 'error',
    });
    return new Map(outputFiles.map(({ path, contents }) => [addressOf(path), Buffer.from(contents)]));
  };
  return {
    reporter: {
      start({ testFiles }) {
        bundle(testFiles).then(outputs.resolve, outputs.reject);
        // Told to each page that asks; a run without one must not end for it.
        outputs.promise.catch(() => {});
      },
    },
    async middleware(context, next) {
      const address = context.path.replace(/\.test\.ts$/, '.test.js');
      if (!/^\/(test|__bundle__)\/.*\.js(\.map)?$/.test(address)) return next();
      const output = (await outputs.promise).get(address);
      if (!output) return next();
      context.type = address.endsWith('.map') ? 'json' : 'js';
      context.body = output;
    },
  };
}
