import type { FieldError } from '../contract/problem.ts';

/**
 * The kinds of failures that a caller can tell apart and act on.
 *
 * - `offline`: no answer came: no network, an unknown host, a connection cut, or, with a `fetch` of the page's own, a refused origin
 * - `timeout`: no answer in time, or 408. `aborted`: by the caller's own signal
 * - `unauthenticated` (401), `forbidden` (403), `not-found` (404, 410), `rate-limited` (429)
 * - `conflict`: 409, 412, and the 400 "Time slot is not available" of older backends
 * - `invalid`: the server refused the request's content (400, 413, 415, 422, 428, and every other 4xx)
 * - `unsupported`: the backend does not offer this extension of the contract
 * - `unreadable`: the reply does not match the contract, or the API does not allow this page to read it (CORS)
 * - `server`: 5xx
 */
export type BookingErrorKind =
  | 'offline'
  | 'timeout'
  | 'aborted'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'invalid'
  | 'rate-limited'
  | 'unsupported'
  | 'unreadable'
  | 'server';

/** The parts of a `BookingError`. */
interface BookingErrorParts {
  readonly kind: BookingErrorKind;
  /** `GET https://api.example.com/booking/…` */
  readonly request: string;
  /** What happened, in the server's words where it gave any. */
  readonly detail: string;
  readonly status?: number | undefined;
  readonly code?: string | undefined;
  readonly fields?: readonly FieldError[] | undefined;
  readonly retryAfterSeconds?: number | undefined;
  readonly mayHaveBeenDone?: boolean | undefined;
  readonly cause?: unknown;
}

const remedies: Record<BookingErrorKind, string> = {
  offline: 'Check the connection, the address of the API, and that it allows this page (CORS).',
  timeout: 'Try again.',
  aborted: 'Nothing is left to do.',
  unauthenticated: 'Sign in and try again.',
  forbidden: 'Use an account that may do this.',
  'not-found': 'Check the id and the address of the API.',
  conflict: 'Read the current state and choose again.',
  invalid: 'Correct the request.',
  'rate-limited': 'Wait, then try again.',
  unsupported: 'Go on without this feature: the backend does not offer it.',
  unreadable: "Correct the backend's reply, or the address of the API.",
  server: 'Try again later.',
};

const mark = Symbol.for('@culturebridge/booking/error');

/**
 * The one error of the core: every call that fails rejects with it. Switch on `kind`, and on `code` for finer cases.
 *
 * @example
 * try {
 *   await client.createBooking({ body }, { idempotencyKey });
 * } catch (error) {
 *   if (isBookingError(error) && error.kind === 'conflict') offerOtherTimes();
 *   else throw error;
 * }
 */
export class BookingError extends Error {
  override readonly name = 'BookingError';
  readonly kind: BookingErrorKind;
  /** HTTP status, when there was an answer. */
  readonly status: number | undefined;
  /** The contract's error code: sent by the server, or known from the wording of `detail`. */
  readonly code: string | undefined;
  /** What happened, without the request and the remedy that `message` adds. */
  readonly detail: string;
  /** Fields the server refused: `{ field: 'body.notes', message: 'must be at most 1,000 characters' }`. */
  readonly fields: readonly FieldError[];
  /** Seconds the server asked to wait. */
  readonly retryAfterSeconds: number | undefined;
  /**
   * True when the server may have carried out a write although its answer is missing or unreadable: after a time-out, a broken
   * connection, a 502 or 504, an unreadable success, or a conflict with an earlier attempt. Do not report it as failed: read the current
   * state, or send it again with the same key.
   */
  readonly mayHaveBeenDone: boolean;
  /** Method and address, without the query. */
  readonly request: string;
  /** Lets `isBookingError` recognise errors of another copy of the package on the same page. */
  readonly [mark] = true;

  constructor(parts: BookingErrorParts) {
    const wait = parts.retryAfterSeconds === undefined ? '' : ` Wait ${parts.retryAfterSeconds} s.`;
    const detail = /[.!?]$/.test(parts.detail) ? parts.detail : `${parts.detail}.`;
    const doubt = parts.mayHaveBeenDone ? ' The request may have been carried out.' : '';
    super(`${parts.request}: ${detail}${doubt} ${remedies[parts.kind]}${wait}`, { cause: parts.cause });
    this.kind = parts.kind;
    this.status = parts.status;
    this.code = parts.code;
    this.detail = parts.detail;
    this.fields = parts.fields ?? [];
    this.retryAfterSeconds = parts.retryAfterSeconds;
    this.request = parts.request;
    this.mayHaveBeenDone = parts.mayHaveBeenDone ?? false;
  }
}

/** True for a `BookingError`, whichever copy of the package made it and however it was minified. */
export function isBookingError(value: unknown): value is BookingError {
  return typeof value === 'object' && value !== null && mark in value;
}
