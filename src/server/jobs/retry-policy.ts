import { backOffMs } from '../../domain/retry/back-off.ts';
import { HOUR_MS } from '../../domain/time/units.ts';

/** How often a job is tried and how long it waits in between. */
export interface RetryPolicy {
  /** After this many tries it is given up. */
  readonly tries: number;
  /** The longest wait after the first failure, in milliseconds; it doubles with each further one. */
  readonly firstMs: number;
  readonly longestMs: number;
}

/** Thirteen tries: from half a minute to twelve hours between them, a day in all. */
export const defaultRetryPolicy: RetryPolicy = { tries: 13, firstMs: 30_000, longestMs: 12 * HOUR_MS };

/** How long to wait after so many failed tries, in milliseconds; `undefined` when the job is to be given up. */
export function retryDelay(policy: RetryPolicy, failures: number, random: () => number): number | undefined {
  return failures >= policy.tries ? undefined : Math.round(backOffMs(failures, { ...policy, random }));
}
