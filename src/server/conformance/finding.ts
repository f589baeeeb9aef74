import type { Endpoint } from '../../contract/endpoint.ts';
import { type EndpointName, endpoints } from '../../contract/endpoints.ts';
import { type Need, uses } from './uses.ts';

/** What came of one check. */
export interface Finding {
  /** `missing`: there is no such call. `skipped`: it could not be looked at. */
  readonly verdict: 'ok' | 'wrong' | 'missing' | 'skipped';
  readonly need: Need;
  /** `POST /booking`, or what was tried: `two bookings at once`. */
  readonly what: string;
  /** What was seen, what is expected, or what it costs: one sentence, however often it was seen. */
  readonly says: string;
  /** What to do about it, where something is wrong. */
  readonly cure?: string;
  /** How often it was seen; once when left out. */
  readonly times?: number;
}

/** `what` of a finding about a trial that could not be undone. */
export const LEFT_BEHIND = 'left behind';

/** What was found of a call of the contract. */
export function finding(name: EndpointName, verdict: Finding['verdict'], says: string, cure?: string): Finding {
  return { verdict, need: uses[name].need, what: callOf(name), says, ...(cure !== undefined && { cure }) };
}

/** Something that is needed to book and is not as it has to be. */
export function fault(what: string, says: string, cure: string, times = 1): Finding {
  return { verdict: 'wrong', need: 'booking', what, says, cure, ...(times > 1 && { times }) };
}

/** Something that is needed to book and is as it has to be. */
export function fine(what: string, says: string): Finding {
  return { verdict: 'ok', need: 'booking', what, says };
}

/** `POST /booking` */
export function callOf(name: EndpointName): string {
  const { method, path }: Endpoint = endpoints[name];
  return `${method} ${path}`;
}

/**
 * What pages can do with a backend: everything that is needed, book but not look after what was booked, or nothing. A backend
 * whose times were not seen is not one that pages can work with.
 */
export function verdictOn(findings: readonly Finding[]): 'works' | 'books' | 'fails' {
  const lacks = (need: Need) => findings.some((found) => found.need === need && found.verdict === 'missing');
  const seen = findings.some(({ what, verdict }) => what === callOf('getAvailability') && verdict === 'ok');
  const wasLookedAt = findings.every(({ what }) => what !== callOf('getAvailability')) || seen;
  if (!wasLookedAt || lacks('booking') || findings.some(({ verdict }) => verdict === 'wrong')) return 'fails';
  return lacks('managing') ? 'books' : 'works';
}
