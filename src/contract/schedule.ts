import * as z from 'zod/mini';
import { offeredDuration } from './coach.ts';
import { LONGEST_SESSION_MINUTES } from './session-length.ts';
import { timeZone } from './values.ts';
import { localDate, localTime } from './wall-values.ts';

/** ISO 8601 weekdays: Monday 1 to Sunday 7. */
export const weekday = z.int().check(z.minimum(1), z.maximum(7));

/** The longest notice a coach may ask of a booking, in minutes: 90 days. */
export const LONGEST_MINIMUM_NOTICE_MINUTES = 90 * 24 * 60;

/** The longest notice a coach may ask of a cancellation or a move, in minutes: 30 days. */
export const LONGEST_CHANGE_NOTICE_MINUTES = 30 * 24 * 60;

/** The longest that a guest's request may wait for an answer before it lapses, in hours: 30 days. */
export const LONGEST_REQUEST_LAPSE_HOURS = 30 * 24;

const minutes = (maximum: number) => z.int().check(z.minimum(0), z.maximum(maximum));

/**
 * Hours on the coach's clock. An end after midnight must be marked: `22:00` to `02:00` with `ends_next_day`;
 * an end of `24:00` is the midnight that ends the same day.
 */
const hoursShape = { start: localTime, end: localTime, ends_next_day: z.optional(z.boolean()) };

/** Open hours of one day, from `start` to `end` on the coach's clock; past midnight only with `ends_next_day`. */
export const hours = z.object(hoursShape);
/** One span of open hours: wall times `HH:MM` on the coach's clock. */
export type Hours = z.output<typeof hours>;

/** Hours that repeat every week, or every n weeks counted from the week of `anchor`. */
export const weeklyHours = z.object({
  ...hoursShape,
  weekday,
  valid_from: z.optional(z.nullable(localDate)),
  valid_until: z.optional(z.nullable(localDate)),
  every_weeks: z.optional(z.int().check(z.minimum(1), z.maximum(52))),
  anchor: z.optional(z.nullable(localDate)),
});
/** Open hours of a weekday, Monday 1 to Sunday 7, within `valid_from` to `valid_until`, every 1 to 52 weeks. */
export type WeeklyHours = z.output<typeof weeklyHours>;

/**
 * An exception for `from` to `until`, both days included. `closed` wins over `hours`, `hours` replaces the weekly hours, `extra`
 * adds to them.
 */
export const dateOverride = z.object({
  from: localDate,
  until: localDate,
  kind: z.enum(['closed', 'hours', 'extra']),
  hours: z.optional(z.array(hours)),
  note: z.optional(z.nullable(z.string().check(z.maxLength(200)))),
});
/** An override for a range of the coach's days, both ends included: closed, other hours, or extra hours. */
export type DateOverride = z.output<typeof dateOverride>;

/**
 * The zone of a coach who travels, whose hours follow it: `from` to `until`, both days included; without `until` from `from` on.
 */
export const zoneOverride = z.object({
  from: localDate,
  until: z.optional(z.nullable(localDate)),
  time_zone: timeZone,
});
/** The time zone of the coach's hours on a range of days, both ends included; open-ended without `until`. */
export type ZoneOverride = z.output<typeof zoneOverride>;

/** How far ahead clients may book. */
export const bookingWindow = z.union([
  z.object({ kind: z.enum(['unlimited']) }),
  z.object({ kind: z.enum(['rolling']), days: z.int().check(z.minimum(1), z.maximum(730)) }),
  z.object({ kind: z.enum(['until']), date: localDate }),
]);
/** How far ahead clients may book: without limit, 1 to 730 days from now, or until a day of the coach's calendar. */
export type BookingWindow = z.output<typeof bookingWindow>;

const rules = {
  weekly_hours: z.array(weeklyHours).check(z.maxLength(200)),
  date_overrides: z.array(dateOverride).check(z.maxLength(500)),
  buffer_before_minutes: minutes(LONGEST_SESSION_MINUTES),
  buffer_after_minutes: minutes(LONGEST_SESSION_MINUTES),
  minimum_notice_minutes: minutes(LONGEST_MINIMUM_NOTICE_MINUTES),
  booking_window: bookingWindow,
  /** The most sessions on one of the coach's days; null for no limit. */
  daily_limit: z.nullable(z.int().check(z.minimum(1), z.maximum(100))),
  /** The most sessions in a week, Monday to Sunday of the coach's days; null for no limit. */
  weekly_limit: z.nullable(z.int().check(z.minimum(1), z.maximum(500))),
  /** Minutes from one start to the next; null: the session's length. */
  slot_step_minutes: z.nullable(z.int().check(z.minimum(5), z.maximum(LONGEST_SESSION_MINUTES))),
  /**
   * `interval`: starts are counted from the beginning of the open hours. `clock`: starts are multiples of the step since midnight
   * on the coach's clock.
   */
  slot_alignment: z.enum(['interval', 'clock']),
  /** The lengths offered; an empty list means any valid length. */
  durations: z.array(offeredDuration).check(z.maxLength(20)),
  cancel_notice_minutes: minutes(LONGEST_CHANGE_NOTICE_MINUTES),
  move_notice_minutes: minutes(LONGEST_CHANGE_NOTICE_MINUTES),
  /** Hours after which a guest's request that is not answered lapses; null: never. Left out: after the server's own period. */
  guest_requests_lapse_hours: z.optional(
    z.nullable(z.int().check(z.minimum(1), z.maximum(LONGEST_REQUEST_LAPSE_HOURS))),
  ),
};

/** Everything that decides when a coach can be booked. Days and times are the coach's. */
export const schedule = z.object({
  time_zone: timeZone,
  zone_overrides: z.array(zoneOverride).check(z.maxLength(100)),
  ...rules,
});
/** A coach's hours, exceptions and rules; dates and wall times in the coach's zone, buffers and notices in minutes. */
export type Schedule = z.output<typeof schedule>;

const anyZone = z.string().check(z.minLength(1));

/** A schedule as it is read: also with time zones that this machine does not know, which another one may have written. */
export const scheduleReply = z.object({
  time_zone: anyZone,
  zone_overrides: z.array(z.object({ from: localDate, until: z.optional(z.nullable(localDate)), time_zone: anyZone })),
  ...rules,
});
