import { isLocalDate, type LocalDate } from '../contract/values.ts';
import { addMonths, type MonthKey, monthOf } from '../domain/time/local-date.ts';

/** Links lead two years ahead at most, the longest rolling window of a schedule (730 days). */
const FURTHEST_MONTHS = 24;

/** What a visitor chose by links; empty where they chose nothing. */
interface ChosenPlace {
  /** The month on show: `2025-11`. */
  readonly month: MonthKey | '';
  /** The day whose times are shown: `2025-11-18`. */
  readonly day: LocalDate | '';
}

/** True for months that are shown: the present one and those of the next two years. */
export const isShown = (month: MonthKey, present: MonthKey): boolean =>
  month >= present && month <= addMonths(present, FURTHEST_MONTHS);

/** Reads `cb-day` and `cb-month` of a page's parameters. What is no day or month, or is not shown, is not read. */
export function chosenPlace(query: URLSearchParams | undefined, present: MonthKey): ChosenPlace {
  const asked = query?.get('cb-day') ?? '';
  const day = isLocalDate(asked) ? asked : '';
  const month = day ? monthOf(day) : (query?.get('cb-month') ?? '');
  return isLocalDate(`${month}-01`) && isShown(month, present) ? { month, day } : { month: '', day: '' };
}
