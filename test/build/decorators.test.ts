import { type Plugin, rollup } from 'rollup';
import { expect, test } from 'vitest';

/** Legacy decorators get (prototype, key); standard ones would get (undefined, context). */
const seen: unknown[][] = [];
const note = (...given: unknown[]): void => {
  seen.push(given);
};

class Decorated {
  @note count = 1;
  declare undeclared: number;
}

test('vitest compiles decorators as legacy ones and fields as assignments', () => {
  expect(seen[0]?.slice(0, 2)).toEqual([Decorated.prototype, 'count']);
  expect(Object.keys(new Decorated())).toEqual(['count']);
});

const source = `
  const accessor = (prototype, key) =>
    Object.defineProperty(prototype, key, { set(value) { this.log = [...(this.log ?? []), value]; } });
  class Parent { constructor() { this.count = 0; } }
  export class Decorated extends Parent { @accessor count: number = 1; }
`;

type Builds = (options: { configNoTypes: boolean }) => readonly { plugins: readonly Plugin[] }[];

test('both rollup builds compile decorators as legacy ones and fields as assignments', async () => {
  const config: { default: Builds } = await import(new URL('../../rollup.config.mjs', import.meta.url).href);
  for (const { plugins } of config.default({ configNoTypes: true })) {
    const entry: Plugin = {
      name: 'entry',
      resolveId: (id) => (id === 'decorated.ts' ? '/decorated.ts' : null),
      load: (id) => (id === '/decorated.ts' ? source : null),
    };
    const compile = plugins.filter((plugin) => ['esbuild', 'declare-properties', 'minify'].includes(plugin.name));
    const bundle = await rollup({ input: 'decorated.ts', plugins: [entry, ...compile] });
    const { output } = await bundle.generate({ format: 'es' });
    const { Decorated } = await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
    expect(new Decorated().log).toEqual([0, 1]);
  }
});
