import * as z from 'zod/mini';

/** The shortest session that can be booked without a session type, in minutes; a type may be shorter: `SHORTEST_TYPE_MINUTES`. */
export const SHORTEST_SESSION_MINUTES = 15;

/** The longest session that can be offered or booked, in minutes. Buffers and the slot step are at most as long. */
export const LONGEST_SESSION_MINUTES = 480;

/** True for a session length in whole minutes that is valid without a session type. */
export function isSessionLength(minutes: number): boolean {
  return Number.isInteger(minutes) && minutes >= SHORTEST_SESSION_MINUTES && minutes <= LONGEST_SESSION_MINUTES;
}

/** The length of a session in a request's body. A shorter one comes from its session type, and is left out of the body. */
export const durationMinutes = z
  .int({ error: 'must be a whole number of minutes' })
  .check(
    z.minimum(SHORTEST_SESSION_MINUTES, { error: `must be at least ${SHORTEST_SESSION_MINUTES} minutes` }),
    z.maximum(LONGEST_SESSION_MINUTES, { error: `must be at most ${LONGEST_SESSION_MINUTES} minutes` }),
  );
