import type { Endpoint, EndpointReply } from '../../contract/endpoint.ts';
import { BookingError, isBookingError } from '../errors.ts';
import type { CallInput, CallOptions } from './call.ts';
import { pageFetch } from './page-fetch.ts';
import { readRefusal } from './refusal.ts';
import { readReply } from './reply.ts';
import { type PreparedRequest, prepareRequest, type RequestParts } from './request.ts';
import { type Answer, sendWithRetries, TimedOut } from './retries.ts';
import { retryAfterSeconds } from './retry-after.ts';
import { abortable, createSharedRequests } from './shared-requests.ts';
import { tellDeveloper } from './tell-developer.ts';

/** Where bearer tokens come from: a `SignIn`. */
export interface BearerSource {
  bearer(): Promise<string | undefined>;
  renew(token: string | undefined): Promise<string | undefined>;
  expire(): void;
  /** Another token than the one that a 403 refused; only a page with users of its own has one. Never rejects. */
  another?(token: string | undefined): Promise<string | undefined>;
}

/** Options of a transport. */
export interface TransportOptions {
  readonly api: string;
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  readonly timeoutMs?: number | undefined;
  readonly retries?: number | undefined;
  readonly bearer?: BearerSource | undefined;
}

/** Sends requests by the rows of the contract. */
export interface Transport {
  /** Rejects with a `BookingError` for every failure. */
  send<E extends Endpoint>(endpoint: E, input: CallInput<E>, options?: CallOptions): Promise<EndpointReply<E>>;
  /** True once the backend has shown that it lacks this extension. */
  lacks(endpoint: Endpoint): boolean;
  /** The page's own way to send, else the global one. */
  readonly fetch: (request: Request) => Promise<Response>;
}

/** A longer wait is reported as an error at once, so that the page can count down. */
const LONGEST_SILENT_WAIT_SECONDS = 3;
const RETRIED_STATUSES = [408, 429, 500, 502, 503, 504];

interface Reply<T> {
  readonly reply: T;
  readonly response: Response;
}

/** Makes a transport for one API. */
export function createTransport(options: TransportOptions): Transport {
  const { api, bearer, timeoutMs = 10_000, retries = 2 } = options;
  const fetch = options.fetch ?? pageFetch;
  const lacking = new Set<string>();
  const share = createSharedRequests();
  const rowKey = (endpoint: Endpoint) => `${endpoint.method} ${endpoint.path}`;

  /**
   * Milliseconds to wait before trying again; undefined when that would not help or the wait is longer than
   * `LONGEST_SILENT_WAIT_SECONDS`.
   */
  function retryIn({ response, text }: Answer): number | undefined {
    if (!RETRIED_STATUSES.includes(response.status)) return undefined;
    const seconds = retryAfterSeconds(response, text) ?? 0;
    return seconds > LONGEST_SILENT_WAIT_SECONDS ? undefined : seconds * 1000;
  }

  async function attempt<E extends Endpoint>(
    endpoint: E,
    request: PreparedRequest,
    call: CallOptions,
    token: string | undefined,
    signal: AbortSignal | undefined,
  ): Promise<Reply<EndpointReply<E>>> {
    const headers: Record<string, string> = { accept: 'application/json' };
    if (token !== undefined) headers.authorization = `Bearer ${token}`;
    const { idempotencyKey, ifMatch } = call;
    // Sent only where the row names the header: an unexpected header fails the CORS preflight of a backend that does not allow it.
    if (idempotencyKey && endpoint.headers?.includes('idempotency-key')) headers['idempotency-key'] = idempotencyKey;
    if (ifMatch && endpoint.headers?.includes('if-match')) headers['if-match'] = ifMatch;
    const repeatable = endpoint.method === 'GET' || headers['idempotency-key'] !== undefined;
    if (request.json !== undefined) headers['content-type'] = 'application/json';
    const init = {
      method: endpoint.method,
      headers,
      keepalive: call.keepalive === true,
      ...(request.json === undefined ? {} : { body: JSON.stringify(request.json) }),
    };
    try {
      const { response, text, isRepeated } = await sendWithRetries(() => new Request(request.url, init), {
        fetch,
        timeoutMs,
        retries: repeatable ? retries : 0,
        signal,
        retryIn,
      });
      if (!response.ok) {
        throw await readRefusal(endpoint, request.label, response, text, isRepeated);
      }
      lacking.delete(rowKey(endpoint));
      return { reply: await readReply(endpoint, request.label, response, text), response };
    } catch (error) {
      const unexplained = explain(error, request.label, signal, timeoutMs, endpoint.method !== 'GET');
      // While online, the browser may have hidden the answer of another origin. Not checked where the page has its own `fetch`.
      const known =
        unexplained.kind === 'offline' && !options.fetch && globalThis.navigator?.onLine
          ? await import('./refused-origin.ts').then(
              ({ explainRefusedOrigin }) => explainRefusedOrigin(unexplained, { ...init, url: request.url }),
              () => unexplained,
            )
          : unexplained;
      if (known.kind === 'unreadable' && known.cause === undefined) tellDeveloper(known);
      if (known.kind === 'unsupported') lacking.add(rowKey(endpoint));
      throw known;
    }
  }

  /** Sends once with the present token; after a 401, or a 403 where the page has users of its own, once more with another token. */
  async function authorised<E extends Endpoint>(
    endpoint: E,
    request: PreparedRequest,
    call: CallOptions,
    token: string | undefined,
    signal: AbortSignal | undefined,
  ): Promise<Reply<EndpointReply<E>>> {
    try {
      return await attempt(endpoint, request, call, token, signal);
    } catch (refusal) {
      if (!bearer || endpoint.auth === 'none' || !isBookingError(refusal)) throw refusal;
      const { kind } = refusal;
      const renewal =
        kind === 'unauthenticated' ? bearer.renew(token) : kind === 'forbidden' ? bearer.another?.(token) : undefined;
      const renewed = renewal && (await abortable(renewal, signal, request.label));
      if (renewed === undefined) throw refusal;
      try {
        return await attempt(endpoint, request, call, renewed, signal);
      } catch (second) {
        if (isUnauthenticated(second)) bearer.expire();
        throw second;
      }
    }
  }

  return {
    fetch,
    lacks: (endpoint) => lacking.has(rowKey(endpoint)),
    async send(endpoint, input, call = {}) {
      const request = prepareRequest(api, endpoint, input as RequestParts);
      const { label } = request;
      if (call.signal?.aborted) throw aborted(label, call.signal.reason);
      const mayCarryToken = bearer && endpoint.auth !== 'none';
      const token = mayCarryToken ? await abortable(bearer.bearer(), call.signal, label) : undefined;
      const work = (signal: AbortSignal | undefined) => authorised(endpoint, request, call, token, signal);
      // The token is part of the key: visitors must not share replies.
      const { reply, response } = await (endpoint.method === 'GET'
        ? share(`${request.url} ${token ?? ''}`, label, call.signal, work)
        : work(call.signal));
      call.onResponse?.(response);
      return reply;
    },
  };
}

const isUnauthenticated = (error: unknown) => isBookingError(error) && error.kind === 'unauthenticated';

const aborted = (request: string, cause: unknown) =>
  new BookingError({ kind: 'aborted', request, detail: 'the caller left', cause });

function explain(
  error: unknown,
  request: string,
  signal: AbortSignal | undefined,
  timeoutMs: number,
  mayHaveBeenDone: boolean,
): BookingError {
  if (isBookingError(error)) return error;
  if (signal?.aborted) return aborted(request, error);
  if (error instanceof TimedOut) {
    const detail = `no answer in ${timeoutMs / 1000} s`;
    return new BookingError({ kind: 'timeout', request, detail, cause: error, mayHaveBeenDone });
  }
  const why = error instanceof Error ? ` (${error.message})` : '';
  return new BookingError({ kind: 'offline', request, detail: `no answer came${why}`, cause: error, mayHaveBeenDone });
}
