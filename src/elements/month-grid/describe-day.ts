import type { LocalDate } from '../../contract/values.ts';
import type { PickerMessages } from '../i18n/picker.ts';
import { formatFullDay } from '../words/format-dates.ts';

/** What is known of the days of a grid. */
export interface KnownDays {
  /** Open times by day; undefined: not known. */
  readonly days: ReadonlyMap<LocalDate, number> | undefined;
  /** First day that can be chosen. */
  readonly earliest: LocalDate;
  readonly loading: boolean;
  readonly language: string;
  readonly texts: PickerMessages;
}

/** A day in full, and what is open on it: "Tuesday 18 November 2025, 4 times open". */
export function describeDay(date: LocalDate, known: KnownDays): string {
  return [formatFullDay(date, known.language), openness(date, known)].filter(Boolean).join(', ');
}

function openness(date: LocalDate, { days, earliest, loading, texts }: KnownDays): string {
  if (date < earliest) return texts.past;
  const count = days?.get(date);
  if (count) return texts.timesOpen(count);
  if (loading) return texts.loadingTimes;
  if (!days) return '';
  return count === 0 ? texts.noTimesOpen : texts.closed;
}
