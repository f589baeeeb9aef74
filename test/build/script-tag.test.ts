import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import nodeResolve from '@rollup/plugin-node-resolve';
import { type Plugin, rollup } from 'rollup';
import { describe, expect, test } from 'vitest';

type Builds = (options: { configNoTypes: boolean }) => readonly { plugins: readonly Plugin[] }[];

const config: { default: Builds } = await import(new URL('../../rollup.config.mjs', import.meta.url).href);
const scriptTag =
  config
    .default({ configNoTypes: true })
    .map(({ plugins }) => plugins)
    .find((plugins) => plugins.some(({ name }) => name === 'declare-properties')) ?? [];

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
      @property({ attribute: false }) signIn: unknown;
      @property({ attribute: false })
      get session() { return this.signIn; }
      set session(signIn: unknown) { this.signIn = signIn; }
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

  test('reads every refusal of every endpoint as the package does, with its code and without', async () => {
    const source =
      "export { readRefusal } from './client/refusal.ts'; export { endpoints } from '../contract/endpoints.ts';";
    const { module } = await load(source, ['esbuild', 'lean-contract'], 'src/core/entry.ts');
    const { endpoints } = await import('../../src/contract/endpoints.ts');
    const { problems } = await import('../../src/contract/problem.ts');
    const { readRefusal } = await import('../../src/core/client/refusal.ts');
    let compared = 0;
    for (const [name, row] of Object.entries(endpoints)) {
      for (const [code, { status, detail }] of Object.entries(problems)) {
        for (const body of [{ detail }, { detail, code }, { detail: 'Other words', code }, {}]) {
          const read = async (reader: typeof readRefusal, endpoint: typeof row) => {
            const { kind, code, detail, fields, retryAfterSeconds } = await reader(
              endpoint,
              `${row.method} ${row.path}`,
              new Response(null, { status, headers: { 'retry-after': '7' } }),
              JSON.stringify(body),
            );
            return { kind, code, detail, fields, retryAfterSeconds };
          };
          expect(await read(module.readRefusal, module.endpoints[name])).toEqual(await read(readRefusal, row));
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(1000);
  });

  test('knows a booking that is gone from a call that the backend lacks', async () => {
    const source =
      "export { readRefusal } from './client/refusal.ts'; export { endpoints } from '../contract/endpoints.ts';";
    const { module } = await load(source, ['esbuild', 'lean-contract'], 'src/core/entry.ts');
    const gone = new Response(null, { status: 404 });
    const text = JSON.stringify({ detail: 'Booking not found' });
    const refusal = await module.readRefusal(module.endpoints.moveBooking, 'PATCH /booking', gone, text);
    expect(refusal).toMatchObject({ kind: 'not-found', code: 'booking_not_found' });
  });
});

describe('what was built', () => {
  const folder = new URL('../../dist/cdn/', import.meta.url);
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const code = scripts.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');

  test('has neither zod nor decorators in it', () => {
    expect(code).not.toMatch(/_zod|__decorateClass|ZodMini/);
  });

  test('has every sentence by which refusals without a code are told apart', async () => {
    const { basicProblems } = await import('../../src/contract/problem.ts');
    for (const { detail } of Object.values(basicProblems)) {
      if (!/\d+ days$/.test(detail)) expect(code).toContain(detail);
    }
  });

  test('keeps the names of properties that pages may set, and its own as they are written', () => {
    expect(code).toContain('--cb-accent');
    expect(code).toContain('--_accent');
  });

  test('comes with the licences of what is bundled, and says so', () => {
    const licences = readFileSync(new URL('LICENSES.txt', folder), 'utf8');
    for (const name of ['lit-html', '@lit/reactive-element', '@floating-ui/dom']) expect(licences).toContain(name);
    expect(licences).toContain('Redistribution and use in source and binary forms');
    expect(readFileSync(new URL('cb-booking.js', folder), 'utf8')).toContain('LICENSES.txt');
  });
});
