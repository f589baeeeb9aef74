import { en } from 'zod/locales';
import * as z from 'zod/mini';
import type { FieldError } from '../../contract/problem.ts';

const english = en().localeError;

/** Reads one part of a request; a refusal has one entry a field, `body.duration_minutes`, that says what would be right. */
export function readPart<S extends z.ZodMiniType>(
  part: 'params' | 'query' | 'body',
  schema: S,
  value: unknown,
): { readonly value: z.output<S> } | { readonly errors: readonly FieldError[] } {
  const result = z.safeParse(schema, value, { error: wording });
  if (result.success) return { value: result.data };
  const errors = new Map<string, string>();
  for (const { path, message } of result.error.issues) {
    const field = [part, ...path.map(String)].join('.');
    if (!errors.has(field)) errors.set(field, message);
  }
  return { errors: [...errors].map(([field, message]) => ({ field, message })) };
}

/** What does not match in a reply, or `undefined`; for tests and development. */
export function findReplyFault(schema: z.ZodMiniType, reply: unknown): string | undefined {
  const result = z.safeParse(schema, reply, { error: wording });
  if (result.success) return undefined;
  return result.error.issues.map(({ path, message }) => `${path.join('.') || 'reply'}: ${message}`).join('; ');
}

// zod/mini alone says "Invalid input". Passed with each parse: a global setting would change zod for the whole process.
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
