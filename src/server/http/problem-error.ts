import { type ErrorCode, type FieldError, type Problem, problems } from '../../contract/problem.ts';
import { statusPhrases } from '../../contract/status-phrases.ts';
import { refusalTextsFor } from './refusal-languages.ts';

/** The parts of a refusal besides its code. */
export interface ProblemOptions {
  /** Values for the braces in the code's sentence: `{ status: 'completed' }`. */
  readonly values?: Readonly<Record<string, string | number>>;
  /** One entry for each invalid field. */
  readonly errors?: readonly FieldError[];
  /** Headers of the reply: `Retry-After`, `ETag`, `Allow`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The error that caused it; logged for a 500, never sent. */
  readonly cause?: unknown;
}

/** A refusal: thrown anywhere in the server, answered as an RFC 9457 problem body. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ErrorCode;
  readonly errors: readonly FieldError[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ErrorCode, options: ProblemOptions = {}) {
    super(fill(problems[code].detail, options.values ?? {}), { cause: options.cause });
    this.code = code;
    this.errors = options.errors ?? [];
    this.headers = options.headers ?? {};
  }

  get status(): number {
    return problems[this.code].status;
  }
}

/** A 422 with one entry for each field. */
export function invalidRequest(...errors: readonly FieldError[]): ProblemError {
  return new ProblemError('invalid_request', { errors });
}

/**
 * The reply to a refusal: `application/problem+json` with `detail` and `code`. `acceptLanguage` is the caller's header: `detail` is in
 * the available language that the caller prefers most, else in English.
 */
export function problemResponse(error: ProblemError, acceptLanguage: string | null = null): Response {
  const language = refusalTextsFor(acceptLanguage);
  const body: Problem = {
    // RFC 9457, 4.2.1: with about:blank the title is the status phrase; programs switch on `code`.
    type: 'about:blank',
    title: statusPhrases[error.status] ?? 'Error',
    status: error.status,
    detail: language?.texts[error.code] ?? error.message,
    code: error.code,
    ...(error.errors.length > 0 && { errors: [...error.errors] }),
  };
  const headers = new Headers({ 'content-type': 'application/problem+json', ...error.headers });
  headers.append('vary', 'Accept-Language');
  if (language) headers.set('content-language', language.tag);
  // RFC 9110, 15.5.2: a 401 must name the scheme.
  if (error.status === 401) {
    const reason = error.code === 'token_expired' ? ', error="invalid_token", error_description="expired"' : '';
    headers.set('www-authenticate', `Bearer realm="booking"${reason}`);
  }
  return new Response(JSON.stringify(body), { status: error.status, headers });
}

function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
