import { type LocalDate, readInstant } from '../../contract/values.ts';
import { localDateAt } from '../time/zone.ts';

/** Slots (wire instants) by the day they start on in `zone`, the visitor's; days and slots in order of time. */
export function groupByDay<Slot extends { readonly start: string }>(
  slots: readonly Slot[],
  zone: string,
): Map<LocalDate, Slot[]> {
  const timed = slots.flatMap((slot) => {
    const at = readInstant(slot.start);
    return at === undefined ? [] : [{ slot, at }];
  });
  const days = new Map<LocalDate, Slot[]>();
  for (const { slot, at } of timed.sort((a, b) => a.at - b.at)) {
    const date = localDateAt(zone, at);
    const day = days.get(date);
    if (day) day.push(slot);
    else days.set(date, [slot]);
  }
  return days;
}
