import ICAL from 'ical.js';
import { type Interval, intersect, normalise } from '../../../src/domain/availability/interval.ts';
import { resolveWallTime, startOfDay } from '../../../src/domain/time/zone.ts';

/** The busy times of a file by ical.js: a second opinion for files and rules that it reads right. */
export function icalJsBusy(text: string, range: Interval, ownerZone: string): Interval[] {
  const jcal = ICAL.parse(text.replace(/^\uFEFF/, ''));
  const roots = (Array.isArray(jcal[0]) ? jcal : [jcal]) as ConstructorParameters<typeof ICAL.Component>[0][];
  const busy = roots.flatMap((root) => {
    const events = new ICAL.Component(root).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
    return events.flatMap((event) =>
      isFree(event.component) ? [] : [...occurrences(event, events, range, ownerZone)],
    );
  });
  return intersect(normalise(busy), [range]);
}

function* occurrences(
  event: ICAL.Event,
  events: readonly ICAL.Event[],
  range: Interval,
  ownerZone: string,
): Generator<Interval> {
  const between = (start: ICAL.Time) => {
    const end = start.clone();
    end.addDuration(event.duration);
    return { start: instantOf(start, ownerZone), end: instantOf(end, ownerZone) };
  };
  if (!event.isRecurring() || event.isRecurrenceException()) {
    yield between(event.startDate);
    return;
  }
  const replaced = events
    .filter((each) => each.isRecurrenceException() && each.uid === event.uid)
    .map((each) => instantOf(each.recurrenceId, ownerZone));
  const iterator = event.iterator();
  for (let next = iterator.next(); next; next = iterator.next()) {
    const time = between(next);
    if (time.start >= range.end) return;
    if (!replaced.includes(time.start)) yield time;
  }
}

function isFree(component: ICAL.Component): boolean {
  const says = (name: string, value: string) => component.getFirstPropertyValue(name) === value;
  return says('transp', 'TRANSPARENT') || says('status', 'CANCELLED') || says('x-microsoft-cdo-busystatus', 'FREE');
}

function instantOf(time: ICAL.Time, ownerZone: string): number {
  const date = time.toString().slice(0, 10);
  if (time.isDate) return startOfDay(ownerZone, date);
  if (time.zone && time.zone !== ICAL.Timezone.localTimezone) return time.toUnixTime() * 1000;
  return resolveWallTime(ownerZone, date, time.hour * 60 + time.minute, { repeated: 'earlier' });
}
