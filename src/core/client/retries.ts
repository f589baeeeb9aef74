import { backOffMs } from '../../domain/retry/back-off.ts';

/** Options of one request and its retries. */
interface RetryOptions {
  readonly fetch: (request: Request) => Promise<Response>;
  /** Milliseconds for each attempt: the answer with its whole body. */
  readonly timeoutMs: number;
  /** How many more attempts, at most. */
  readonly retries: number;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds to wait before trying again after this answer; undefined when trying again would not help. */
  readonly retryIn: (answer: Answer) => number | undefined;
}

/** A response, `ok` or not, with its whole body. */
export interface Answer {
  readonly response: Response;
  readonly text: string;
  /** True after an attempt whose answer was lost: the server may have carried that one out. */
  readonly isRepeated?: boolean;
}

/** No answer in time. */
export class TimedOut extends Error {}

/** No answer: no network, an unknown host, a connection cut, an origin refused. */
class Unreachable extends Error {}

const FIRST_WAIT_MS = 300;

/**
 * Sends a request, and sends it again while that may help. Rejects with `TimedOut`, with `Unreachable`, or with the reason of
 * the aborted signal. A failed connection is tried again. A time-out is not: the visitor has waited, and is asked first.
 */
export async function sendWithRetries(request: () => Request, options: RetryOptions): Promise<Answer> {
  let isRepeated = false;
  for (let tried = 0; ; tried++) {
    const last = tried >= options.retries;
    let wait = 0;
    try {
      const answer = await sendOnce(request(), options);
      const retryIn = answer.response.ok || last ? undefined : options.retryIn(answer);
      if (retryIn === undefined) return { ...answer, isRepeated };
      wait = retryIn;
    } catch (error) {
      if (last || !(error instanceof Unreachable)) throw error;
    }
    isRepeated = true;
    await pause(Math.max(wait, backOffMs(tried + 1, { firstMs: FIRST_WAIT_MS, random: Math.random })), options.signal);
  }
}

/** Sends once and reads the whole body, so that a connection lost halfway is retried like any other failure. */
async function sendOnce(request: Request, { fetch, timeoutMs, signal }: RetryOptions): Promise<Answer> {
  const controller = new AbortController();
  const leave = () => controller.abort(signal?.reason);
  signal?.addEventListener('abort', leave, { once: true });
  const timer = setTimeout(() => controller.abort(new TimedOut()), timeoutMs);
  try {
    signal?.throwIfAborted();
    // Firefox does not copy `keepalive` from one request to another, as the Fetch Standard asks.
    const response = await fetch(new Request(request, { signal: controller.signal, keepalive: request.keepalive }));
    return { response, text: await response.text() };
  } catch (cause) {
    // Some implementations of fetch reject with their own AbortError instead of the signal's reason.
    if (controller.signal.aborted) throw controller.signal.reason;
    throw new Unreachable(cause instanceof Error ? cause.message : String(cause), { cause });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', leave);
  }
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((done, reject) => {
    const leave = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', leave);
      done();
    }, ms);
    signal?.addEventListener('abort', leave, { once: true });
    if (signal?.aborted) leave();
  });
}
