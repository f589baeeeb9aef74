import { writeInstant } from '../../contract/values.ts';
import { describeWhen, type Reading, type When } from '../words/session-time.ts';

/** Where a list's times are, with the offset of today (`now` in epoch ms): rows say their own where it differs. */
export function zoneOf(reading: Reading, now: number): Pick<When, 'city' | 'offset'> {
  const today = writeInstant(now);
  return describeWhen(today, today, reading);
}
