/** Options of the wait before a retry. */
interface BackOff {
  /** The wait after the first failure, at most. */
  readonly firstMs: number;
  /** No wait is longer than this. @default no limit */
  readonly longestMs?: number;
  /** 0 to 1: `Math.random`. */
  readonly random: () => number;
}

/**
 * Milliseconds to wait after the `failed`th failure (1 for the first): doubled after each, and shortened at random by up to half,
 * so that callers who failed together do not all retry at the same moment.
 */
export function backOffMs(failed: number, { firstMs, longestMs = Number.POSITIVE_INFINITY, random }: BackOff): number {
  return Math.min(longestMs, firstMs * 2 ** (failed - 1)) * (1 - random() / 2);
}
