import type { LocalDate, TimeZone } from '../../contract/values.ts';
import { localDateAt, minutesOfDayAt } from '../../domain/time/zone.ts';

/** A direction in a week: to an earlier or later time of the day, or to an earlier or later day. */
export type WeekStep = 'earlier' | 'later' | 'day-before' | 'day-after';

/** The start nearest to a time of a day; undefined where that day has none. Starts are epoch ms, minutes are since midnight in `zone`. */
export function nearestStart(
  starts: readonly number[],
  zone: TimeZone,
  date: LocalDate,
  minutes: number,
): number | undefined {
  const distance = (start: number) => Math.abs(minutesOfDayAt(zone, start) - minutes);
  return starts
    .filter((start) => localDateAt(zone, start) === date)
    .reduce<number | undefined>(
      (best, start) => (best === undefined || distance(start) < distance(best) ? start : best),
      undefined,
    );
}

/**
 * The start that a step from `current` leads to, all in epoch ms; undefined where there is none that way. A step to another day passes
 * over days without starts and keeps the time of the day as nearly as it can.
 */
export function stepStart(
  starts: readonly number[],
  zone: TimeZone,
  current: number,
  step: WeekStep,
): number | undefined {
  const today = localDateAt(zone, current);
  const sorted = starts.toSorted((a, b) => a - b);
  if (step === 'later') return sorted.find((start) => start > current && localDateAt(zone, start) === today);
  if (step === 'earlier') return sorted.findLast((start) => start < current && localDateAt(zone, start) === today);
  const days = sorted.map((start) => localDateAt(zone, start));
  const date = step === 'day-after' ? days.find((day) => day > today) : days.findLast((day) => day < today);
  return date === undefined ? undefined : nearestStart(starts, zone, date, minutesOfDayAt(zone, current));
}
