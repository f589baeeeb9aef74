import type { Coach } from '../../contract/coach.ts';
import type { Price } from '../../contract/values.ts';
import { minorAmount } from './minor-digits.ts';

/**
 * The total price of a session of this length: the coach's price for the length, else their hourly rate times the length. Undefined
 * where neither is known.
 */
export function sessionPrice(coach: Coach | undefined, minutes: number): Price | undefined {
  const { durations, hourly_rate: rate, currency } = coach ?? {};
  const own = durations?.find((offered) => offered.minutes === minutes)?.price;
  if (own) return own;
  return rate && currency ? { amount: minorAmount((rate * minutes) / 60, currency), currency } : undefined;
}
