import type { CalendarProvider } from '../../../contract/calendar.ts';
import { ProblemError } from '../../http/problem-error.ts';

/**
 * What can go wrong with a provider: `unavailable` (try again later), `refused` (it will not do this, ever),
 * `reconnect` (the user must give access again), `not_connected`.
 */
type FailureKind = 'unavailable' | 'refused' | 'reconnect' | 'not_connected';

interface FailureOptions {
  readonly status?: number;
  /** The provider's own word for it: `rateLimitExceeded`, `ErrorItemNotFound`. Never a message: those may quote. */
  readonly reason?: string;
  readonly retryAfterMs?: number;
}

/** A call to a provider that came to nothing. Holds no token, no body and no address. */
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

/** The provider as its users call it. */
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

/** The failure as the caller of the API is told it; anything else is passed on as it is. */
export function asProblem(error: unknown): unknown {
  if (!(error instanceof ProviderFailure)) return error;
  if (error.kind === 'reconnect') return new ProblemError('reconnect_needed', { cause: error });
  if (error.kind === 'not_connected') return new ProblemError('calendar_not_connected', { cause: error });
  return new ProblemError('calendar_failed', { cause: error });
}
