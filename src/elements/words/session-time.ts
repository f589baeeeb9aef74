import { type Instant, readInstant, type TimeZone, writeInstant } from '../../contract/values.ts';
import { unbroken } from '../../domain/language/unbroken.ts';
import { dateFormatter, formatDay, formatOffset, formatTime, zoneCity } from '../../domain/time/format.ts';
import { MINUTE_MS } from '../../domain/time/units.ts';
import { localDateAt } from '../../domain/time/zone.ts';

/** The zone, language and clock in which a visitor reads times. */
export interface Reading {
  readonly timeZone: TimeZone;
  readonly locale: string;
  readonly hour12: boolean;
}

/** A session's time in words. */
export interface TimeInWords {
  /** In full: "Tuesday 18 November 2025". */
  readonly day: string;
  /** Without the year: "Tuesday 18 November". */
  readonly shortDay: string;
  /** "15:00". */
  readonly time: string;
  /** "15:00–16:00". */
  readonly times: string;
  /** "Berlin". */
  readonly city: string;
  /** "GMT+1". */
  readonly offset: string;
}

/** The time from `start` to `end` in words, for one visitor. */
export function timeInWords(start: Instant, end: Instant, reading: Reading): TimeInWords {
  const { timeZone, locale, hour12 } = reading;
  const from = readInstant(start) ?? 0;
  const until = readInstant(end) ?? from;
  const date = localDateAt(timeZone, from);
  const time = formatTime(from, reading);
  const day = { locale, weekday: 'long', day: 'numeric', month: 'long' } as const;
  const clock = hour12 ? ({ hour: 'numeric', hour12 } as const) : ({ hour: '2-digit', hourCycle: 'h23' } as const);
  return {
    day: formatDay(date, { ...day, year: 'numeric' }),
    shortDay: formatDay(date, day),
    time,
    // Across midnight, `formatRange` would add both dates.
    times: unbroken(
      date === localDateAt(timeZone, until)
        ? dateFormatter(locale, { timeZone, minute: '2-digit', ...clock }).formatRange(from, until)
        : `${time}–${formatTime(until, reading)}`,
    ),
    city: zoneCity(timeZone),
    offset: formatOffset(timeZone, from, locale),
  };
}

/** The end of a session that starts at `start`. */
export function endOf(start: Instant, durationMinutes: number): Instant {
  return writeInstant((readInstant(start) ?? 0) + durationMinutes * MINUTE_MS);
}
