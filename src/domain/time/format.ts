import type { LocalDate } from '../../contract/values.ts';
import { dayNumber } from './local-date.ts';
import { offsetAt } from './offsets.ts';
import { remember } from './remember.ts';
import { DAY_MS, MINUTE_MS } from './units.ts';
import { instantsOf, localDateAt, minutesOfDayAt } from './zone.ts';

// Making a formatter takes about thirty times as long as using it.
const formatter = remember(64, (key): Intl.DateTimeFormat => {
  const { locale, ...options } = JSON.parse(key);
  return new Intl.DateTimeFormat(locale, options);
});

/**
 * The formatter for all days and times that people read: with the language's digits and words, and always with the Gregorian
 * calendar, also for locales with another one (fa, th, ar-SA).
 */
export function dateFormatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return formatter(JSON.stringify({ locale, ...options, calendar: 'gregory' }));
}

/** How to write a time of day. */
interface TimeStyle {
  readonly locale: string;
  /** IANA id. */
  readonly timeZone: string;
  /** Left out, the locale decides between 12 and 24 hours. */
  readonly hour12?: boolean | undefined;
}

/** How to write a day: as `Intl.DateTimeFormat` takes it; without options weekday, day and month in full. */
interface DayStyle extends Pick<Intl.DateTimeFormatOptions, 'weekday' | 'day' | 'month' | 'year'> {
  readonly locale: string;
}

/** An instant (epoch ms) as the time of day in a zone: `9:00 AM` or `09:00`, as the locale has it where `hour12` is left out. */
export function formatTime(epochMs: number, { locale, timeZone, hour12 }: TimeStyle): string {
  const cycle: Intl.DateTimeFormatOptions =
    (hour12 ?? readsTwelveHours(locale)) ? { hour12 } : { hourCycle: 'h23', hour: '2-digit' };
  return dateFormatter(locale, { timeZone, hour: 'numeric', minute: '2-digit', ...cycle }).format(epochMs);
}

/** True when a language writes 3:00 pm, not 15:00. */
export function readsTwelveHours(locale: string): boolean {
  try {
    return dateFormatter(locale, { hour: 'numeric' }).resolvedOptions().hour12 ?? false;
  } catch {
    // Some systems report invalid tags such as `en-US@posix`, for which `Intl` throws.
    return false;
  }
}

/**
 * True where numbers have Latin digits. Asks a formatter of dates, which each page has: one of numbers is slow to make, and most
 * languages need none.
 */
export const hasLatinDigits: (locale: string) => boolean = remember(
  8,
  (locale) => dateFormatter(locale, { hour: 'numeric' }).resolvedOptions().numberingSystem === 'latn',
);

const numberFormat = remember(8, (locale) => new Intl.NumberFormat(locale));

/** A text with its Latin digits in those of the language. */
export function localDigits(text: string, locale: string): string {
  return hasLatinDigits(locale) ? text : text.replace(/\d/g, (digit) => numberFormat(locale).format(Number(digit)));
}

/** A day as people write it: `Saturday, November 15`. */
export function formatDay(date: LocalDate, { locale, ...parts }: DayStyle): string {
  const asked = Object.keys(parts).length > 0 ? parts : ({ weekday: 'long', day: 'numeric', month: 'long' } as const);
  return dateFormatter(locale, { timeZone: 'UTC', ...asked }).format(dayNumber(date) * DAY_MS);
}

/**
 * The offset of a zone at an instant, in the digits of the language: `GMT`, `GMT+1`, `GMT−3:30` (U+2212). A left-to-right mark (U+200E) keeps
 * other digits than Latin ones behind the sign: Arabic-Indic ones would be shown to the left of `GMT` in a text from right to left (UAX 9, class AN).
 */
export function formatOffset(zone: string, epochMs: number, locale = 'en'): string {
  const minutes = Math.round(offsetAt(zone, epochMs) / MINUTE_MS);
  if (minutes === 0) return 'GMT';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const written = rest ? `${hours}:${String(rest).padStart(2, '0')}` : String(hours);
  return `GMT${minutes < 0 ? '−' : '+'}${hasLatinDigits(locale) ? '' : '\u200e'}${localDigits(written, locale)}`;
}

/** The place a zone is named after: `Europe/Berlin` is `Berlin`, `America/New_York` is `New York`. */
export function zoneCity(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/**
 * A zone's label: `Berlin (Central European Time)`; only the place where the locale has no name for the zone's time.
 * Names have changed over the years: those at `epochMs` are used, by default those of 2025.
 */
export function zoneLabel(zone: string, locale: string, epochMs: number = Date.UTC(2025, 0, 15)): string {
  const parts = dateFormatter(locale, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(epochMs);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return name === '' || /^(?:GMT|UTC)[+\-−]|^GMT$/.test(name) ? zoneCity(zone) : `${zoneCity(zone)} (${name})`;
}

/** True when the clocks of a zone show this reading twice that day, so that a label must add the offset to tell them apart. */
export function isRepeated(zone: string, epochMs: number): boolean {
  return instantsOf(zone, localDateAt(zone, epochMs), minutesOfDayAt(zone, epochMs)).length > 1;
}
