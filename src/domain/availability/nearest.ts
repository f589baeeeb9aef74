import { readInstant } from '../../contract/values.ts';

/**
 * The `count` slots that start closest to `start` (a wire instant), the closest first and the earlier of two equally
 * close; slots whose start cannot be read are left out.
 */
export function nearestSlots<Slot extends { readonly start: string }>(
  slots: readonly Slot[],
  start: string,
  count: number,
): Slot[] {
  const wanted = readInstant(start);
  if (wanted === undefined) return [];
  return slots
    .flatMap((slot) => {
      const at = readInstant(slot.start);
      return at === undefined ? [] : [{ slot, at, away: Math.abs(at - wanted) }];
    })
    .sort((a, b) => a.away - b.away || a.at - b.at)
    .slice(0, count)
    .map(({ slot }) => slot);
}
