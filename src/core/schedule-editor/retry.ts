import { backOffMs } from '../../domain/retry/back-off.ts';
import { type BookingError, isBookingError } from '../errors.ts';

/** How long to wait before the next try, milliseconds; undefined when trying again would not help. */
export function retryDelay(problem: unknown, attempt: number): number | undefined {
  if (!isBookingError(problem) || !passes(problem)) return undefined;
  const asked = (problem.retryAfterSeconds ?? 0) * 1000;
  return Math.max(asked, backOffMs(attempt, { firstMs: 1000, longestMs: 30_000, random: Math.random }));
}

/** True for failures that end without the coach's help. */
function passes({ kind }: BookingError): boolean {
  return kind === 'offline' || kind === 'timeout' || kind === 'server' || kind === 'rate-limited';
}

/** A wait that can be cut short. */
interface Pause {
  /** Resolves after `ms`, at `wake`, or when `signal` aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** Ends the present wait at once. */
  wake(): void;
}

/** Makes a pause with `setTimeout`. */
export function createPause(): Pause {
  let end = () => {};
  return {
    wait(ms, signal) {
      return new Promise((resolve) => {
        const timer = setTimeout(() => end(), ms);
        end = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', end);
          end = () => {};
          resolve();
        };
        signal.addEventListener('abort', end);
        if (signal.aborted) end();
      });
    },
    wake: () => end(),
  };
}
