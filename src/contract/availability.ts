import * as z from 'zod/mini';
import { durationMinutes, id, instant, queryInt } from './values.ts';

/** An opening a client can book: `[start, end)`. */
export const slot = z.object({ start: instant, end: instant, duration_minutes: z.int() });
export type Slot = z.output<typeof slot>;

/** Days an availability range may span at most. */
export const MAX_RANGE_DAYS = 30;

const queryDuration = z.optional(z.pipe(queryInt(15, 480), durationMinutes));

export const availabilityQuery = z.object({
  start_date: instant,
  end_date: instant,
  duration_minutes: queryDuration,
});

export const availability = z.object({ coach_id: id, available_slots: z.array(slot) });
export type Availability = z.output<typeof availability>;

export const nextAvailabilityQuery = z.object({
  /** How many openings, 1 to 50; 3 when left out. */
  count: z.optional(queryInt(1, 50)),
  duration_minutes: queryDuration,
  /** Look from here on; the server's now when left out. */
  after: z.optional(instant),
});
