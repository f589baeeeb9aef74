import { en } from 'zod/locales';
import * as z from 'zod/mini';
import type { FieldError } from '../../contract/problem.ts';

const english = en().localeError;

/** Reads one part of a request; a refusal has one entry for each wrong field, `body.duration_minutes`, that says what is valid. */
export function readPart<S extends z.ZodMiniType>(
  part: 'params' | 'query' | 'body',
  schema: S,
  value: unknown,
): { readonly value: z.output<S> } | { readonly errors: readonly FieldError[] } {
  const result = z.safeParse(schema, value, { error: wording });
  if (result.success) {
    const field = findNul(result.data, part);
    if (field === undefined) return { value: result.data };
    return { errors: [{ field, message: 'must not contain the character NUL' }] };
  }
  const errors = new Map<string, string>();
  for (const { path, message } of result.error.issues) {
    const field = [part, ...path.map(String)].join('.');
    if (!errors.has(field)) errors.set(field, message);
  }
  return { errors: [...errors].map(([field, message]) => ({ field, message })) };
}

/** The path of the first text with a NUL character, which databases refuse or cut off; undefined when there is none. */
function findNul(value: unknown, path: string): string | undefined {
  if (typeof value === 'string') return value.includes('\0') ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (key.includes('\0')) return path;
    const found = findNul(inner, `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The faults of a reply, joined by `; `; undefined when it has none. For tests and development. */
export function findReplyFault(schema: z.ZodMiniType, reply: unknown): string | undefined {
  const result = z.safeParse(schema, reply, { error: wording });
  if (result.success) return undefined;
  return result.error.issues.map(({ path, message }) => `${path.join('.') || 'reply'}: ${message}`).join('; ');
}

// zod/mini itself only says "Invalid input". The map is passed to each parse: a global setting would change zod for the whole
// process.
const wording: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'invalid_type') {
    if (issue.input === undefined) return 'is required';
    return `must be ${nouns[issue.expected] ?? issue.expected}`;
  }
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_small') {
    if (issue.origin === 'string')
      return issue.minimum === 1 ? 'must not be empty' : `must be at least ${issue.minimum} characters`;
    if (issue.origin === 'array') return `must have at least ${issue.minimum} entries`;
    return `must be at least ${issue.minimum}`;
  }
  if (issue.code === 'too_big') {
    if (issue.origin === 'string') return `must be at most ${issue.maximum} characters`;
    if (issue.origin === 'array') return `must have at most ${issue.maximum} entries`;
    return `must be at most ${issue.maximum}`;
  }
  return english(issue);
};

const nouns: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a JSON object',
  record: 'a JSON object',
  array: 'a list',
};
