/** How one request is tried. */
export interface AttemptOptions {
  readonly fetch: (request: Request) => Promise<Response>;
  /** Milliseconds for each attempt: the answer with its whole body. */
  readonly timeoutMs: number;
  /** How many times more, at most. */
  readonly retries: number;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds the server asked to wait before an answer like this is worth another try; undefined: it is not. */
  readonly retryIn: (answer: Answer) => number | undefined;
}

/** An answer read to its end; `ok` or not. */
export interface Answer {
  readonly response: Response;
  readonly text: string;
}

/** No answer in time. */
export class TimedOut extends Error {}

/** No answer: no network, an unknown host, a connection cut, an origin refused. */
export class Unreachable extends Error {}

const FIRST_DELAY_MS = 300;

/**
 * Sends a request until it is answered in a way that another try would not better. Rejects with `TimedOut`, `Unreachable`,
 * or, once the signal is aborted, whatever that made of it. A connection that fails is tried again, a time-out is not:
 * who waited that long wants to be asked.
 */
export async function attempts(request: () => Request, options: AttemptOptions): Promise<Answer> {
  for (let tried = 0; ; tried++) {
    const last = tried >= options.retries;
    let wait = 0;
    try {
      const answer = await attempt(request(), options);
      const retryIn = answer.response.ok || last ? undefined : options.retryIn(answer);
      if (retryIn === undefined) return answer;
      wait = retryIn;
    } catch (error) {
      if (last || !(error instanceof Unreachable)) throw error;
    }
    // Exponential, and spread out: those who failed together shall not come back together.
    const backOff = FIRST_DELAY_MS * 2 ** tried * (0.5 + Math.random() / 2);
    await pause(Math.max(wait, backOff), options.signal);
  }
}

/** The body is read within the attempt, so that a connection cut halfway is timed and tried again like any other. */
async function attempt(request: Request, { fetch, timeoutMs, signal }: AttemptOptions): Promise<Answer> {
  const controller = new AbortController();
  const leave = () => controller.abort(signal?.reason);
  signal?.addEventListener('abort', leave, { once: true });
  const timer = setTimeout(() => controller.abort(new TimedOut()), timeoutMs);
  try {
    signal?.throwIfAborted();
    const response = await fetch(new Request(request, { signal: controller.signal }));
    return { response, text: await response.text() };
  } catch (cause) {
    // Some implementations of fetch reject with an AbortError of their own instead of the reason.
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
