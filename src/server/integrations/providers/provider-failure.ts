import type { CalendarProvider } from '../../../contract/calendar.ts';
import { ProblemError } from '../../http/problem-error.ts';

/**
 * The kinds of provider failures: `unavailable` (try again later), `refused` (permanently),
 * `reconnect` (the user must give access again), `not_connected`.
 */
type FailureKind = 'unavailable' | 'refused' | 'reconnect' | 'not_connected';

interface FailureOptions {
  readonly status?: number;
  /** The provider's error code: `rateLimitExceeded`, `ErrorItemNotFound`. Never a message: messages may quote private data. */
  readonly reason?: string;
  readonly retryAfterMs?: number;
}

/** A failed call to a provider. It contains no token, body or address. */
export class ProviderFailure extends Error {
  override readonly name = 'ProviderFailure';
  readonly provider: CalendarProvider;
  readonly kind: FailureKind;
  readonly status: number | undefined;
  readonly reason: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(provider: CalendarProvider, kind: FailureKind, options: FailureOptions = {}) {
    const details = [options.status, options.reason].filter((detail) => detail !== undefined).join(' ');
    super(`${providerNames[provider]} ${sentences[kind]}${details ? ` (${details})` : ''}`);
    this.provider = provider;
    this.kind = kind;
    this.status = options.status;
    this.reason = options.reason;
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** The provider's name for users. */
const providerNames = {
  google: 'Google Calendar',
  outlook: 'Outlook Calendar',
} as const satisfies Record<CalendarProvider, string>;

const sentences = {
  unavailable: 'did not answer; it will be tried again',
  refused: 'did not accept the request',
  reconnect: 'must be connected again',
  not_connected: 'is not connected',
} as const satisfies Record<FailureKind, string>;

/** Converts a provider failure to the `ProblemError` of the API; other errors are returned unchanged. */
export function asProblem(error: unknown): unknown {
  if (!(error instanceof ProviderFailure)) return error;
  if (error.kind === 'reconnect') return new ProblemError('reconnect_needed', { cause: error });
  if (error.kind === 'not_connected') return new ProblemError('calendar_not_connected', { cause: error });
  return new ProblemError('calendar_failed', { cause: error });
}
