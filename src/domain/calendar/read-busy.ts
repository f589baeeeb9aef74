// Part of the chunk that is loaded when there is a file to read.
import { type Interval, intersect, normalise } from '../availability/interval.ts';
import { type Component, readCalendars } from './reading/components.ts';
import {
  type BusyEvent,
  type Exclusions,
  exclusionsOf,
  isExcluded,
  isFree,
  periodBetween,
  readEvent,
  ruleStarts,
} from './reading/events.ts';
import { DAY, readPeriods, UnreadableValue } from './reading/times.ts';
import { type CalendarZones, type ClockedTime, calendarZones } from './reading/zones.ts';

export interface ReadBusyOptions {
  /** Only busy times within this range are returned, cut to it. */
  readonly range: Interval;
  /** IANA zone of the file's owner, in which whole days and times without a zone are read. */
  readonly timeZone: string;
}

/** The busy times of a calendar file. */
export interface BusyReading {
  /** In order, none overlapping, within the range. */
  readonly busy: readonly Interval[];
  /** Number of events that could not be read; they are not in `busy`. */
  readonly skipped: number;
  /** Number of events in `busy` in an unknown time zone: read in the owner's zone, so they may be some hours off. */
  readonly guessed: number;
}

/** The most occurrences in one range: every 20 minutes for two years. No real calendar has that many. */
const MOST_OCCURRENCES = 50_000;
/** The most busy times kept before they are joined. */
const MOST_LOOSE = 200_000;
/** Events, and occurrences, between two pauses: about a millisecond. */
const PARTS_A_SLICE = 100;
const OCCURRENCES_A_SLICE = 1000;
/** The part of the work that is done once the text is parsed. */
const PARSED = 0.4;
/** Clocks differ from UTC by at most 14 hours. */
const MARGIN = 2 * DAY;

/**
 * The busy times in an iCalendar file (RFC 5545): recurrence expanded in the file's own time zones, moved and cancelled occurrences
 * applied, events that are free or cancelled left out; published free/busy times (VFREEBUSY) count as well. Titles are not read. An
 * event that cannot be read is skipped and counted. Throws a SyntaxError when the text is not iCalendar at all.
 */
export function readBusy(text: string, options: ReadBusyOptions): BusyReading {
  const steps = readBusySteps(text, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * `readBusy` in steps of about a millisecond, so that a page can do other work in between, show the progress, or stop.
 * @yields how much has been read, 0 to 1
 */
export function* readBusySteps(text: string, { range, timeZone }: ReadBusyOptions): Generator<number, BusyReading> {
  const parsing = readCalendars(text);
  let parsed = parsing.next();
  for (; !parsed.done; parsed = parsing.next()) yield parsed.value * PARSED;
  const calendars = parsed.value;
  if (calendars.length === 0) throw new SyntaxError('This is not an iCalendar file; export one ending in .ics');

  // Each part takes two steps: reading its times, then finding its occurrences.
  const total = calendars.reduce((sum, { parts }) => sum + parts.length * 2, 0);
  let done = 0;
  const progress = () => PARSED + (done / total) * (1 - PARSED);
  let busy: Interval[] = [];
  let [skipped, guessed] = [0, 0];
  for (const calendar of calendars) {
    const zones = calendarZones(calendar, timeZone);
    const events = new Map<Component, BusyEvent>();
    for (const part of calendar.parts) {
      if (++done % PARTS_A_SLICE === 0) yield progress();
      if (part.name !== 'VEVENT') continue;
      try {
        events.set(part, readEvent(part, zones));
      } catch {
        // An unreadable event that is free or cancelled is not counted: it takes no time.
        if (!isFree(part)) skipped++;
      }
    }
    const cancels = isCancellation(calendar);
    const series = seriesOf(events.values());
    for (const part of calendar.parts) {
      if (++done % PARTS_A_SLICE === 0) yield progress();
      const event = events.get(part);
      try {
        const found = cancels ? [] : yield* timesOf(part, event, series, zones, range, progress());
        if (found.length > 0 && event?.isGuess) guessed++;
        for (const time of found) busy.push(time);
      } catch {
        skipped++;
      }
      if (busy.length > MOST_LOOSE) busy = normalise(busy);
    }
  }
  return { busy: intersect(normalise(busy), [range]), skipped, guessed };
}

/** RFC 5546 3.2.5: a calendar with this method cancels its events. */
function isCancellation({ properties }: Component): boolean {
  return properties.some(({ name, value }) => name === 'METHOD' && /^CANCEL$/i.test(value.trim()));
}

/** An event that replaces one occurrence of a series, or all from that one on. */
interface Override extends BusyEvent {
  readonly replaces: ClockedTime;
}

/** The replaced occurrences of one UID. */
interface Series {
  readonly replaced: Exclusions;
  /** Sorted: each changes the occurrences from its own on (RANGE=THISANDFUTURE), up to the next one's. */
  readonly following: readonly Override[];
}

function seriesOf(events: Iterable<BusyEvent>): ReadonlyMap<string, Series> {
  const overrides = new Map<string, Override[]>();
  for (const event of events) {
    if (!isOverride(event)) continue;
    const known = overrides.get(event.uid);
    if (known) known.push(event);
    else overrides.set(event.uid, [event]);
  }
  const series = new Map<string, Series>();
  for (const [uid, own] of overrides) {
    const following = own.filter(({ replacesFollowing }) => replacesFollowing);
    following.sort((one, other) => one.replaces.instant - other.replaces.instant);
    series.set(uid, { replaced: exclusionsOf(own.map(({ replaces }) => replaces)), following });
  }
  return series;
}

function isOverride(event: BusyEvent): event is Override {
  return event.replaces !== undefined;
}

/** The busy times of one component of a calendar. */
function* timesOf(
  part: Component,
  event: BusyEvent | undefined,
  series: ReadonlyMap<string, Series>,
  zones: CalendarZones,
  range: Interval,
  progress: number,
): Generator<number, readonly Interval[]> {
  if (part.name === 'VFREEBUSY') return publishedTimes(part, zones);
  if (!event) return [];
  const times: Interval[] = [];
  for (const time of occurrences(event, event.replaces ? undefined : series.get(event.uid), range)) {
    times.push(time);
    if (times.length > MOST_OCCURRENCES) throw new UnreadableValue('an event with too many occurrences');
    if (times.length % OCCURRENCES_A_SLICE === 0) yield progress;
  }
  return times;
}

function* occurrences(event: BusyEvent, series: Series | undefined, range: Interval): Generator<Interval> {
  const { start, at, rules, added } = event;
  const isRecurring = !event.replaces && (rules.length > 0 || added.length > 0);
  if (!isRecurring) {
    if (!event.isFree) yield at(start.wall);
    return;
  }
  const following = series?.following ?? [];
  // Also look at occurrences outside the range that last into it or were moved into it.
  const reach = Math.max(
    event.length,
    ...following.map(({ length, start: to, replaces }) => length + Math.abs(to.instant - replaces.instant)),
  );
  const stretch = { from: range.start - reach - MARGIN, to: range.end + reach + MARGIN };
  const leftOut = new Set([...ruleStarts(event.excludedRules, start, stretch)].map(({ instant }) => instant));
  const isLeftOut = (wall: number, instant: number) =>
    leftOut.has(instant) ||
    isExcluded(event.excluded, wall, instant, start) ||
    (series !== undefined && isExcluded(series.replaced, wall, instant, start));
  const starts = rules.length > 0 ? ruleStarts(rules, start, stretch) : [{ wall: start.wall, instant: start.instant }];
  for (const { wall, instant } of starts) {
    if (isLeftOut(wall, instant)) continue;
    const change = following.findLast(({ replaces }) => replaces.instant <= instant);
    if (change) yield* moved(change, start, wall, instant);
    else if (!event.isFree) yield at(wall);
  }
  if (event.isFree) return;
  for (const time of added) if (!isLeftOut(time.start, time.start)) yield time;
}

/** An occurrence moved by a change of "this and all following": by wall time when both have the same zone. */
function* moved(change: Override, of: ClockedTime, wall: number, instant: number): Generator<Interval> {
  const { start, replaces, at } = change;
  if (change.isFree) return;
  if (start.clock === of.clock && replaces.clock === of.clock) {
    yield at(wall + start.wall - replaces.wall);
    return;
  }
  const first = at(start.wall);
  const begin = instant + start.instant - replaces.instant;
  yield { start: begin, end: begin + first.end - first.start };
}

/** VFREEBUSY: busy times that a calendar server publishes. */
function publishedTimes(part: Component, zones: CalendarZones): readonly Interval[] {
  if (part.damaged) throw new UnreadableValue('a damaged VFREEBUSY');
  return part.properties
    .filter(({ name, params }) => name === 'FREEBUSY' && params.get('FBTYPE')?.toUpperCase() !== 'FREE')
    .flatMap(readPeriods)
    .map(({ start, end }) => periodBetween(zones.clocked(start), end, zones));
}
