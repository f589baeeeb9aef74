import * as z from 'zod/mini';
import { durationMinutes, LONGEST_SESSION_MINUTES, SHORTEST_SESSION_MINUTES } from './session-length.ts';

/** A query parameter that is a whole number. */
export function queryInt(minimum: number, maximum: number) {
  return z.pipe(
    z.string().check(z.regex(/^-?\d+$/, { error: 'must be a whole number' })),
    z.pipe(
      z.transform(Number),
      z
        .number()
        .check(
          z.minimum(minimum, { error: `must be at least ${minimum}` }),
          z.maximum(maximum, { error: `must be at most ${maximum}` }),
        ),
    ),
  );
}

/** The length of a session in a query. */
export const queryDuration = z.pipe(queryInt(SHORTEST_SESSION_MINUTES, LONGEST_SESSION_MINUTES), durationMinutes);

/** Entries on a page of a list when a request names no number. */
export const DEFAULT_PAGE_SIZE = 20;

/** The most entries on one page. */
export const LARGEST_PAGE_SIZE = 100;

/** Lists of everybody's bookings or accounts are counted up to this number, and always to one entry beyond the page. */
export const MOST_COUNTED = 10_000;

/** The page of a list: how many entries to skip, and how many to give. */
export const pageShape = {
  /** Default 0. */
  skip: z.optional(queryInt(0, 1_000_000)),
  /** Default `DEFAULT_PAGE_SIZE`. */
  limit: z.optional(queryInt(1, LARGEST_PAGE_SIZE)),
};
