import * as z from 'zod/mini';
import type { Endpoint } from '../../contract/endpoint.ts';
import { BookingError, type BookingErrorKind } from '../errors.ts';
import type { RefusalBody } from './other-refusal.ts';
import { retryAfterSeconds } from './retry-after.ts';

/** What backends of this contract send: problem details with a code (RFC 9457). */
const problem = z.object({
  detail: z.string().check(z.minLength(1)),
  code: z.optional(z.string()),
  errors: z.optional(z.array(z.object({ field: z.string(), message: z.string() }))),
});

/**
 * Reads the body of a refusal. The reader of bodies without a code is loaded when one arrives; when it does not load, the code is
 * `unknown`: without a code, some refusals would mean that the backend lacks the call.
 */
async function readText(text: string): Promise<RefusalBody> {
  let body: unknown;
  try {
    // The content type is not checked: proxies and older backends send a wrong one.
    body = JSON.parse(text);
  } catch {
    return { fields: [] };
  }
  const { data: said } = z.safeParse(problem, body);
  if (said?.code) return { ...said, fields: said.errors ?? [] };
  return import('./other-refusal.ts').then(
    ({ readOtherRefusal }) => readOtherRefusal(body),
    () => ({ detail: said?.detail, code: 'unknown', fields: [] }),
  );
}

function kindOf(status: number, code: string | undefined, endpoint: Endpoint): BookingErrorKind {
  if (code === 'slot_unavailable') return 'conflict';
  const noSuchCall = code === undefined || code === 'not_found' || code === 'method_not_allowed';
  if (endpoint.extension && noSuchCall && [404, 405, 501].includes(status)) return 'unsupported';
  if (status === 401) return 'unauthenticated';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 409 || status === 412) return 'conflict';
  if (status === 408) return 'timeout';
  if (status === 429) return 'rate-limited';
  // fetch follows redirects, so a status below 400 here is not in the contract.
  return status >= 500 ? 'server' : status >= 400 ? 'invalid' : 'unreadable';
}

/** Turns an answer outside 2xx into a `BookingError`. `isRepeated`: the answer to an attempt before this one was lost. */
export async function readRefusal(
  endpoint: Endpoint,
  request: string,
  response: Response,
  text: string,
  isRepeated = false,
): Promise<BookingError> {
  const said = await readText(text);
  const { status, statusText } = response;
  const { code } = said;
  const kind = kindOf(status, code, endpoint);
  const wait = retryAfterSeconds(response, said.detail);
  return new BookingError({
    kind,
    request,
    status,
    detail: said.detail ?? `the server answered ${status} ${statusText}`.trim(),
    code,
    fields: said.fields,
    // A gateway's 502 or 504 does not tell whether the backend carried the request out. A conflict may be with an attempt before this one.
    mayHaveBeenDone:
      endpoint.method !== 'GET' && (status === 502 || status === 504 || (isRepeated && kind === 'conflict')),
    // Waiting helps only after "too many requests" or "server busy".
    retryAfterSeconds: kind === 'rate-limited' || kind === 'server' ? wait : undefined,
  });
}
