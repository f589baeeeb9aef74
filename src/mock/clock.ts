import { readInstant } from '../contract/values.ts';
import type { Clock } from '../server/ports.ts';

/** A clock that can be set and ticks on from there. */
export interface MockClock extends Clock {
  /** `2025-11-05T10:30:00Z`, or `real` for the machine's time. Throws a RangeError for anything else. */
  set(time: string): void;
  /** Moves the clock ahead by `ms` milliseconds. */
  advance(ms: number): void;
}

/** `time` as for `set`. */
export function createMockClock(time: string): MockClock {
  let ahead = aheadAt(time);
  return {
    now: () => Date.now() + ahead,
    set(next) {
      ahead = aheadAt(next);
    },
    advance(ms) {
      ahead += ms;
    },
  };
}

function aheadAt(time: string): number {
  if (time === 'real') return 0;
  const instant = readInstant(time);
  if (instant === undefined) throw new RangeError(`"${time}" is not a time: write 2025-11-05T10:30:00Z, or "real"`);
  return instant - Date.now();
}
