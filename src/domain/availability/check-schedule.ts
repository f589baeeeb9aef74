import type { Hours, Schedule } from '../../contract/schedule.ts';
import { isSessionLength } from '../../contract/session-length.ts';
import { isTimeZone } from '../../contract/values.ts';
import { DAY_MINUTES } from '../time/units.ts';
import { lastDayOf } from './coach-clock.ts';
import { minutesOf, spanOf } from './hours.ts';
import { type FaultSubject, faultEnglish, faultText, type ScheduleFault, wireNames } from './schedule-faults.ts';

/** A fault of a schedule: where it is (`weekly_hours.2`), and a sentence a coach understands. */
export interface ScheduleProblem {
  readonly field: string;
  /** The meaning of `message` as a code and values, for other languages. */
  readonly fault: ScheduleFault;
  readonly message: string;
}

type Found = readonly [field: string, fault: ScheduleFault];

/** All faults of a schedule whose shape is valid; an empty list when it can be stored. */
export function checkSchedule(schedule: Schedule): readonly ScheduleProblem[] {
  const found = [
    ...checkWeek(schedule),
    ...checkDates(schedule),
    ...checkZones(schedule),
    ...checkDurations(schedule),
    ...checkLimits(schedule),
  ];
  return found.map(([field, fault]) => ({ field, fault, message: faultText(fault, faultEnglish, wireNames) }));
}

function* checkWeek({ weekly_hours }: Schedule): Generator<Found> {
  for (const [index, hours] of weekly_hours.entries()) {
    const field = `weekly_hours.${index}`;
    const subject: FaultSubject = { kind: 'week', hours };
    for (const code of checkHours(hours)) yield [field, { code, subject }];
    const { valid_from: from, valid_until: until, every_weeks: weeks = 1, anchor } = hours;
    if (from && until && until < from) yield [field, { code: 'validBackwards', subject, days: { from, until } }];
    if (weeks > 1 && !anchor && !from) yield [field, { code: 'noAnchor', subject, weeks }];
  }
}

function* checkDates({ date_overrides }: Schedule): Generator<Found> {
  for (const [index, { from, until, kind, hours = [] }] of date_overrides.entries()) {
    const field = `date_overrides.${index}`;
    const days = { from, until };
    const subject: FaultSubject = { kind: 'days', days };
    if (until < from) yield [field, { code: 'endsBeforeStart', subject }];
    if (kind === 'closed' && hours.length > 0) yield [field, { code: 'closedWithHours', subject }];
    if (kind !== 'closed' && hours.length === 0) yield [field, { code: 'noHours', subject }];
    for (const [position, entry] of hours.entries()) {
      const part: FaultSubject = { kind: 'hours-on-days', days, hours: entry };
      for (const code of checkHours(entry)) yield [`${field}.hours.${position}`, { code, subject: part }];
    }
  }
}

function* checkZones({ time_zone, zone_overrides }: Schedule): Generator<Found> {
  if (!isTimeZone(time_zone)) yield ['time_zone', { code: 'unknownZone', zone: time_zone }];
  for (const [index, trip] of zone_overrides.entries()) {
    const field = `zone_overrides.${index}`;
    const last = lastDayOf(trip);
    const other = zone_overrides.slice(0, index).find((each) => each.from <= last && trip.from <= lastDayOf(each));
    if (!isTimeZone(trip.time_zone)) yield [field, { code: 'unknownZone', zone: trip.time_zone }];
    if (last < trip.from) yield [field, { code: 'endsBeforeStart', subject: { kind: 'trip', trip } }];
    else if (other) yield [field, { code: 'tripsOverlap', trip, other }];
  }
}

function* checkDurations({ durations }: Schedule): Generator<Found> {
  for (const [index, { minutes }] of durations.entries()) {
    const field = `durations.${index}`;
    if (!isSessionLength(minutes)) yield [field, { code: 'lengthOutOfBounds', minutes }];
    else if (durations.slice(0, index).some((other) => other.minutes === minutes)) {
      yield [field, { code: 'lengthTwice', minutes }];
    }
  }
}

function* checkLimits({ daily_limit: day, weekly_limit: week }: Schedule): Generator<Found> {
  if (day !== null && week !== null && week < day) yield ['weekly_limit', { code: 'weekBelowDay', week, day }];
}

type HoursFault = 'startsAt24' | 'empty' | 'endsBeforeStart' | 'longerThanADay' | 'endsAt24NextDay';

function* checkHours(hours: Hours): Generator<HoursFault> {
  const { start, end } = spanOf(hours);
  if (hours.start === '24:00') yield 'startsAt24';
  if (end === start) yield 'empty';
  else if (end < start) yield 'endsBeforeStart';
  else if (end - start > DAY_MINUTES) yield 'longerThanADay';
  else if (hours.ends_next_day && minutesOf(hours.end) === DAY_MINUTES) yield 'endsAt24NextDay';
}
