import type { Interval } from '../../availability/interval.ts';
import type { Component, Property } from './components.ts';
import { recurrence } from './recurrence.ts';
import { type RecurrenceRule, readRule } from './recurrence-rule.ts';
import {
  type CalendarDuration,
  DAY,
  dayOf,
  readDuration,
  readPeriods,
  readTime,
  readTimes,
  UnreadableValue,
  type WallTime,
} from './times.ts';
import type { CalendarZones, ClockedTime } from './zones.ts';

/** An event whose times have been read. */
export interface BusyEvent {
  readonly uid: string;
  readonly start: ClockedTime;
  /** The interval, epoch ms, of the occurrence that starts at a wall time. */
  readonly at: (wall: WallTime) => Interval;
  /** How long an occurrence lasts at most, ms. */
  readonly length: number;
  readonly rules: readonly RecurrenceRule[];
  readonly excludedRules: readonly RecurrenceRule[];
  /** Starts and periods in addition to those of the rules. */
  readonly added: readonly Interval[];
  readonly excluded: Exclusions;
  /** The occurrence that this event replaces, or the first of several. */
  readonly replaces: ClockedTime | undefined;
  readonly replacesFollowing: boolean;
  /** Shown as free, or cancelled. */
  readonly isFree: boolean;
  /** One of its times is in an unknown zone. */
  readonly isGuess: boolean;
}

/** Occurrences that are left out. */
export interface Exclusions {
  /** The occurrences with these instants. */
  readonly instants: ReadonlySet<number>;
  /** The occurrences on these days. */
  readonly days: ReadonlySet<WallTime>;
  /** For events of whole days: the days named by a date, by a local time on that day, or by 00:00 UTC. */
  readonly wholeDays: ReadonlySet<WallTime>;
}

/** Reads the times of a VEVENT. Throws `UnreadableValue` when a value that its busy times depend on is malformed. */
export function readEvent(component: Component, zones: CalendarZones): BusyEvent {
  const all = (name: string) =>
    component.properties.filter((property) => property.name === name && property.value.trim() !== '');
  const first = (name: string) => all(name)[0];
  const clocked = (property: Property) => zones.clocked(readTime(property.value, property.params.get('TZID')));
  const begin = first('DTSTART');
  if (component.damaged || !begin) throw new UnreadableValue('an event without a start');
  const start = clocked(begin);
  const replaced = first('RECURRENCE-ID');
  const end = first('DTEND');
  const { at, length } = spans(start, end && clocked(end), first('DURATION'));
  const excluded = all('EXDATE').flatMap((each) => readTimes(each).map((time) => zones.clocked(time)));
  const rules = all('RRULE').map(({ value }) => readRule(value));
  if (start.kind === 'day' && rules.some(({ frequency }) => /HOURLY|MINUTELY|SECONDLY/.test(frequency)))
    throw new UnreadableValue('whole days cannot recur by the hour');
  return {
    uid: first('UID')?.value ?? '',
    start,
    at,
    length,
    rules,
    excludedRules: all('EXRULE').map(({ value }) => readRule(value)),
    added: all('RDATE').flatMap((each) => readAdded(each, start, at, zones)),
    excluded: exclusionsOf(excluded),
    replaces: replaced && clocked(replaced),
    replacesFollowing: replaced?.params.get('RANGE')?.toUpperCase() === 'THISANDFUTURE',
    isFree: isFree(component),
    isGuess: [start, ...excluded].some(({ isGuess }) => isGuess) || (end !== undefined && clocked(end).isGuess),
  };
}

/** Events that take no time: shown as free (Outlook's "working elsewhere" too), or cancelled. */
export function isFree({ properties }: Component): boolean {
  const says = (name: string, value: RegExp) =>
    properties.some((property) => property.name === name && value.test(property.value.trim()));
  return (
    says('TRANSP', /^TRANSPARENT$/i) ||
    says('STATUS', /^CANCELLED$/i) ||
    says('X-MICROSOFT-CDO-BUSYSTATUS', /^(FREE|WORKINGELSEWHERE)$/i)
  );
}

/** The exclusions that these EXDATE values name. */
export function exclusionsOf(times: readonly ClockedTime[]): Exclusions {
  const [instants, days, wholeDays] = [new Set<number>(), new Set<WallTime>(), new Set<WallTime>()];
  for (const { kind, wall, instant } of times) {
    if (kind === 'day') days.add(wall);
    else instants.add(instant);
    if (kind === 'local' || wall === dayOf(wall)) wholeDays.add(dayOf(wall));
  }
  return { instants, days, wholeDays };
}

/** True when an occurrence of an event that starts at `start` is left out. */
export function isExcluded(exclusions: Exclusions, wall: WallTime, instant: number, start: ClockedTime): boolean {
  const { instants, days, wholeDays } = exclusions;
  return days.has(dayOf(wall)) || instants.has(instant) || (start.kind === 'day' && wholeDays.has(wall));
}

/** The length of the event: from its end, its duration, or the default of RFC 5545 3.6.1 when it has neither. */
function spans(start: ClockedTime, end: ClockedTime | undefined, duration: Property | undefined) {
  const interval = (wall: WallTime, to: number): Interval => ({ start: start.clock(wall), end: to });
  if (end) {
    // Some programs give the same day as end of a whole day.
    const length =
      start.kind === 'day' && end.kind === 'day' ? Math.max(DAY, end.wall - start.wall) : end.wall - start.wall;
    if (end.instant < start.instant) throw new UnreadableValue('an event that ends before it starts');
    if (end.clock === start.clock) {
      return { at: (wall: WallTime) => interval(wall, start.clock(wall + length)), length };
    }
    // The end is in another zone than the start, as for a flight.
    const exact = end.instant - start.instant;
    return { at: (wall: WallTime) => interval(wall, start.clock(wall) + exact), length: exact };
  }
  const lasts = duration ? readDuration(duration.value) : { days: start.kind === 'day' ? 1 : 0, ms: 0 };
  return {
    at: (wall: WallTime) => interval(wall, start.clock(wall + lasts.days * DAY) + lasts.ms),
    length: lasts.days * DAY + lasts.ms,
  };
}

function readAdded(property: Property, start: ClockedTime, at: BusyEvent['at'], zones: CalendarZones): Interval[] {
  if (property.value.includes('/')) {
    return readPeriods(property).map((period) => periodBetween(zones.clocked(period.start), period.end, zones));
  }
  return readTimes(property).map((time) => {
    // A whole day added to a timed event means the event's time on that day.
    if (time.kind === 'day' && start.kind !== 'day') return at(time.wall + start.wall - dayOf(start.wall));
    const { instant } = zones.clocked(time);
    if (time.kind === start.kind && time.zone === start.zone) return at(time.wall);
    const first = at(start.wall);
    return { start: instant, end: instant + first.end - first.start };
  });
}

/** Reads a PERIOD of RDATE or FREEBUSY. */
export function periodBetween(
  start: ClockedTime,
  end: CalendarDuration | Parameters<CalendarZones['clocked']>[0],
  zones: CalendarZones,
): Interval {
  if ('wall' in end) return { start: start.instant, end: zones.clocked(end).instant };
  return { start: start.instant, end: start.clock(start.wall + end.days * DAY) + end.ms };
}

/** The starts that an event's rules give within a range, each with its instant; UNTIL is applied, exclusions are not. */
export function* ruleStarts(
  rules: readonly RecurrenceRule[],
  start: ClockedTime,
  stretch: { readonly from: WallTime; readonly to: WallTime },
): Generator<{ readonly wall: WallTime; readonly instant: number }> {
  for (const rule of rules) {
    for (const wall of recurrence(rule, start.wall, stretch)) {
      const instant = start.clock(wall);
      if (isAfter(rule.until, wall, instant, start)) break;
      yield { wall, instant };
    }
  }
}

/** True when an occurrence is after UNTIL: a day lasts to its end, a UTC time is compared by instant, another by wall time. */
function isAfter(until: RecurrenceRule['until'], wall: WallTime, instant: number, start: ClockedTime): boolean {
  if (!until) return false;
  if (until.kind === 'day' || (start.kind === 'day' && until.wall === dayOf(until.wall)))
    return dayOf(wall) > until.wall;
  return until.kind === 'utc' ? instant > until.wall : wall > until.wall;
}
