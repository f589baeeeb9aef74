import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import nodeResolve from '@rollup/plugin-node-resolve';
import { type Plugin, rollup } from 'rollup';
import { describe, expect, test } from 'vitest';

type Builds = (options: { configNoTypes: boolean }) => readonly { plugins: readonly Plugin[] }[];

const config: { default: Builds } = await import(new URL('../../rollup.config.mjs', import.meta.url).href);
const scriptTag = config.default({ configNoTypes: true }).at(-1)?.plugins ?? [];

/** Bundles `source` by some plugins of the script-tag build, and imports what comes out. */
async function load(source: string, names: readonly string[], file = 'src/elements/entry.ts') {
  const id = fileURLToPath(new URL(`../../${file}`, import.meta.url));
  const entry: Plugin = {
    name: 'entry',
    resolveId: { order: 'pre', handler: (name) => (name === 'entry' ? id : null) },
    load: (name) => (name === id ? source : null),
  };
  const chosen = scriptTag.filter(({ name }) => names.includes(name));
  const bundle = await rollup({
    input: 'entry',
    plugins: [entry, nodeResolve({ exportConditions: ['node', 'development'] }), ...chosen],
    onwarn: () => undefined,
  });
  const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: true });
  const { code } = output[0];
  const module = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
  return { module, code };
}

describe('one declaration a class', () => {
  const source = `
    import { LitElement } from 'lit';
    import { property, query, state } from 'lit/decorators.js';
    export class Parent extends LitElement {
      @property() name = '';
      @property({ attribute: false }) session: unknown;
      @state() private busy = false;
    }
    export class Child extends Parent {
      @property({ type: Number, attribute: 'max-size', reflect: true }) maxSize = 3;
      @property() label = '';
      @query('.box') readonly box!: HTMLElement;
    }
  `;
  const declared = (element: { elementProperties: Map<string, object>; observedAttributes: readonly string[] }) => ({
    attributes: element.observedAttributes.toSorted(),
    properties: [...element.elementProperties]
      .map(([name, options]) => [name, JSON.stringify({ ...options, wrapped: undefined, converter: undefined })])
      .sort(),
  });

  test('tells Lit what its decorators tell it', async () => {
    const plain = await load(source, ['esbuild']);
    const lean = await load(source, ['esbuild', 'declare-properties']);
    expect(lean.code).toContain('declareProperties(Child');
    expect(plain.code).not.toContain('declareProperties');
    for (const name of ['Parent', 'Child']) expect(declared(lean.module[name])).toEqual(declared(plain.module[name]));
    const root = { querySelector: (selector: string) => `found ${selector}` };
    for (const { module } of [plain, lean]) {
      const { get } = Object.getOwnPropertyDescriptor(module.Child.prototype, 'box') ?? {};
      expect(get?.call({ renderRoot: root })).toBe('found .box');
    }
  });
});

describe('the contract of the bundle', () => {
  test('has every row, with what a client uses of it', async () => {
    const source = "export { endpoints } from './endpoints.ts';";
    const { module, code } = await load(source, ['esbuild', 'lean-contract'], 'src/contract/entry.ts');
    const { endpoints } = await import('../../src/contract/endpoints.ts');
    expect(Object.keys(module.endpoints)).toEqual(Object.keys(endpoints));
    for (const [name, row] of Object.entries(endpoints)) {
      const {
        params: _p,
        query: _q,
        body: _b,
        errors: _e,
        reply: _r,
        ...kept
      } = row as unknown as Record<string, unknown>;
      const { reply, ...lean } = module.endpoints[name];
      expect(lean).toEqual(kept);
      expect(reply.safeParse).toBeTypeOf('function');
    }
    expect(code).not.toContain('_zod');
  });

  test('knows the error codes that pages tell apart, and their sentences', async () => {
    const source = "export { problems } from './problem.ts';";
    const { module } = await load(source, ['esbuild', 'lean-contract'], 'src/contract/entry.ts');
    const { problems } = await import('../../src/contract/problem.ts');
    for (const code of ['slot_unavailable', 'coach_inactive', 'email_taken', 'in_the_past'] as const) {
      expect(module.problems[code]).toEqual({ detail: problems[code].detail });
    }
    expect(module.problems.range_inverted).toBeUndefined();
  });
});

describe('what was built', () => {
  const folder = new URL('../../dist/cdn/', import.meta.url);
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const code = scripts.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');

  test('has neither zod nor decorators in it', () => {
    expect(code).not.toMatch(/_zod|__decorateClass|ZodMini/);
  });

  test('keeps the names of properties that pages may set, and no long one of its own', () => {
    expect(code).toContain('--cb-accent');
    expect(code.match(/--_\w{4,}/g)).toBeNull();
  });

  test('comes with the licences of what is bundled, and says so', () => {
    const licences = readFileSync(new URL('LICENSES.txt', folder), 'utf8');
    for (const name of ['lit-html', '@lit/reactive-element', '@floating-ui/core']) expect(licences).toContain(name);
    expect(licences).toContain('Redistribution and use in source and binary forms');
    expect(readFileSync(new URL('cb-booking.js', folder), 'utf8')).toContain('LICENSES.txt');
  });
});
