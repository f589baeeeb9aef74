// Loaded lazily by those who need it: ical.js is larger than all the rest of a booking page's first view.
import ICAL from 'ical.js';
import { isTimeZone } from '../../contract/values.ts';
import { type Interval, intersect, normalise } from '../availability/interval.ts';
import { resolveWallTime, startOfDay } from '../time/zone.ts';

export interface ReadBusyOptions {
  /** Only what falls into this stretch is returned, cut to it. */
  readonly range: Interval;
  /** IANA zone in which whole days and times without a zone are read: that of the person the file belongs to. */
  readonly timeZone: string;
}

/** A rule by the second since 1970 would never end: no honest calendar comes near this many repetitions. */
const REPETITIONS = 50_000;

/**
 * The busy times in an iCalendar file (RFC 5545): recurrence expanded in the file's own time zones, moved and
 * cancelled occurrences respected, events shown as free or cancelled left out. Titles are not looked at.
 * An event that is malformed on its own is skipped; throws a SyntaxError when the text is not iCalendar at all.
 * @returns normalised intervals within the range
 */
export function readBusy(text: string, { range, timeZone }: ReadBusyOptions): Interval[] {
  const busy = parse(text).flatMap((calendar) => {
    const events = calendar.getAllSubcomponents('vevent');
    const replaced = replacedOccurrences(events, timeZone);
    return events.flatMap((event) => {
      try {
        return [...occurrences(event, replaced, range, timeZone)];
      } catch {
        return [];
      }
    });
  });
  return intersect(normalise(busy), [range]);
}

function parse(text: string): ICAL.Component[] {
  let jcal: unknown;
  try {
    jcal = ICAL.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    jcal = undefined;
  }
  // A text with several calendars is read as a list of them.
  const roots = Array.isArray(jcal) ? (Array.isArray(jcal[0]) ? jcal : [jcal]) : [];
  const calendars = roots.filter((root) => root[0] === 'vcalendar').map((root) => new ICAL.Component(root));
  if (calendars.length === 0) throw new SyntaxError('This is not an iCalendar file; export one ending in .ics');
  return calendars;
}

/** Per UID, the original starts of occurrences that an own VEVENT (RECURRENCE-ID) moves or cancels. */
function replacedOccurrences(events: readonly ICAL.Component[], timeZone: string): Map<unknown, Set<number>> {
  const replaced = new Map<unknown, Set<number>>();
  for (const event of events) {
    const original = timeOf(event, 'recurrence-id');
    if (!original) continue;
    const uid = event.getFirstPropertyValue('uid');
    const starts = replaced.get(uid) ?? new Set();
    replaced.set(uid, starts.add(instantOf(original.time, original.zone, timeZone)));
  }
  return replaced;
}

function* occurrences(
  component: ICAL.Component,
  replaced: ReadonlyMap<unknown, ReadonlySet<number>>,
  range: Interval,
  timeZone: string,
): Generator<Interval> {
  const start = timeOf(component, 'dtstart');
  if (!start || isFree(component)) return;
  const end = timeOf(component, 'dtend');
  const event = new ICAL.Event(component);
  const { duration } = event;
  const between = (from: ICAL.Time): Interval => {
    const to = from.clone();
    to.addDuration(duration);
    return { start: instantOf(from, start.zone, timeZone), end: instantOf(to, start.zone, timeZone) };
  };
  if (!event.isRecurring() || component.hasProperty('recurrence-id')) {
    const single = between(start.time);
    // The end may stand in another zone than the start: a flight.
    yield end ? { ...single, end: instantOf(end.time, end.zone, timeZone) } : single;
    return;
  }
  const without = replaced.get(component.getFirstPropertyValue('uid'));
  const expansion = new ICAL.RecurExpansion({ component, dtstart: start.time });
  for (let count = 0; count < REPETITIONS; count++) {
    const next = expansion.next();
    if (!next) return;
    const interval = between(next);
    if (interval.start >= range.end) return;
    if (!without?.has(interval.start)) yield interval;
  }
}

function isFree(component: ICAL.Component): boolean {
  const says = (property: string, value: string) =>
    String(component.getFirstPropertyValue(property) ?? '').toUpperCase() === value;
  return says('transp', 'TRANSPARENT') || says('status', 'CANCELLED') || says('x-microsoft-cdo-busystatus', 'FREE');
}

interface ZonedTime {
  readonly time: ICAL.Time;
  readonly zone: string | undefined;
}

function timeOf(component: ICAL.Component, name: string): ZonedTime | undefined {
  const property = component.getFirstProperty(name);
  const time = property?.getFirstValue();
  if (!(time instanceof ICAL.Time)) return undefined;
  const zone = property?.getParameter('tzid');
  return { time, zone: typeof zone === 'string' ? zone : undefined };
}

/** The moment of a time in the file's zone; else in the zone its TZID names; else in the owner's. */
function instantOf(time: ICAL.Time, tzid: string | undefined, timeZone: string): number {
  const date = [
    String(time.year).padStart(4, '0'),
    String(time.month).padStart(2, '0'),
    String(time.day).padStart(2, '0'),
  ].join('-');
  if (time.isDate) return startOfDay(timeZone, date);
  if (time.zone && time.zone !== ICAL.Timezone.localTimezone) return time.toUnixTime() * 1000;
  const zone = tzid && isTimeZone(tzid) ? tzid : timeZone;
  return resolveWallTime(zone, date, time.hour * 60 + time.minute, { repeated: 'earlier' }) + time.second * 1000;
}
