import type { LocalDate } from '../../contract/values.ts';
import { dateOfDay, dayNumber, type MonthKey, monthOf, startOfMonth, weekdayOfDay } from '../time/local-date.ts';

/** Rows of a month grid: always six, so that the page below does not move when the month changes. */
const GRID_WEEKS = 6;

/**
 * A month (`2025-11`) as six weeks of seven days, beginning with the week that holds the 1st; days of the months
 * before and after fill the rest. `firstWeekday` is Monday 1 to Sunday 7.
 */
export function monthGrid(month: MonthKey, firstWeekday: number): LocalDate[][] {
  return weeksFrom(startOfMonth(month), firstWeekday);
}

/** The first day of the week that holds `date`. */
export const startOfWeek = (date: LocalDate, firstWeekday: number): LocalDate =>
  dateOfDay(cornerOf(date, firstWeekday));

function cornerOf(date: LocalDate, firstWeekday: number): number {
  const day = dayNumber(date);
  return day - ((weekdayOfDay(day) - firstWeekday + 7) % 7);
}

/** Six weeks of seven days, beginning with the week that holds `date`. */
export function weeksFrom(date: LocalDate, firstWeekday: number): LocalDate[][] {
  const corner = cornerOf(date, firstWeekday);
  return Array.from({ length: GRID_WEEKS }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => dateOfDay(corner + week * 7 + day)),
  );
}

/** After this many weeks, half of its rows, the present month is shown from the present week on. */
const OVER = 3;

/** True late in a month, when most of its grid would show days that are past. */
export function isMostlyOver(today: LocalDate, firstWeekday: number): boolean {
  return monthGrid(monthOf(today), firstWeekday).findIndex((week) => week.includes(today)) >= OVER;
}
