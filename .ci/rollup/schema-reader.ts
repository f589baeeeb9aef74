/**
 * The part of `zod/mini` that reading the contract takes, under the same names: the script-tag bundle has it in place of the
 * library, which is six times as long (docs/decisions/0005). Synchronous, one way, no registries, no JSON Schema. A property test
 * holds it to zod's own answers for every schema of the contract.
 */
interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly expected?: string | undefined;
  /** Of a union: what each option found wrong. */
  readonly errors?: readonly (readonly Issue[])[] | undefined;
  /** True when later checks still run after this issue. */
  readonly goOn?: boolean | undefined;
}

interface Reading {
  value: unknown;
  readonly issues: Issue[];
}

interface Params {
  readonly error?: string;
}

type Fail = (code: string, more?: Partial<Issue>) => void;
type Parse = (reading: Reading, fail: Fail) => void;
/** `most`: a list with more parts is refused before any part is read. */
type Check = ((reading: Reading) => void) & { readonly most?: number };

interface Schema {
  readonly run: (value: unknown) => Reading;
  check(...checks: readonly Check[]): Schema;
  safeParse(value: unknown): { success: true; data: unknown } | { success: false; error: { issues: readonly Issue[] } };
}

const isAborted = ({ issues }: Reading): boolean => issues.some(({ goOn }) => !goOn);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const issueOf = (code: string, message: string | undefined, more?: Partial<Issue>): Issue => ({
  code,
  path: [],
  message: message ?? 'Invalid input',
  ...more,
});

function schema(parse: Parse, params: Params = {}, checks: readonly Check[] = []): Schema {
  const run = (value: unknown): Reading => {
    const reading: Reading = { value, issues: [] };
    const cap = Array.isArray(value) && checks.find(({ most = value.length }) => value.length > most);
    if (cap) {
      cap(reading);
      return reading;
    }
    parse(reading, (code, more) => reading.issues.push(issueOf(code, params.error, more)));
    for (const check of checks) if (!isAborted(reading)) check(reading);
    return reading;
  };
  return {
    run,
    check: (...more) => schema(parse, params, [...checks, ...more]),
    safeParse(value) {
      const { value: data, issues } = run(value);
      return issues.length > 0 ? { success: false, error: { issues } } : { success: true, data };
    },
  };
}

/** Adds the issues of a part to `reading`, with the part's key at the start of their paths. */
function blame(reading: Reading, key: PropertyKey, part: Reading): void {
  for (const issue of part.issues) reading.issues.push({ ...issue, path: [key, ...issue.path] });
}

const scalar =
  (expected: string, is: (value: unknown) => boolean) =>
  (params?: Params): Schema =>
    schema(({ value }, fail) => {
      if (!is(value)) fail('invalid_type', { expected });
    }, params);

export const string = scalar('string', (value) => typeof value === 'string');
export const boolean = scalar('boolean', (value) => typeof value === 'boolean');
export const number = scalar('number', Number.isFinite);
export const unknown = scalar('unknown', () => true);

export const int = (params?: Params): Schema =>
  schema(({ value }, fail) => {
    if (!Number.isFinite(value)) fail('invalid_type', { expected: 'number' });
    else if (!Number.isInteger(value)) fail('invalid_type', { expected: 'int' });
    else if (!Number.isSafeInteger(value)) fail(Number(value) > 0 ? 'too_big' : 'too_small', { goOn: true });
  }, params);

function enumeration(options: readonly unknown[], params?: Params): Schema & { readonly options: readonly unknown[] } {
  const parse: Parse = ({ value }, fail) => {
    if (!options.includes(value)) fail('invalid_value');
  };
  return { ...schema(parse, params), options };
}

export { enumeration as enum };

/** Reads every value by `inner`, except `empty`, which is accepted as it is. */
const except =
  (empty: null | undefined) =>
  (inner: Schema): Schema =>
    schema((reading) => {
      if (reading.value !== empty) Object.assign(reading, inner.run(reading.value));
    });

export const optional = except(undefined);
export const nullable = except(null);

export const array = (element: Schema, params?: Params): Schema =>
  schema((reading, fail) => {
    const { value } = reading;
    if (!Array.isArray(value)) return fail('invalid_type', { expected: 'array' });
    reading.value = value.map((item, index) => {
      const part = element.run(item);
      blame(reading, index, part);
      return part.value;
    });
  }, params);

export const object = (shape: Readonly<Record<string, Schema>>, params?: Params): Schema =>
  schema((reading, fail) => {
    const { value } = reading;
    if (!isRecord(value)) return fail('invalid_type', { expected: 'object' });
    const read: Record<string, unknown> = {};
    for (const [key, inner] of Object.entries(shape)) {
      const part = inner.run(value[key]);
      blame(reading, key, part);
      if (key in value || part.value !== undefined) read[key] = part.value;
    }
    reading.value = read;
  }, params);

export const record = (keys: Schema, values: Schema, params?: Params): Schema =>
  schema((reading, fail) => {
    const { value } = reading;
    if (!isRecord(value)) return fail('invalid_type', { expected: 'record' });
    const read: Record<string, unknown> = {};
    for (const name of Object.keys(value)) {
      if (name === '__proto__') continue;
      const key = keys.run(name);
      if (key.issues.length > 0) {
        fail('invalid_key', { path: [name] });
        continue;
      }
      const part = values.run(value[name]);
      blame(reading, name, part);
      read[String(key.value)] = part.value;
    }
    reading.value = read;
  }, params);

export const union = (options: readonly Schema[], params?: Params): Schema =>
  schema((reading, fail) => {
    const readings = options.map((option) => option.run(reading.value));
    const open = readings.filter((each) => !isAborted(each));
    const chosen = readings.find(({ issues }) => issues.length === 0) ?? (open.length === 1 ? open[0] : undefined);
    if (chosen) Object.assign(reading, chosen);
    else fail('invalid_union', { errors: readings.map(({ issues }) => issues) });
  }, params);

export const transform = (change: (value: unknown) => unknown): Schema =>
  schema((reading) => {
    reading.value = change(reading.value);
  });

export const pipe = (from: Schema, to: Schema): Schema =>
  schema((reading) => {
    Object.assign(reading, from.run(reading.value));
    if (reading.issues.length === 0) Object.assign(reading, to.run(reading.value));
  });

const check =
  (code: string, passes: (value: never) => boolean, error?: string): Check =>
  ({ value, issues }) => {
    if (!passes(value as never)) issues.push(issueOf(code, error, { goOn: true }));
  };

// Lengths are counted in code points, as zod counts them.
const lengthOf = (value: string | readonly unknown[]): number => [...value].length;

export const minLength = (least: number, { error }: Params = {}): Check =>
  check('too_small', (value: string) => lengthOf(value) >= least, error);
export const maxLength = (most: number, { error }: Params = {}): Check =>
  Object.assign(
    check('too_big', (value: string) => lengthOf(value) <= most, error),
    { most },
  );
export const minimum = (least: number, { error }: Params = {}): Check =>
  check('too_small', (value: number) => value >= least, error);
export const maximum = (most: number, { error }: Params = {}): Check =>
  check('too_big', (value: number) => value <= most, error);
export const regex = (pattern: RegExp, { error }: Params = {}): Check =>
  check('invalid_format', (value: string) => pattern.test(value), error);
export const refine = (passes: (value: never) => boolean, { error }: Params = {}): Check =>
  check('custom', passes, error);
export const trim = (): Check => (reading) => {
  reading.value = String(reading.value).trim();
};

export const safeParse = (reader: Schema, value: unknown): ReturnType<Schema['safeParse']> => reader.safeParse(value);
