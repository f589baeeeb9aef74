import type { Coach } from '../../contract/coach.ts';
import type { SessionType, SessionTypeBody } from '../../contract/session-type.ts';
import { sessionPrice } from '../money/session-price.ts';

/**
 * Session types made from a coach's lengths, in the same order: each with the price of its length (its own, else by the hourly rate),
 * and confirmed by the coach, as bookings of lengths are. Lengths that a type has already are left out, so that an interrupted run can
 * be repeated. `name` makes the name of a type from its length in minutes.
 */
export function typesFromLengths(
  coach: Coach,
  known: readonly Pick<SessionType, 'minutes'>[],
  name: (minutes: number) => string,
): readonly SessionTypeBody[] {
  const taken = new Set(known.map(({ minutes }) => minutes));
  const lengths = [...new Set((coach.durations ?? []).map(({ minutes }) => minutes))];
  return lengths
    .filter((minutes) => !taken.has(minutes))
    .map((minutes) => {
      const price = sessionPrice(coach, minutes);
      return {
        name: name(minutes),
        minutes,
        price: price && price.amount > 0 ? price : null,
        confirmation: 'coach',
      };
    });
}
