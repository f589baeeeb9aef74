import type { Slot } from '../../contract/availability.ts';
import { type Instant, type LocalDate, readInstant, type TimeZone } from '../../contract/values.ts';
import type { Availability, MonthAvailability } from '../../core/availability/availability.ts';
import { addDays, addMonths, type MonthKey, monthOf, startOfMonth } from '../../domain/time/local-date.ts';
import { localDateAt } from '../../domain/time/zone.ts';

/** The visitor's position in the picker. */
export interface PickerPlace {
  readonly month: MonthKey;
  readonly day: LocalDate;
  readonly selected: Instant;
  readonly timeZone: TimeZone;
  readonly now: number;
  /** The month that the arrow keys moved to. */
  readonly walked: MonthKey;
}

/** The data that a picker shows. */
export interface PickerView {
  readonly timeZone: TimeZone;
  readonly today: LocalDate;
  readonly month: MonthKey;
  readonly status: MonthAvailability['status'];
  readonly error: MonthAvailability['error'];
  /** The number of slots by day; undefined while unknown. */
  readonly counts: ReadonlyMap<LocalDate, number> | undefined;
  /** The month has slots. */
  readonly open: boolean;
  /** The day whose times are shown; '' when there is none. */
  readonly day: LocalDate;
  readonly slots: readonly Slot[];
}

/** The month to show: the requested one, that of the chosen time or day, else the present one; no earlier month. */
function monthShown({ month, day, selected, timeZone, now }: PickerPlace): MonthKey {
  const present = monthOf(localDateAt(timeZone, now));
  const chosen = readInstant(selected);
  const wanted = month || (day && monthOf(day)) || (chosen && monthOf(localDateAt(timeZone, chosen))) || present;
  return [wanted, present].toSorted().at(-1) ?? present;
}

/** Computes the view from the availability and the visitor's position. */
export function viewOf(availability: Availability | undefined, place: PickerPlace): PickerView {
  const { timeZone, now } = place;
  const month = monthShown(place);
  const today = localDateAt(timeZone, now);
  const known: MonthAvailability = availability?.month(month) ?? { status: 'loading', days: new Map() };
  const blank = known.days.size === 0 && known.status !== 'ready' && known.status !== 'stale';
  const day = dayShown(place, month, known);
  return {
    timeZone,
    today,
    month,
    status: known.status,
    error: known.error,
    counts: blank ? undefined : countsOf(month, today, known),
    open: known.days.size > 0,
    day,
    slots: known.days.get(day) ?? [],
  };
}

/**
 * The chosen day, that of the chosen time, else the first with times, so that times are shown without a press. None while the arrow
 * keys are in another month than the chosen day.
 */
function dayShown(place: PickerPlace, month: MonthKey, { days }: MonthAvailability): LocalDate {
  const { day, selected, timeZone, walked } = place;
  if (day && monthOf(day) === month) return day;
  const chosen = readInstant(selected);
  const chosenDay = chosen ? localDateAt(timeZone, chosen) : '';
  if (chosenDay && monthOf(chosenDay) === month) return chosenDay;
  const [first = ''] = days.keys();
  return walked === month ? '' : first;
}

/** Every day from today on has a count: 0 says that nothing is open. */
function countsOf(month: MonthKey, today: LocalDate, { days }: MonthAvailability): ReadonlyMap<LocalDate, number> {
  const counts = new Map<LocalDate, number>();
  const end = startOfMonth(addMonths(month, 1));
  const first = startOfMonth(month);
  for (let date = first < today ? today : first; date < end; date = addDays(date, 1)) {
    counts.set(date, days.get(date)?.length ?? 0);
  }
  return counts;
}
