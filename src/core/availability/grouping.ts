import type { Slot } from '../../contract/availability.ts';
import type { LocalDate, TimeZone } from '../../contract/values.ts';
import { groupByDay } from '../../domain/availability/by-day.ts';
import type { MonthKey } from '../../domain/time/local-date.ts';

/** Slots by the visitor's day. */
export type SlotsByDay = ReadonlyMap<LocalDate, readonly Slot[]>;

/** Groups a month's slots by day; returns the same map as before while nothing in it changed. */
export function createGrouping(): (month: MonthKey, zone: TimeZone, slots: readonly Slot[]) => SlotsByDay {
  const last = new Map<MonthKey, { zone: TimeZone; slots: readonly Slot[]; days: SlotsByDay }>();
  return (month, zone, slots) => {
    const known = last.get(month);
    const same = known?.zone === zone && known.slots.length === slots.length;
    if (same && slots.every((slot, index) => equal(slot, known.slots[index]))) return known.days;
    const days = groupByDay(slots, zone);
    last.set(month, { zone, slots, days });
    return days;
  };
}

function equal(one: Slot, other: Slot | undefined): boolean {
  return one.start === other?.start && one.end === other.end;
}
