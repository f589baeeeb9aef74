import type { Endpoint } from '../../contract/endpoint.ts';
import type { FieldError } from '../../contract/problem.ts';
import { invalidRequest } from './problem-error.ts';
import { readJsonBody } from './read-body.ts';
import { readPart } from './validation.ts';

/** The validated parts of a request, by the row's schemas; throws one 422 for all parts together. */
export async function readRequest(
  row: Endpoint,
  request: Request,
  pathParams: Readonly<Record<string, string>>,
): Promise<Record<string, unknown>> {
  const sources = {
    params: () => pathParams,
    query: () => Object.fromEntries(new URL(request.url).searchParams),
    body: () => readJsonBody(request),
  };
  const parts: Record<string, unknown> = {};
  const errors: FieldError[] = [];
  for (const part of ['params', 'query', 'body'] as const) {
    const schema = row[part];
    if (!schema) continue;
    const result = readPart(part, schema, await sources[part]());
    if ('errors' in result) errors.push(...result.errors);
    else parts[part] = result.value;
  }
  if (errors.length > 0) throw invalidRequest(...errors);
  return parts;
}
