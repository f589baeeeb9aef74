import type { Endpoint } from '../../contract/endpoint.ts';
import type { FieldError } from '../../contract/problem.ts';
import { invalidRequest, ProblemError } from './problem-error.ts';
import { readPart } from './validation.ts';

/** The largest body that is read, in bytes. */
const MAX_BODY_BYTES = 64 * 1024;

/** The validated parts of a request, by the row's schemas; throws one 422 for all parts together. */
export async function readRequest(
  row: Endpoint,
  request: Request,
  pathParams: Readonly<Record<string, string>>,
): Promise<Record<string, unknown>> {
  const sources = {
    params: () => pathParams,
    query: () => Object.fromEntries(new URL(request.url).searchParams),
    body: () => (row.rawBody ? readTextBody(request) : readJsonBody(request)),
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

/** The media type of the body, without parameters; empty when the request names none. */
export const mediaTypeOf = ({ headers }: Request): string =>
  (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/**
 * The JSON body of a request; `undefined` when there is none.
 * Throws `body_too_large` (a chunked body is counted while it is read), `unsupported_media_type`, `malformed_request`.
 */
async function readJsonBody(request: Request): Promise<unknown> {
  const bytes = await readBytes(request);
  if (bytes.length === 0) return undefined;
  if (!/^application\/(?:[\w.-]+\+)?json$/.test(mediaTypeOf(request))) throw new ProblemError('unsupported_media_type');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new ProblemError('malformed_request', { cause });
  }
}

/** The body as raw text, for checking a signature. Throws `body_too_large`. */
export async function readTextBody(request: Request): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await readBytes(request));
}

async function readBytes(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) throw new ProblemError('body_too_large');
  // Firefox has no `Request.body` (https://bugzilla.mozilla.org/show_bug.cgi?id=1387483): a mock in a page reads the whole body
  // there.
  if (request.body === undefined) {
    const bytes = new Uint8Array(await request.arrayBuffer());
    if (bytes.length > MAX_BODY_BYTES) throw new ProblemError('body_too_large');
    return bytes;
  }
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      // The caller disconnected, or was too slow, before the body was complete.
      throw new ProblemError('malformed_request', { cause });
    });
    if (done) break;
    length += value.length;
    if (length > MAX_BODY_BYTES) {
      await reader.cancel();
      throw new ProblemError('body_too_large');
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
