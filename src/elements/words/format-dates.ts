import type { LocalDate } from '../../contract/values.ts';
import { formatDay, localDigits } from '../../domain/time/format.ts';
import { addDays, type MonthKey, startOfMonth, type Weekday } from '../../domain/time/local-date.ts';
import { remember } from '../../domain/time/remember.ts';

/** "Tuesday 18 November 2025", in the order of the language. */
export const formatFullDay = (date: LocalDate, locale: string): string => fullDay(`${date} ${locale}`);

// Cached, because each drawing of a month formats all its days.
const fullDay = remember(200, (key) => {
  const [date = '', locale = ''] = key.split(' ');
  return formatDay(date, { locale, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
});

/** "November 2025". */
export function formatMonth(month: MonthKey, locale: string): string {
  return formatDay(startOfMonth(month), { locale, month: 'long', year: 'numeric' });
}

/** "Nov – Dec 2025", "Dec 2025 – Jan 2026". */
export function formatMonths(first: MonthKey, last: MonthKey, locale: string): string {
  const sameYear = first.slice(0, 4) === last.slice(0, 4);
  const from = formatDay(startOfMonth(first), { locale, month: 'short', ...(!sameYear && { year: 'numeric' }) });
  return `${from} – ${formatDay(startOfMonth(last), { locale, month: 'short', year: 'numeric' })}`;
}

/** The seven weekdays from `first` on: "Tue" (one letter where the language has nothing that short) and "Tuesday". */
export function weekdayNames(first: Weekday, locale: string): readonly { short: string; long: string }[] {
  // 2024-01-01 was a Monday.
  const days = Array.from({ length: 7 }, (_, index) => addDays('2024-01-01', first - 1 + index));
  const shorts = days.map((date) => formatDay(date, { locale, weekday: 'short' }));
  const weekday = shorts.some((name) => name.length > 4) ? 'narrow' : 'short';
  return days.map((date) => ({
    short: formatDay(date, { locale, weekday }),
    long: formatDay(date, { locale, weekday: 'long' }),
  }));
}

/** A day of the month in the digits of the language. */
export function formatDayNumber(date: LocalDate, locale: string): string {
  return localDigits(String(Number(date.slice(8))), locale);
}
