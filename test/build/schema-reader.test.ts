import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import fc from 'fast-check';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import * as reader from '../../.ci/rollup/schema-reader.ts';
import { calendarProvider } from '../../src/contract/calendar.ts';
import { endpoints } from '../../src/contract/endpoints.ts';
import { examplesOf, rows } from '../../src/contract/openapi/openapi.ts';

/** The contract's table with its schemas made by the reader, as the script-tag bundle has it. */
let lean: typeof endpoints;
let leanProvider: typeof calendarProvider;

beforeAll(async () => {
  const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
  const { outputFiles } = await build({
    stdin: {
      contents: "export { endpoints } from './endpoints.ts'; export { calendarProvider } from './calendar.ts';",
      resolveDir: path('src/contract'),
    },
    alias: { 'zod/mini': path('.ci/rollup/schema-reader.ts') },
    bundle: true,
    write: false,
    format: 'esm',
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  ({ endpoints: lean, calendarProvider: leanProvider } = await import(`data:text/javascript;base64,${code}`));
});

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly code: string;
  readonly message: string;
  readonly expected?: string;
  readonly errors?: readonly (readonly Issue[])[];
}

/** What of an issue the core reads, down into the options of a union. */
const told = ({ path, code, message, expected, errors }: Issue): unknown => ({
  path,
  code,
  message,
  expected,
  errors: errors?.map(firstOfEachField),
});

/** zod goes on to a length after a value of the wrong type has one too; the first word on a field is what is shown. */
function firstOfEachField(issues: readonly Issue[]): unknown {
  const fields = new Map<string, unknown>();
  for (const issue of issues) {
    const field = JSON.stringify(issue.path);
    if (!fields.has(field)) fields.set(field, told(issue));
  }
  return [...fields.values()];
}

type Read = { success: boolean; data?: unknown; error?: { issues: readonly Issue[] } };
const answerOf = ({ success, data, error }: Read): unknown =>
  success ? { data } : { issues: firstOfEachField(error?.issues ?? []) };

const parts = ['params', 'query', 'body', 'reply'] as const;
type Row = Partial<Record<(typeof parts)[number], z.ZodMiniType>>;
const schemas = rows.flatMap(([name, row]) =>
  parts.flatMap((part) => {
    const schema = (row as Row)[part];
    return schema ? [{ label: `${name} ${part}`, name, part, schema }] : [];
  }),
);

function expectSame(name: string, part: (typeof parts)[number], schema: z.ZodMiniType, value: unknown): void {
  const other = (lean[name as keyof typeof lean] as Row)[part] as z.ZodMiniType;
  const [ours, zods] = [other.safeParse(value) as Read, z.safeParse(schema, value) as Read];
  expect(answerOf(ours)).toStrictEqual(answerOf(zods));
}

const texts = fc.constantFrom(
  ...['', ' ', 'x', 'a@b.co', 'me@example.com', '2025-11-15T14:00:00Z', '2025-11-15T15:00:00+01:00', '2025-02-30'],
  ...[
    '2025-11-15',
    '09:30',
    '24:00',
    '25:00',
    'Europe/Berlin',
    'Mars/Base',
    'EUR',
    '60',
    '-1',
    '007',
    '1e3',
    'pending',
  ],
  ...[
    'client',
    'google',
    'https://example.com/x',
    'javascript:alert(1)',
    'x'.repeat(40),
    '😀'.repeat(120),
    'y'.repeat(2001),
  ],
);
const numbers = fc.constantFrom(0, 1, -1, 14, 15, 60, 480, 481, 0.5, 1e21, -1e21, 2 ** 53, Number.NaN, Infinity);
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  texts,
  numbers,
  fc.constantFrom(null, undefined, true, false, {}, []),
);

type Def = {
  type: string;
  shape?: Record<string, z.ZodMiniType>;
  element?: z.ZodMiniType;
  options?: readonly z.ZodMiniType[];
  innerType?: z.ZodMiniType;
  in?: z.ZodMiniType;
  keyType?: z.ZodMiniType;
  valueType?: z.ZodMiniType;
  entries?: Record<string, string>;
};
const defOf = (schema: z.ZodMiniType): Def => schema._zod.def as unknown as Def;

/** Values that are mostly what a schema takes, and at each place sometimes anything else. */
function nearly(schema: z.ZodMiniType): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 9, arbitrary: meant(defOf(schema)) }, { weight: 1, arbitrary: anything });
}

function meant(def: Def): fc.Arbitrary<unknown> {
  switch (def.type) {
    case 'object': {
      const fields = Object.entries(def.shape ?? {}).map(([key, inner]) => [key, nearly(inner)] as const);
      return fc.record({ ...Object.fromEntries(fields), beyond: fc.constant(1) }, { requiredKeys: [] });
    }
    case 'array':
      return fc.array(nearly(def.element as z.ZodMiniType), { maxLength: 3 });
    case 'record':
      return (
        fc
          .array(fc.tuple(fc.oneof(texts, fc.constant('__proto__')), nearly(def.valueType as z.ZodMiniType)), {
            maxLength: 3,
          })
          // As JSON.parse makes it: with a `__proto__` of its own.
          .map((entries) => Object.fromEntries(entries))
      );
    case 'union':
      return fc.oneof(...(def.options ?? []).map(nearly));
    case 'optional':
    case 'nullable':
      return fc.oneof(fc.constantFrom(null, undefined), nearly(def.innerType as z.ZodMiniType));
    case 'pipe':
      return nearly(def.in as z.ZodMiniType);
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}));
    case 'number':
      return fc.oneof(fc.integer({ min: 0, max: 500 }), numbers);
    case 'boolean':
      return fc.boolean();
    default:
      return texts;
  }
}

describe('the reader answers as zod does', () => {
  test.each(schemas)('$label: the contract’s own examples', ({ name, part, schema }) => {
    for (const { request, reply } of examplesOf(name as never)) {
      expectSame(name, part, schema, part === 'reply' ? reply : (request[part] ?? {}));
    }
  });

  test('of a list that is too long its parts are not read', () => {
    const row = endpoints.putMessageSettings.body;
    const long = { reminder_minutes: ['', 0, null, '', null, 0] };
    expectSame('putMessageSettings', 'body', row, long);
    expectSame('putMessageSettings', 'body', row, { reminder_minutes: long.reminder_minutes.slice(1) });
    const told = z.safeParse(row, long).error?.issues.filter(({ path }) => path[0] === 'reminder_minutes');
    expect(told).toMatchObject([{ code: 'too_big', path: ['reminder_minutes'] }]);
  });

  test.each(schemas)('$label: values near to it and far from it', ({ name, part, schema }) => {
    fc.assert(
      fc.property(nearly(schema), (value) => expectSame(name, part, schema, value)),
      { numRuns: 400 },
    );
  });
});

test('the comparison tells a reader that is wrong', () => {
  const other = { safeParse: () => ({ success: true, data: 'something else' }) };
  const kept = lean;
  lean = { ...lean, getMe: { ...lean.getMe, reply: other as never } };
  expect(() => expectSame('getMe', 'reply', endpoints.getMe.reply, {})).toThrow();
  lean = kept;
});

test('nothing that a page loads asks more of a schema than the reader has', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(`${root}/tsconfig.json`, ts.sys.readFile).config,
    ts.sys,
    root,
  );
  const program = ts.createProgram([`${root}/src/cdn.ts`], { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  const known = ['check', 'safeParse', 'options', 'issues'];
  const asked: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) {
      const type = checker.getTypeAtLocation(node.expression);
      if (type.getProperty('_zod') && !known.includes(node.name.text)) asked.push(node.getText());
    }
    ts.forEachChild(node, visit);
  };
  const sources = program.getSourceFiles().filter(({ fileName }) => fileName.includes('/src/'));
  const own = sources.filter(({ fileName }) => !fileName.includes('node_modules'));
  for (const source of own) visit(source);
  expect(own.length).toBeGreaterThan(100);
  expect(asked).toEqual([]);
});

test('an enumeration tells its options', () => {
  expect(leanProvider.options).toEqual(calendarProvider.options);
});

test('has every function of zod that the contract calls: a missing one breaks the script tag where it is loaded', () => {
  const folder = fileURLToPath(new URL('../../src/contract/', import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    // The OpenAPI document is made with zod itself.
    (file) => file.endsWith('.ts') && !file.startsWith('openapi'),
  );
  const calls = files.flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/\bz\.([a-zA-Z]+)\(/g)].map(([, name = '']) => name),
  );
  expect(calls.length).toBeGreaterThan(100);
  expect([...new Set(calls)].filter((name) => !(name in reader))).toEqual([]);
});
