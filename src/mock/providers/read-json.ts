import * as z from 'zod/mini';

/** Reads a JSON body by a schema; gives a sentence about its fault when it does not match. */
export function read<T extends z.ZodMiniType>(schema: T, text: string): z.output<T> | string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return 'The body is not JSON';
  }
  const result = z.safeParse(schema, json);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  return `${issue?.path.join('.')}: ${issue?.message}`;
}
