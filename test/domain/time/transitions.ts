import { Temporal } from 'temporal-polyfill';

/** Every zone this machine's Intl knows. */
export const zones: readonly string[] = Intl.supportedValuesOf('timeZone');

/** The instants (epoch ms) at which a zone changes its offset in the years 2015 to 2035, found by Temporal. */
export function transitionsOf(zone: string, firstYear = 2015, lastYear = 2035): number[] {
  const found: number[] = [];
  let at = Temporal.PlainDate.from({ year: firstYear, month: 1, day: 1 }).toZonedDateTime(zone);
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (!next || next.toInstant().epochMilliseconds >= Date.UTC(lastYear + 1, 0)) return found;
    found.push(next.epochMilliseconds);
    at = next;
  }
}
