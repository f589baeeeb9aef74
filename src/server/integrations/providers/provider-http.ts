import ky from 'ky';
import type { CalendarProvider } from '../../../contract/calendar.ts';
import { backOffMs } from '../../../domain/retry/back-off.ts';
import type { Schedule } from '../calendar-ports.ts';
import { ProviderFailure } from './provider-failure.ts';

/** One call to a provider's API. */
interface ProviderCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** The path below the API's address, beginning with a slash. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Refusals that the caller handles itself: a status, or a status with a reason such as `400 ErrorDuplicateTransactionId`. */
  readonly expected?: readonly (number | string)[];
}

export interface ProviderReply {
  readonly status: number;
  readonly body: unknown;
  /** The provider's error code of a refusal. */
  readonly reason: string | undefined;
}

/** Calls a provider; throws a `ProviderFailure` for every answer that is neither a success nor expected. */
export type ProviderRequest = (call: ProviderCall) => Promise<ProviderReply>;

interface ProviderHttpParts {
  readonly provider: CalendarProvider;
  readonly apiUrl: string;
  readonly fetch: typeof globalThis.fetch;
  readonly schedule: Schedule;
  /** Gives the access token; called again with the rejected one. */
  readonly access: (rejected?: string) => Promise<string>;
}

const TIMEOUT_MS = 10_000;
const TRIES = 4;
const FIRST_WAIT_MS = 300;
/** A visitor may be waiting: longer waits are left to the retries of the sync. */
const LONGEST_WAIT_MS = 5_000;
/** Google answers 403 for some of its rate limits. */
const LIMITS = new Set(['rateLimitExceeded', 'userRateLimitExceeded', 'quotaExceeded', 'dailyLimitExceeded']);

/**
 * Every call may be repeated, also a create: events have ids chosen by us (Google) or a transactionId (Graph). So a lost
 * connection, 429, a 403 for a rate limit and 5xx are tried again, after `Retry-After` where given; a 401 once more with a new
 * token.
 */
export function createProviderRequest({
  provider,
  apiUrl,
  fetch,
  schedule,
  access,
}: ProviderHttpParts): ProviderRequest {
  const wait = (ms: number) => new Promise<void>((resolve) => schedule(ms, resolve));

  const send = async (call: ProviderCall, token: string): Promise<Outcome> => {
    try {
      const response = await ky(apiUrl + call.path, {
        method: call.method,
        headers: { ...call.headers, authorization: `Bearer ${token}` },
        ...(call.query && { searchParams: { ...call.query } }),
        ...(call.json !== undefined && { json: call.json }),
        // Retries depend on response bodies and on the token's renewal, so ky's own retries are not used.
        retry: 0,
        throwHttpErrors: false,
        timeout: TIMEOUT_MS,
        fetch,
      });
      const body = parse(await response.text());
      const retryAfterMs = readRetryAfter(response.headers.get('retry-after'));
      return { status: response.status, body, reason: reasonOf(body), retryAfterMs };
    } catch {
      // The network error may quote the address, so it is not kept.
      return { status: 0, body: undefined, reason: undefined, retryAfterMs: undefined };
    }
  };

  return async (call) => {
    let token = await access();
    let renewed = false;
    for (let attempt = 1; ; attempt++) {
      const outcome = await send(call, token);
      const { status, reason, retryAfterMs } = outcome;
      if ((status >= 200 && status < 300) || isExpected(call, outcome)) return outcome;
      if (status === 401 && !renewed) {
        renewed = true;
        token = await access(token);
        attempt--;
        continue;
      }
      if (status === 401) throw new ProviderFailure(provider, 'reconnect', { status });
      const passing = status === 0 || status === 408 || status === 429 || status >= 500;
      if (!passing && !(status === 403 && LIMITS.has(reason ?? ''))) {
        const kind = isMissingConsent(outcome) ? 'reconnect' : 'refused';
        throw new ProviderFailure(provider, kind, { status, ...(reason && { reason }) });
      }
      const delay = retryAfterMs ?? backOffMs(attempt, { firstMs: FIRST_WAIT_MS, random: Math.random });
      if (attempt >= TRIES || delay > LONGEST_WAIT_MS) {
        throw new ProviderFailure(provider, 'unavailable', {
          ...(status > 0 && { status }),
          ...(reason && { reason }),
          ...(retryAfterMs !== undefined && { retryAfterMs }),
        });
      }
      await wait(delay);
    }
  };
}

interface Outcome extends ProviderReply {
  readonly retryAfterMs: number | undefined;
}

function isExpected(call: ProviderCall, { status, reason }: Outcome): boolean {
  return call.expected?.some((one) => one === status || one === `${status} ${reason}`) ?? false;
}

function isMissingConsent({ status, reason }: Outcome): boolean {
  return status === 403 && (reason === 'insufficientPermissions' || reason === 'ErrorAccessDenied');
}

/** `Retry-After` (RFC 9110, 10.2.3) in seconds; these providers do not send a date. */
function readRetryAfter(header: string | null): number | undefined {
  return header && /^\d+$/.test(header) ? Number(header) * 1000 : undefined;
}

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Google: `error.errors[0].reason`; Graph: `error.code`. Both are single words. */
function reasonOf(body: unknown): string | undefined {
  const error = field(body, 'error');
  const errors = field(error, 'errors');
  const reason = (Array.isArray(errors) ? field(errors[0], 'reason') : undefined) ?? field(error, 'code');
  return typeof reason === 'string' && /^[\w.-]{1,80}$/.test(reason) ? reason : undefined;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
