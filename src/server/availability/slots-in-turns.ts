import type { Interval } from '../../domain/availability/interval.ts';
import { findSlots, type SlotQuery } from '../../domain/availability/slots.ts';
import { DAY_MS } from '../../domain/time/units.ts';

/** Milliseconds of computing before other calls get a turn. */
const TURN_MS = 8;
/** Days of the first part; after a quick part the next one is twice as long, after a slow one half as long. */
const FIRST_DAYS = 4;
/** Parts are not halved to fewer days: each one also reads the week before it, so shorter ones would cost more than they save. */
const FEWEST_DAYS = 8;

/** Finds slots without blocking other calls: see `createSlotFinder`. */
interface SlotFinder {
  /**
   * The slots of `findSlots`, in order.
   * @param enough stops once this many are found. @default all
   */
  find(query: SlotQuery, enough?: number): Promise<readonly Interval[]>;
}

/**
 * Makes a finder that lets the event loop answer other calls about every 8 ms. Searches that run at the same time take turns, so
 * many of them delay other calls no longer than one does.
 */
export function createSlotFinder(): SlotFinder {
  let last: Promise<void> = Promise.resolve();
  const nextTurn = (): Promise<void> => {
    last = last.then(() => new Promise((resolve) => setTimeout(resolve, 0)));
    return last;
  };

  return {
    async find(query, enough = Number.POSITIVE_INFINITY) {
      const { range } = query;
      const found: Interval[] = [];
      let days = FIRST_DAYS;
      let turnBegan = performance.now();
      for (let start = range.start; start < range.end && found.length < enough; ) {
        if (performance.now() - turnBegan >= TURN_MS) {
          await nextTurn();
          turnBegan = performance.now();
        }
        const end = Math.min(range.end, start + days * DAY_MS);
        const began = performance.now();
        found.push(...findSlots({ ...query, range: { start, end } }));
        const took = performance.now() - began;
        if (took > TURN_MS) days = Math.max(FEWEST_DAYS, Math.floor(days / 2));
        else if (took < TURN_MS / 4) days *= 2;
        start = end;
      }
      return found.slice(0, enough);
    },
  };
}
