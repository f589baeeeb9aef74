import * as z from 'zod/mini';
import { id, price } from './values.ts';

/** A question a coach asks before a session; the form and the check of answers are made from it. */
export const question = z.object({
  id: z.string().check(z.regex(/^[a-z0-9_-]{1,40}$/)),
  label: z.string(),
  kind: z.enum(['text', 'long_text', 'choice', 'yes_no', 'phone']),
  required: z.boolean(),
  help: z.optional(z.string()),
  /** The choices, for `kind: "choice"`. */
  options: z.optional(z.array(z.string())),
});
/** A question of the booking form; its `id` is 1 to 40 of `a-z`, `0-9`, `_` and `-`, and is the key of its answer. */
export type Question = z.output<typeof question>;

/** A session length that a coach offers. */
export const offeredDuration = z.object({ minutes: z.int(), price: z.optional(z.nullable(price)) });
/** A session length in minutes and its price in the currency's minor unit, where it has one. */
export type OfferedDuration = z.output<typeof offeredDuration>;

/** A coach's profile. Only `user_id` is always there: a backend may leave out the rest. */
export const coach = z.object({
  user_id: id,
  name: z.optional(z.nullable(z.string())),
  /** One line under the name. */
  headline: z.optional(z.nullable(z.string())),
  bio: z.optional(z.nullable(z.string())),
  photo_url: z.optional(z.nullable(z.string())),
  languages: z.optional(z.nullable(z.array(z.string()))),
  expertise: z.optional(z.nullable(z.array(z.string()))),
  /** Price of an hour in the currency's main unit, unlike all other prices. */
  hourly_rate: z.optional(z.nullable(z.number())),
  currency: z.optional(z.nullable(z.string())),
  time_zone: z.optional(z.nullable(z.string())),
  /** Where sessions take place, in words: "Video call". */
  location: z.optional(z.nullable(z.string())),
  is_active: z.optional(z.boolean()),
  durations: z.optional(z.nullable(z.array(offeredDuration))),
  questions: z.optional(z.nullable(z.array(question))),
  /** How many e-mail addresses of others a booking may carry; nobody is asked for any when left out. */
  attendees_max: z.optional(z.nullable(z.int())),
  /** True when the coach offers session types: see `GET /coaches/{coach_id}/session-types`. */
  has_session_types: z.optional(z.boolean()),
  /** The latest time for a client to cancel or move, in minutes before the start. */
  cancel_notice_minutes: z.optional(z.nullable(z.int())),
  /** The address of the coach's privacy notice. */
  privacy_url: z.optional(z.nullable(z.string())),
  /** What a client may agree to when booking; `version` changes with the words. */
  consent: z.optional(z.nullable(z.object({ text: z.string(), version: z.int() }))),
  move_notice_minutes: z.optional(z.nullable(z.int())),
});
/**
 * A coach as visitors see one.
 * `hourly_rate` is in the currency's main unit, prices are in the minor unit, notices in minutes.
 */
export type Coach = z.output<typeof coach>;

/** The coach that a path names: the `user_id` of the coach. */
export const coachParams = z.object({ coach_id: id });
