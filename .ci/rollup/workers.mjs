import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import { leanContract } from './lean-contract.mjs';
import { minify } from './minify.mjs';

const ADDRESS = /new URL\('\.\/([\w-]+-worker)\.ts', import\.meta\.url\)\.href/;

/**
 * Makes a file of its own of a worker that a module names by `new URL('./…-worker.ts', import.meta.url).href`. All it imports is
 * inside: a chunk shared with the page would define elements in the worker, and bundlers of applications copy such a file as it is.
 */
export const workers = () => ({
  name: 'workers',
  async transform(code, id) {
    const [whole, name] = ADDRESS.exec(code) ?? [];
    if (!name) return null;
    const source = await bundleWorker(join(dirname(id), `${name}.ts`));
    const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
    const reference = this.emitFile({ type: 'asset', fileName: `${name}-${hash}.js`, source });
    return { code: code.replace(whole, `import.meta.ROLLUP_FILE_URL_${reference}`), map: null };
  },
});

async function bundleWorker(input) {
  const bundle = await rollup({
    input,
    treeshake: { moduleSideEffects: (id) => id === input },
    plugins: [
      nodeResolve({ browser: true }),
      esbuild({ target: 'es2022' }),
      // A worker that reads no reply uses none of the contract's schemas: they go, and what makes them.
      leanContract(),
      minify({ ecma: 2022, module: true }),
    ],
  });
  const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: true });
  return output[0].code;
}
