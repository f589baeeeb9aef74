import * as z from 'zod/mini';
import { queryDuration, queryInt } from './query.ts';
import { id, instant } from './values.ts';

/** A start and end that a client can book: `[start, end)`. */
export const slot = z.object({ start: instant, end: instant, duration_minutes: z.int() });
/** A start and end that can be booked, `[start, end)`: instants in UTC, the length in whole minutes. */
export type Slot = z.output<typeof slot>;

/** The most slots of one request for the next slots. */
export const MAX_NEXT_SLOTS = 50;

/** The most days of an availability range. */
export const MAX_RANGE_DAYS = 30;

/**
 * Which slots to list: starts in `[start_date, end_date)`.
 * The range is at most `MAX_RANGE_DAYS` days, the length is in minutes.
 */
export const availabilityQuery = z.object({
  start_date: instant,
  end_date: instant,
  duration_minutes: z.optional(queryDuration),
  /** Lists slots as if this booking did not exist: the times it can be moved to. Only for callers who may read it. */
  exclude_booking: z.optional(id),
  /** Slots for this session type: by its length, buffers, notice, window and limits. */
  session_type_id: z.optional(id),
});

/** The open slots of one coach, earliest first. */
export const availability = z.object({
  coach_id: id,
  available_slots: z.array(slot),
  /** True while a calendar of the coach does not answer: its last known busy times count, and a slot may be taken there. */
  busy_times_are_last_known: z.optional(z.boolean()),
});
/** A coach's open slots, earliest first; an empty list when there are none. Instants in UTC. */
export type Availability = z.output<typeof availability>;

/** Says that a coach's times changed: names the coach, never who changed them or which they are. */
export const availabilityChange = z.object({ coach_id: id });
/** The `data` of an event of `GET /booking/coach/{coach_id}/availability/changes`. */
export type AvailabilityChange = z.output<typeof availabilityChange>;

/**
 * Which of the next slots to list: the first `count` from `after` on, at any distance. The length is in minutes.
 */
export const nextAvailabilityQuery = z.object({
  /** How many slots, 1 to `MAX_NEXT_SLOTS`; 3 when left out. */
  count: z.optional(queryInt(1, MAX_NEXT_SLOTS)),
  duration_minutes: z.optional(queryDuration),
  session_type_id: z.optional(id),
  /** The earliest start; the present when left out. */
  after: z.optional(instant),
});
