import type { DateOverride, Schedule, WeeklyHours, ZoneOverride } from '../../contract/schedule.ts';
import { isTimeZone } from '../../contract/values.ts';

/** A part of a draft with a key, by which focus, errors and undo follow it while it changes. */
export type Keyed<T> = T & { readonly key: string };

/** A schedule being edited. It is a `Schedule` itself, so the slot search and the checks accept it. */
export interface Draft extends Schedule {
  weekly_hours: Keyed<WeeklyHours>[];
  date_overrides: Keyed<DateOverride>[];
  zone_overrides: Keyed<ZoneOverride>[];
}

/** Gives keys to the parts of a schedule that was loaded. */
export function draftOf(schedule: Schedule): Draft {
  let count = 0;
  const keyed = <T>(parts: readonly T[]): Keyed<T>[] => parts.map((part) => ({ ...part, key: `k${++count}` }));
  return {
    ...schedule,
    weekly_hours: keyed(schedule.weekly_hours),
    date_overrides: keyed(schedule.date_overrides),
    zone_overrides: keyed(schedule.zone_overrides),
  };
}

/** A key that no part of the draft has. */
export function newKey(draft: Draft): string {
  const parts = [...draft.weekly_hours, ...draft.date_overrides, ...draft.zone_overrides];
  return `k${Math.max(0, ...parts.map((part) => Number(part.key.slice(1)))) + 1}`;
}

/** The schedule as it is sent: without keys and empty fields, with hours and overrides sorted. */
export function scheduleOf(draft: Schedule): Schedule {
  return {
    time_zone: draft.time_zone,
    zone_overrides: draft.zone_overrides
      .map(({ from, until, time_zone }) => ({ from, until, time_zone }))
      .sort((a, b) => (a.from < b.from ? -1 : 1)),
    weekly_hours: draft.weekly_hours.map(plainWeekly).sort(byWeekThenTime),
    date_overrides: draft.date_overrides.map(plainOverride).sort((a, b) => (order(a) < order(b) ? -1 : 1)),
    buffer_before_minutes: draft.buffer_before_minutes,
    buffer_after_minutes: draft.buffer_after_minutes,
    minimum_notice_minutes: draft.minimum_notice_minutes,
    booking_window: draft.booking_window,
    daily_limit: draft.daily_limit,
    weekly_limit: draft.weekly_limit,
    slot_step_minutes: draft.slot_step_minutes,
    slot_alignment: draft.slot_alignment,
    durations: draft.durations.map(({ minutes, price }) => (price ? { minutes, price } : { minutes })),
    cancel_notice_minutes: draft.cancel_notice_minutes,
    move_notice_minutes: draft.move_notice_minutes,
    ...(draft.guest_requests_lapse_hours !== undefined && {
      guest_requests_lapse_hours: draft.guest_requests_lapse_hours,
    }),
  };
}

/** True when two schedules mean the same; order, keys and empty fields do not count. */
export function sameSchedule(a: Schedule, b: Schedule): boolean {
  return a === b || canonical(scheduleOf(a)) === canonical(scheduleOf(b));
}

/** JSON with sorted keys: equal texts for equal values. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

const plainHours = ({
  start,
  end,
  ends_next_day,
}: WeeklyHours | { start: string; end: string; ends_next_day?: boolean | undefined }) => ({
  start,
  end,
  ...(ends_next_day ? { ends_next_day } : {}),
});

function plainWeekly(hours: WeeklyHours): WeeklyHours {
  const every = hours.every_weeks ?? 1;
  return {
    weekday: hours.weekday,
    ...plainHours(hours),
    ...(hours.valid_from ? { valid_from: hours.valid_from } : {}),
    ...(hours.valid_until ? { valid_until: hours.valid_until } : {}),
    ...(every > 1 ? { every_weeks: every, ...(hours.anchor ? { anchor: hours.anchor } : {}) } : {}),
  };
}

function plainOverride({ from, until, kind, hours, note }: DateOverride): DateOverride {
  return {
    from,
    until,
    kind,
    ...(kind === 'closed' ? {} : { hours: (hours ?? []).map(plainHours) }),
    ...(note ? { note } : {}),
  };
}

const order = (part: DateOverride) => `${part.from}${part.until}${part.kind}`;

function byWeekThenTime(a: WeeklyHours, b: WeeklyHours): number {
  return a.weekday - b.weekday || (canonical([a.start, a]) < canonical([b.start, b]) ? -1 : 1);
}

const known = new WeakMap<Schedule, Schedule>();

/**
 * The schedule to compute and draw with: UTC replaces each time zone that this browser does not know. Gives `schedule` itself when all
 * are known, else the same copy at each call. Edits go to the draft itself, which keeps an unknown zone until another is chosen.
 */
export function withKnownZones<S extends Schedule>(schedule: S): S {
  const zones = [schedule.time_zone, ...schedule.zone_overrides.map((trip) => trip.time_zone)];
  if (zones.every(isTimeZone)) return schedule;
  const found = known.get(schedule) as S | undefined;
  const readable = found ?? {
    ...schedule,
    time_zone: knownZone(schedule.time_zone),
    zone_overrides: schedule.zone_overrides.map((trip) => ({ ...trip, time_zone: knownZone(trip.time_zone) })),
  };
  known.set(schedule, readable);
  return readable;
}

/** A zone that this browser knows: the one given, or UTC. */
export function knownZone(zone: string): string {
  return isTimeZone(zone) ? zone : 'UTC';
}
