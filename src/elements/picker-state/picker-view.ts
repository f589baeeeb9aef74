import type { Slot } from '../../contract/availability.ts';
import { type Instant, type LocalDate, readInstant, type TimeZone } from '../../contract/values.ts';
import type { Availability, MonthAvailability } from '../../core/availability/availability.ts';
import { isMostlyOver } from '../../domain/month/grid.ts';
import {
  addDays,
  addMonths,
  type MonthKey,
  monthOf,
  startOfMonth,
  type Weekday,
} from '../../domain/time/local-date.ts';
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
  readonly firstWeekday: Weekday;
}

/** The data that a picker shows. */
export interface PickerView {
  readonly timeZone: TimeZone;
  readonly today: LocalDate;
  readonly month: MonthKey;
  /** Today, late in the present month: its remaining weeks are shown, then weeks of the next month. Empty otherwise. */
  readonly from: LocalDate;
  readonly status: MonthAvailability['status'];
  readonly error: MonthAvailability['error'];
  /** True while some of the days on show are unknown. */
  readonly loading: boolean;
  /** The number of slots by day; undefined while unknown. */
  readonly counts: ReadonlyMap<LocalDate, number> | undefined;
  /** True when the days on show have slots. */
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
  const next = addMonths(month, 1);
  const following = month === monthOf(today) && isMostlyOver(today, place.firstWeekday) && availability?.month(next);
  const goesOn = following && following.status !== 'error' ? following : undefined;
  const known = joined(availability?.month(month) ?? { status: 'loading', days: new Map() }, goesOn);
  const blank = known.days.size === 0 && known.status !== 'ready' && known.status !== 'stale';
  const isWaiting = goesOn?.status === 'loading';
  const last = goesOn && !isWaiting ? next : month;
  const day = dayShown(place, [month, last], known);
  return {
    timeZone,
    today,
    month,
    from: goesOn ? today : '',
    status: known.status,
    error: known.error,
    loading: known.status === 'loading' || isWaiting,
    counts: blank ? undefined : countsOf(month, last, today, known),
    open: known.days.size > 0,
    day,
    slots: known.days.get(day) ?? [],
  };
}

/** Joins a month with the one shown after it. Slots of the first are shown while the second is loading. */
function joined(month: MonthAvailability, next: MonthAvailability | undefined): MonthAvailability {
  if (!next) return month;
  const days = new Map([...month.days, ...next.days]);
  const waits = month.status === 'ready' && next.status !== 'ready';
  return { ...month, days, status: !waits ? month.status : days.size > 0 ? 'stale' : next.status };
}

/**
 * The chosen day, that of the chosen time, else the first with times, so that times are shown without a press. None while the arrow
 * keys are in another month than the chosen day.
 */
function dayShown(place: PickerPlace, months: readonly MonthKey[], { days }: MonthAvailability): LocalDate {
  const { day, selected, timeZone, walked } = place;
  if (day && months.includes(monthOf(day))) return day;
  const chosen = readInstant(selected);
  const chosenDay = chosen ? localDateAt(timeZone, chosen) : '';
  if (chosenDay && months.includes(monthOf(chosenDay))) return chosenDay;
  const [first = ''] = days.keys();
  return walked === months[0] ? '' : first;
}

/** Every day from today on has a count: 0 says that nothing is open. */
function countsOf(
  month: MonthKey,
  last: MonthKey,
  today: LocalDate,
  { days }: MonthAvailability,
): ReadonlyMap<LocalDate, number> {
  const counts = new Map<LocalDate, number>();
  const end = startOfMonth(addMonths(last, 1));
  const first = startOfMonth(month);
  for (let date = first < today ? today : first; date < end; date = addDays(date, 1)) {
    counts.set(date, days.get(date)?.length ?? 0);
  }
  return counts;
}
