import * as z from 'zod/mini';
import { queryInt } from './values.ts';

/** The shortest session that can be offered or booked, in minutes. */
export const SHORTEST_SESSION_MINUTES = 15;

/** The longest session that can be offered or booked, in minutes. Buffers and the slot step are at most as long. */
export const LONGEST_SESSION_MINUTES = 480;

/** True for a valid session length in whole minutes. */
export function isSessionLength(minutes: number): boolean {
  return Number.isInteger(minutes) && minutes >= SHORTEST_SESSION_MINUTES && minutes <= LONGEST_SESSION_MINUTES;
}

/** The length of a session in a request's body. */
export const durationMinutes = z
  .int({ error: 'must be a whole number of minutes' })
  .check(
    z.minimum(SHORTEST_SESSION_MINUTES, { error: `must be at least ${SHORTEST_SESSION_MINUTES} minutes` }),
    z.maximum(LONGEST_SESSION_MINUTES, { error: `must be at most ${LONGEST_SESSION_MINUTES} minutes` }),
  );

/** The shortest session of a session type, in minutes; without a type it is `SHORTEST_SESSION_MINUTES`. */
export const SHORTEST_TYPE_MINUTES = 5;

/** The length of a session type, and of a booking, which may have a type. */
export const typeMinutes = z
  .int({ error: 'must be a whole number of minutes' })
  .check(
    z.minimum(SHORTEST_TYPE_MINUTES, { error: `must be at least ${SHORTEST_TYPE_MINUTES} minutes` }),
    z.maximum(LONGEST_SESSION_MINUTES, { error: `must be at most ${LONGEST_SESSION_MINUTES} minutes` }),
  );

/** The length of a session in a query. */
export const queryDuration = z.pipe(queryInt(SHORTEST_SESSION_MINUTES, LONGEST_SESSION_MINUTES), durationMinutes);
