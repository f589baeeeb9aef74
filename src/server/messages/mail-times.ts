import type { Interval } from '../../domain/availability/interval.ts';
import { dayAndTime, listed } from '../../domain/language/listed.ts';
import { unbroken } from '../../domain/language/unbroken.ts';
import { dateFormatter, formatOffset, formatTime, zoneCity } from '../../domain/time/format.ts';
import { formatSpan } from '../../domain/time/format-span.ts';
import { MINUTE_MS } from '../../domain/time/units.ts';
import { localDateAt } from '../../domain/time/zone.ts';
import { type Direction, isolate } from './isolates.ts';

interface Reader {
  /** BCP 47. */
  readonly tag: string;
  /** IANA id. */
  readonly timeZone: string;
  /** Of the sentence that the time is for. @default 'ltr' */
  readonly direction?: Direction;
}

/** A start for a subject: `Tue, Nov 18, 2:00 PM`. */
export function shortTime(start: number, { tag, timeZone }: Reader): string {
  const day = dateFormatter(tag, { timeZone, weekday: 'short', day: 'numeric', month: 'short' }).format(start);
  return dayAndTime(day, formatTime(start, { locale: tag, timeZone }), tag);
}

/** A session in full, in one zone, which is named: `Tuesday, November 18, 2025, 2:00 PM – 3:00 PM (Berlin, GMT+1)`. */
export function longTime({ start, end }: Interval, { tag, timeZone, direction = 'ltr' }: Reader): string {
  const day = (at: number) =>
    dateFormatter(tag, { timeZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at);
  // A line is broken between the two times alone.
  const time = (at: number) => unbroken(formatTime(at, { locale: tag, timeZone }));
  const isOneDay = localDateAt(timeZone, start) === localDateAt(timeZone, end);
  const [from, to] = [formatOffset(timeZone, start, tag), formatOffset(timeZone, end, tag)];
  // The clocks may change during the session.
  const last = isOneDay ? time(end) : dayAndTime(day(end), time(end), tag);
  const until = from === to ? last : `${last} ${to}`;
  const zone = listed([zoneCity(timeZone), from], tag);
  // Brackets as wide as the letters have their blank in themselves.
  const inBrackets = /^(ja|zh)/.test(tag) ? `（${zone}）` : ` ${isolate(`(${zone})`, direction)}`;
  return `${dayAndTime(day(start), time(start), tag)} – ${until}${inBrackets}`;
}

/** A length of time in the largest whole unit, of a minute at least: `2 days`, `1 hour`, `90 minutes`. */
export function writeLength(ms: number, tag: string): string {
  return formatSpan(Math.max(1, Math.round(ms / MINUTE_MS)), tag);
}
