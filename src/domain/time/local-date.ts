import { isLocalDate, type LocalDate } from '../../contract/values.ts';
import { remember } from './remember.ts';
import { DAY_MS } from './units.ts';

/** A month on a calendar: `2025-11`. */
export type MonthKey = string;

/** ISO 8601 weekday: Monday 1 to Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Days cached with their numbers: a page converts the same few days thousands of times. */
const DAYS_KEPT = 1000;

/** Days from 1970-01-01 to `date`; throws a RangeError when the day is not on the calendar (`2024-02-31`). */
export const dayNumber: (date: LocalDate) => number = remember(DAYS_KEPT, (date) => {
  if (!isLocalDate(date)) throw new RangeError(`"${date}" is not a day on the calendar; write it as 2025-11-15`);
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
});

/** The day that is `number` days after 1970-01-01; throws a RangeError outside the years 0000 to 9999. */
export const dateOfDay: (number: number) => LocalDate = remember(DAYS_KEPT, (number) => {
  const text = new Date(number * DAY_MS).toISOString();
  if (text.length !== 24) throw new RangeError(`day ${number} lies outside the years 0000 to 9999`);
  return text.slice(0, 10);
});

/** Weekday of a day number. */
export function weekdayOfDay(number: number): Weekday {
  // 1970-01-01 was a Thursday.
  return (((((number + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** Weekday of `date`, Monday 1 to Sunday 7. */
export function weekdayOf(date: LocalDate): Weekday {
  return weekdayOfDay(dayNumber(date));
}

/** The day `days` later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDay(dayNumber(date) + days);
}

/** Days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The month a day lies in: `2025-11`. */
export function monthOf(date: LocalDate): MonthKey {
  return date.slice(0, 7);
}

/** First day of a month. */
export function startOfMonth(month: MonthKey): LocalDate {
  return addDays(`${month}-01`, 0);
}

/** How many days a month has. */
export function daysInMonth(month: MonthKey): number {
  return daysBetween(startOfMonth(month), startOfMonth(addMonths(month, 1)));
}

/** The month `months` later (earlier when negative). */
export function addMonths(month: MonthKey, months: number): MonthKey {
  const [year, ordinal] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  dayNumber(`${month}-01`);
  const total = year * 12 + (ordinal - 1) + months;
  const moved = `${String(Math.floor(total / 12)).padStart(4, '0')}-${String((((total % 12) + 12) % 12) + 1).padStart(2, '0')}`;
  return monthOf(startOfMonth(moved));
}

/** The same day of the month `months` later, moved back to the month's last day where it has fewer (31 January + 1 = 28 February). */
export function addMonthsToDate(date: LocalDate, months: number): LocalDate {
  dayNumber(date);
  const month = addMonths(monthOf(date), months);
  const day = Math.min(Number(date.slice(8)), daysInMonth(month));
  return `${month}-${String(day).padStart(2, '0')}`;
}
