import type { Hours, WeeklyHours, ZoneOverride } from '../../contract/schedule.ts';
import { LONGEST_SESSION_MINUTES, SHORTEST_SESSION_MINUTES } from '../../contract/session-length.ts';
import type { LocalDate, TimeZone } from '../../contract/values.ts';

/** Days, both included; without `until`, all from `from` on. */
export interface Days {
  readonly from: LocalDate;
  readonly until?: LocalDate | null | undefined;
}

/** The part of a schedule that a fault is about. */
export type FaultSubject =
  | { readonly kind: 'week'; readonly hours: WeeklyHours }
  | { readonly kind: 'days'; readonly days: Days }
  | { readonly kind: 'hours-on-days'; readonly days: Days; readonly hours: Hours }
  | { readonly kind: 'trip'; readonly trip: ZoneOverride };

type OfSubject =
  | 'endsBeforeStart'
  | 'empty'
  | 'startsAt24'
  | 'longerThanADay'
  | 'endsAt24NextDay'
  | 'noHours'
  | 'closedWithHours';

/** A fault as a code and its values. */
export type ScheduleFault =
  | { readonly code: OfSubject; readonly subject: FaultSubject }
  | {
      readonly code: 'validBackwards';
      readonly subject: FaultSubject;
      readonly days: Required<Days> & { until: LocalDate };
    }
  | { readonly code: 'noAnchor'; readonly subject: FaultSubject; readonly weeks: number }
  | { readonly code: 'unknownZone'; readonly zone: string }
  | { readonly code: 'tripsOverlap'; readonly trip: ZoneOverride; readonly other: ZoneOverride }
  | { readonly code: 'lengthOutOfBounds' | 'lengthTwice'; readonly minutes: number }
  | { readonly code: 'weekBelowDay'; readonly week: number; readonly day: number };

/** The sentences about faults in English: used by the server, and by the editor for languages without their own. */
export const faultEnglish = {
  endsBeforeStart: (what: string) => `${what} ends before it starts`,
  empty: (what: string) => `${what} is empty: it ends when it starts`,
  startsAt24: (what: string) => `${what} starts at 24:00; write 00:00 on the next day`,
  longerThanADay: (what: string) => `${what} is longer than a day`,
  endsAt24NextDay: (what: string) => `${what} ends at 24:00 the next day`,
  noHours: (what: string) => `${what} has no hours; add some, or close it`,
  closedWithHours: (what: string) => `${what} is closed and has hours`,
  validBackwards: (what: string, from: string, until: string) =>
    `${what} is valid until ${until}, before it begins on ${from}`,
  noAnchor: (what: string, weeks: number) =>
    `${what} comes every ${weeks} weeks; say from which week with an anchor date`,
  unknownZone: (zone: string) => `The time zone “${zone}” is not known here; choose another`,
  tripsOverlap: (zone: string, days: string, otherZone: string, otherDays: string) =>
    `${zone} from ${days} overlaps ${otherZone} from ${otherDays}`,
  lengthOutOfBounds: (minutes: number) =>
    `A session of ${minutes} minutes: the length must be ${SHORTEST_SESSION_MINUTES} to ${LONGEST_SESSION_MINUTES} minutes`,
  lengthTwice: (minutes: number) => `A session of ${minutes} minutes is offered twice`,
  weekBelowDay: (week: number, day: number) => `At most ${week} sessions a week leaves no room for ${day} a day`,
  onDays: (days: string, hours: string) => `${days}, ${hours}`,
  ofTrip: (zone: string, days: string) => `${zone}: ${days}`,
};

/** How a sentence names the part at fault. */
interface FaultNames {
  readonly week: (hours: WeeklyHours) => string;
  readonly hours: (hours: Hours) => string;
  readonly days: (days: Days) => string;
  readonly date: (date: LocalDate) => string;
  readonly zone: (zone: TimeZone) => string;
}

const WEEKDAYS = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Names as on the wire: `Tuesday 14:00–13:00`, `2025-12-24 to 2025-12-26`. */
export const wireNames: FaultNames = {
  week: (hours) => `${WEEKDAYS[hours.weekday] ?? 'Day'} ${wireNames.hours(hours)}`,
  hours: ({ start, end, ends_next_day }) => `${start}–${end}${ends_next_day ? ' the next day' : ''}`,
  days: ({ from, until }) => (!until ? `${from} on` : from === until ? from : `${from} to ${until}`),
  date: (date) => date,
  zone: (zone) => zone,
};

/** The sentence of a fault. */
export function faultText(fault: ScheduleFault, words: typeof faultEnglish, names: FaultNames): string {
  switch (fault.code) {
    case 'validBackwards':
      return words.validBackwards(
        subjectText(fault.subject, words, names),
        names.date(fault.days.from),
        names.date(fault.days.until),
      );
    case 'noAnchor':
      return words.noAnchor(subjectText(fault.subject, words, names), fault.weeks);
    case 'tripsOverlap': {
      const { trip, other } = fault;
      return words.tripsOverlap(
        names.zone(trip.time_zone),
        names.days(trip),
        names.zone(other.time_zone),
        names.days(other),
      );
    }
    case 'unknownZone':
      return words.unknownZone(fault.zone);
    case 'lengthOutOfBounds':
    case 'lengthTwice':
      return words[fault.code](fault.minutes);
    case 'weekBelowDay':
      return words.weekBelowDay(fault.week, fault.day);
    default:
      return words[fault.code](subjectText(fault.subject, words, names));
  }
}

function subjectText(subject: FaultSubject, words: typeof faultEnglish, names: FaultNames): string {
  switch (subject.kind) {
    case 'week':
      return names.week(subject.hours);
    case 'days':
      return names.days(subject.days);
    case 'hours-on-days':
      return words.onDays(names.days(subject.days), names.hours(subject.hours));
    case 'trip':
      return words.ofTrip(names.zone(subject.trip.time_zone), names.days(subject.trip));
  }
}
