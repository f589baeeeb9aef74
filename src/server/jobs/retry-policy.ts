import { backOffMs } from '../../domain/retry/back-off.ts';
import { HOUR_MS } from '../../domain/time/units.ts';

/** How often a job is tried, and how long it waits between attempts. */
export interface RetryPolicy {
  /** The most attempts before the job is given up. */
  readonly tries: number;
  /** The longest wait after the first failure, in milliseconds; doubled after each further one. */
  readonly firstMs: number;
  readonly longestMs: number;
}

/** Thirteen attempts: from half a minute to twelve hours between them, about a day in all. */
export const defaultRetryPolicy: RetryPolicy = { tries: 13, firstMs: 30_000, longestMs: 12 * HOUR_MS };

/** Milliseconds to wait after this many failures; undefined when the job should be given up. */
export function retryDelay(policy: RetryPolicy, failures: number, random: () => number): number | undefined {
  return failures >= policy.tries ? undefined : Math.round(backOffMs(failures, { ...policy, random }));
}
