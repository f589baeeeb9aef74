import { ProblemError } from '../http/problem-error.ts';

/** The size of a queue. */
export interface QueueLimits {
  /** The most work that runs at the same time. */
  readonly running: number;
  /** The most work that waits; more is refused. */
  readonly waiting: number;
}

/** Runs work, or refuses it with `server_busy` (503, `Retry-After`) when the queue is full. */
type BoundedQueue = <T>(work: () => Promise<T>) => Promise<T>;

const RETRY_AFTER_SECONDS = 2;

/** A first-in-first-out queue for work that is too expensive to run all at once. */
export function createBoundedQueue({ running: most, waiting: mostWaiting }: QueueLimits): BoundedQueue {
  const waiting: (() => void)[] = [];
  let running = 0;

  return async (work) => {
    if (running < most) running += 1;
    else {
      if (waiting.length >= mostWaiting) throw serverBusy(RETRY_AFTER_SECONDS);
      // Finished work passes its place to the next in line, so `running` does not change here.
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

/** A 503 with `Retry-After`. */
export function serverBusy(seconds: number, cause?: unknown): ProblemError {
  return new ProblemError('server_busy', {
    values: { seconds },
    headers: { 'retry-after': String(seconds) },
    ...(cause !== undefined && { cause }),
  });
}
