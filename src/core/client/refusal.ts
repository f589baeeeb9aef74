import type { Endpoint } from '../../contract/endpoint.ts';
import type { FieldError } from '../../contract/problem.ts';
import { BookingError, type BookingErrorKind } from '../errors.ts';
import { retryAfterSeconds } from './retry-after.ts';

/** The facts in a refusal's body, read from any known shape. */
interface RefusalBody {
  readonly detail?: string | undefined;
  readonly code?: string | undefined;
  readonly fields: readonly FieldError[];
}

type Json = Readonly<Record<string, unknown>>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** FastAPI's `{loc: ['body', 'notes'], msg}` or the contract's `{field, message}`. */
function readFields(list: unknown): FieldError[] {
  if (!Array.isArray(list)) return [];
  return list.filter(isJson).flatMap((entry) => {
    const field = Array.isArray(entry.loc) ? entry.loc.join('.') : textOf(entry.field);
    const message = textOf(entry.msg) ?? textOf(entry.message);
    return message === undefined ? [] : [{ field: field ?? '', message }];
  });
}

/**
 * Reads the body of a refusal: RFC 9457 problem details, `{detail: "…"}`, FastAPI's `{detail: [{loc, msg}]}`,
 * `{error: {code, message}}`, `{message}`; of anything else (HTML) nothing.
 */
function readText(text: string): RefusalBody {
  let body: unknown;
  try {
    // The content type is not checked: proxies and older backends send a wrong one.
    body = JSON.parse(text);
  } catch {
    return { fields: [] };
  }
  if (!isJson(body)) return { fields: [] };
  const inner = isJson(body.error) ? body.error : isJson(body.detail) && !Array.isArray(body.detail) ? body.detail : {};
  const fields = [body.errors, body.detail, inner.errors].flatMap(readFields);
  const summary = fields.map(({ field, message }) => `${field} ${message}`).join('; ');
  return {
    detail:
      textOf(body.detail) ??
      textOf(inner.message) ??
      textOf(inner.detail) ??
      textOf(body.message) ??
      textOf(body.error) ??
      textOf(summary) ??
      textOf(body.title),
    code: textOf(body.code) ?? textOf(inner.code),
    fields,
  };
}

/**
 * The code of a refusal that has none: older backends send the contract's sentences alone, which are loaded for them. When these do not
 * load, the code is `unknown`: without a code, some refusals would mean that the backend lacks the call.
 */
async function codeOf(detail: string | undefined): Promise<string | undefined> {
  if (detail === undefined) return undefined;
  return import('./sentence-code.ts').then(
    ({ codeOfSentence }) => codeOfSentence(detail),
    () => 'unknown',
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
  const said = readText(text);
  const { status, statusText } = response;
  const code = said.code ?? (await codeOf(said.detail));
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
