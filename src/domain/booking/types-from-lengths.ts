import type { Coach } from '../../contract/coach.ts';
import type { SessionType, SessionTypeBody } from '../../contract/session-type.ts';
import { sessionPrice } from '../money/session-price.ts';

/**
 * The session types that a coach's lengths become, in their order: each with the price that its length has (its own, else by the hourly
 * rate), answered by the coach as requests are now. Lengths that a type has already are left out, so that it can be done again after an
 * interruption. `name` makes the name of a length in minutes.
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
