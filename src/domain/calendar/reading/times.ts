import { DAY_MS } from '../../time/units.ts';
import type { Property } from './components.ts';

/** Thrown for a value that cannot be read; the event it belongs to is skipped. */
export class UnreadableValue extends Error {
  override readonly name = 'UnreadableValue';
}

/** A wall time as milliseconds, counted as if the clock showed UTC. */
export type WallTime = number;

/** A DATE or DATE-TIME value (RFC 5545 3.3.4 and 3.3.5). */
export interface CalendarTime {
  readonly wall: WallTime;
  /** `day`: a whole day. `utc`: ends in Z. `local`: a time in `zone`, or in the reader's zone. */
  readonly kind: 'day' | 'utc' | 'local';
  /** The TZID as written. */
  readonly zone: string | undefined;
}

/** A DURATION value (RFC 5545 3.3.6): days are calendar days, `ms` is exact time. */
export interface CalendarDuration {
  readonly days: number;
  readonly ms: number;
}

export const DAY = DAY_MS;
const TIME = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)?(?:\.\d+)?(Z)?)?$/i;
const DURATION = /^([+-])?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i;

/** Days and milliseconds as `WallTime`; undefined for a day that does not exist. */
export function wallTime(year: number, month: number, day: number, ms = 0): WallTime | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.getTime() + ms : undefined;
}

/** The day a clock reading is on, at 00:00. */
export function dayOf(wall: WallTime): WallTime {
  return Math.floor(wall / DAY) * DAY;
}

/** Reads one value. Seconds may be missing, and `-` and `:` may separate the parts, as some programs write them. */
export function readTime(text: string, zone: string | undefined): CalendarTime {
  const match = TIME.exec(text.trim());
  const [, year, month, day, hour, minute = '0', second = '0', utc] = match ?? [];
  const [hours, minutes, seconds] = [Number(hour ?? 0), Number(minute), Number(second)];
  const ms = ((hours * 60 + minutes) * 60 + Math.min(seconds, 59)) * 1000;
  const wall = match ? wallTime(Number(year), Number(month), Number(day), ms) : undefined;
  // 24:00 is the midnight that ends a day.
  if (wall === undefined || minutes > 59 || seconds > 60 || ms > DAY) throw new UnreadableValue(`no time: ${text}`);
  if (hour === undefined) return { wall, kind: 'day', zone: undefined };
  return utc ? { wall, kind: 'utc', zone: undefined } : { wall, kind: 'local', zone };
}

/** Reads the values of a property, which may be empty. Periods are read by `readPeriods`. */
export function readTimes({ value, params }: Property): readonly CalendarTime[] {
  const zone = params.get('TZID');
  return value
    .split(',')
    .filter((each) => each.trim() !== '')
    .map((each) => readTime(each, zone));
}

/** A PERIOD value (RFC 5545 3.3.9). */
interface CalendarPeriod {
  readonly start: CalendarTime;
  readonly end: CalendarTime | CalendarDuration;
}

/** Reads the periods of a property, as RDATE and FREEBUSY hold them. */
export function readPeriods({ value, params }: Property): readonly CalendarPeriod[] {
  const zone = params.get('TZID');
  return value
    .split(',')
    .filter((each) => each.trim() !== '')
    .map((each) => {
      const [start = '', end = ''] = each.split('/');
      return {
        start: readTime(start, zone),
        end: /P/i.test(end) ? readDuration(end) : readTime(end, zone),
      };
    });
}

/** Reads one DURATION; throws for a negative one. */
export function readDuration(text: string): CalendarDuration {
  const match = DURATION.exec(text.trim());
  if (!match || !/\d/.test(text)) throw new UnreadableValue(`no duration: ${text}`);
  const [, sign, ...parts] = match;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part ?? 0));
  const duration = { days: weeks * 7 + days, ms: ((hours * 60 + minutes) * 60 + seconds) * 1000 };
  if (sign === '-' && duration.days + duration.ms > 0) throw new UnreadableValue(`a negative duration: ${text}`);
  return duration;
}
