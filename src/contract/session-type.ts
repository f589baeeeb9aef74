import * as z from 'zod/mini';
import { refundRules, sessionLocation } from './bought-type.ts';
import { question } from './coach.ts';
import { bookingWindow, LONGEST_MINIMUM_NOTICE_MINUTES } from './schedule.ts';
import { LONGEST_SESSION_MINUTES } from './session-length.ts';
import { id, price } from './values.ts';

/** The shortest session of a session type, in minutes; without a type it is `SHORTEST_SESSION_MINUTES`. */
export const SHORTEST_TYPE_MINUTES = 5;

/** The length of a session type, and of a booking, which may have a type. */
export const typeMinutes = z
  .int({ error: 'must be a whole number of minutes' })
  .check(
    z.minimum(SHORTEST_TYPE_MINUTES, { error: `must be at least ${SHORTEST_TYPE_MINUTES} minutes` }),
    z.maximum(LONGEST_SESSION_MINUTES, { error: `must be at most ${LONGEST_SESSION_MINUTES} minutes` }),
  );

const minutes = (maximum: number) => z.int().check(z.minimum(0), z.maximum(maximum));

/** The most session types of one coach, archived ones included. */
export const MAX_SESSION_TYPES = 50;

const fields = {
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  description: z.optional(z.nullable(z.string().check(z.maxLength(1000)))),
  minutes: typeMinutes,
  /** Null, or an amount of 0: free. */
  price: z.nullable(price),
  /** Shown after the total: "incl. 19 % VAT". */
  tax_note: z.optional(z.nullable(z.string().check(z.maxLength(120)))),
  location: z.optional(z.nullable(sessionLocation)),
  /** Questions that replace the coach's own; null or left out: the coach's own. */
  questions: z.optional(z.nullable(z.array(question).check(z.maxLength(20)))),
  // Null or left out: the schedule's value.
  buffer_before_minutes: z.optional(z.nullable(minutes(LONGEST_SESSION_MINUTES))),
  buffer_after_minutes: z.optional(z.nullable(minutes(LONGEST_SESSION_MINUTES))),
  minimum_notice_minutes: z.optional(z.nullable(minutes(LONGEST_MINIMUM_NOTICE_MINUTES))),
  booking_window: z.optional(z.nullable(bookingWindow)),
  /** Offered only on days on which the coach has fewer sessions than this, of any type. */
  daily_limit: z.optional(z.nullable(z.int().check(z.minimum(1), z.maximum(100)))),
  weekly_limit: z.optional(z.nullable(z.int().check(z.minimum(1), z.maximum(500)))),
  /** `coach`: the coach confirms each booking; `instant`: booked at once, or as soon as it is paid. */
  confirmation: z.enum(['coach', 'instant']),
  /** Colour by which types are told apart: `#1f6f78`. */
  colour: z.optional(z.nullable(z.string().check(z.regex(/^#[0-9a-f]{6}$/, { error: 'must look like #1f6f78' })))),
  /** A hidden type is not listed and is booked by its link only. */
  hidden: z.optional(z.boolean()),
  /** Types with a lower position come first. */
  position: z.optional(z.int().check(z.minimum(0), z.maximum(1000))),
  /** An archived type is no longer listed or booked; its bookings stay. */
  archived: z.optional(z.boolean()),
  /** How long a slot is held while it is paid, minutes; default 15. */
  hold_minutes: z.optional(z.int().check(z.minimum(5), z.maximum(60))),
  /** Default: a full refund until a day before. */
  refunds: z.optional(refundRules),
};

/** The fields of a session type that its coach sets. */
export const sessionTypeBody = z.object(fields);
/** The fields of a session type that its coach sets; lengths in minutes, the price in the currency's minor unit. */
export type SessionTypeBody = z.output<typeof sessionTypeBody>;

/** A session type of a coach: "Intro call, 20 minutes, free". */
export const sessionType = z.object({
  id,
  coach_id: id,
  ...fields,
  /** `online`: paid before it is booked; `at_session`: it has a price, and this server takes no payments. */
  payment: z.enum(['none', 'online', 'at_session']),
});
/** A session type as it is listed and booked; lengths in minutes, the price in the currency's minor unit. */
export type SessionType = z.output<typeof sessionType>;

/** All session types of a coach that the caller may see, lower `position` first; at most `MAX_SESSION_TYPES`. */
export const sessionTypeList = z.object({ session_types: z.array(sessionType) });

/** The coach and the session type that a path names. */
export const sessionTypeParams = z.object({ coach_id: id, session_type_id: id });
