import { ProblemError } from '../http/problem-error.ts';

/** How much a queue holds. */
export interface QueueLimits {
  /** Pieces of work that run at the same time. */
  readonly running: number;
  /** Pieces of work that wait; one more is refused. */
  readonly waiting: number;
}

/** Runs work, or refuses it with `server_busy` (503, `Retry-After`) when the queue is full. */
type BoundedQueue = <T>(work: () => Promise<T>) => Promise<T>;

const RETRY_AFTER_SECONDS = 2;

/** A queue, first in first out, for work that is too dear to start all at once. */
export function createBoundedQueue({ running: most, waiting: mostWaiting }: QueueLimits): BoundedQueue {
  const waiting: (() => void)[] = [];
  let running = 0;

  return async (work) => {
    if (running < most) running += 1;
    else {
      if (waiting.length >= mostWaiting) throw serverBusy(RETRY_AFTER_SECONDS);
      // The one that ends hands its place on, so `running` does not change here.
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}

/** A 503 that says when to come back. */
export function serverBusy(seconds: number, cause?: unknown): ProblemError {
  return new ProblemError('server_busy', {
    values: { seconds },
    headers: { 'retry-after': String(seconds) },
    ...(cause !== undefined && { cause }),
  });
}
