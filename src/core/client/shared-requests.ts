import { BookingError } from '../errors.ts';

/** Settles as `promise` does, or rejects with kind `aborted` once the signal aborts. `request` names the work in the error. */
export function abortable<T>(promise: Promise<T>, signal: AbortSignal | undefined, request: string): Promise<T> {
  if (!signal) return promise;
  return new Promise<T>((resolve, reject) => {
    const leave = () =>
      reject(new BookingError({ kind: 'aborted', request, detail: 'the caller left', cause: signal.reason }));
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}

interface Shared {
  readonly promise: Promise<unknown>;
  readonly controller: AbortController;
  waiting: number;
}

/** Runs work of one key once at a time: callers with the same key share it. */
type Share = <T>(
  key: string,
  request: string,
  signal: AbortSignal | undefined,
  start: (signal: AbortSignal) => Promise<T>,
) => Promise<T>;

/** Makes a `Share`. When one caller aborts, the others go on waiting; the work is aborted when the last caller has aborted. */
export function createSharedRequests(): Share {
  const running = new Map<string, Shared>();
  return async <T>(
    key: string,
    request: string,
    signal: AbortSignal | undefined,
    start: (signal: AbortSignal) => Promise<T>,
  ) => {
    let shared = running.get(key);
    if (!shared) {
      const controller = new AbortController();
      const promise = start(controller.signal);
      const own: Shared = { controller, promise, waiting: 0 };
      shared = own;
      running.set(key, own);
      const done = () => {
        if (running.get(key) === own) running.delete(key);
      };
      promise.then(done, done);
    }
    const joined = shared;
    joined.waiting += 1;
    try {
      return (await abortable(joined.promise, signal, request)) as T;
    } finally {
      joined.waiting -= 1;
      if (joined.waiting === 0) {
        // Removed before the abort, so that a new caller does not join work that is being aborted.
        if (running.get(key) === joined) running.delete(key);
        joined.controller.abort();
      }
    }
  };
}
