import { type Instant, writeInstant } from '../../contract/values.ts';
import { DAY_MS } from '../../domain/time/units.ts';

const TWO_DIGITS = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));

/**
 * Makes a `writeInstant` for many instants of few days: the day is written anew only where it changes. A month of slots has some
 * thousand instants, and making a `Date` of each took longer than to find the slots.
 */
export function createInstantWriter(): (epochMs: number) => Instant {
  let day = Number.NaN;
  let dayText = '';
  return (epochMs) => {
    const today = Math.floor(epochMs / DAY_MS);
    if (today !== day) {
      day = today;
      dayText = writeInstant(today * DAY_MS).slice(0, 11);
    }
    const seconds = Math.floor((epochMs - today * DAY_MS) / 1000);
    const minutes = Math.floor(seconds / 60);
    return `${dayText}${TWO_DIGITS[Math.floor(minutes / 60)]}:${TWO_DIGITS[minutes % 60]}:${TWO_DIGITS[seconds % 60]}Z`;
  };
}
