import type { Endpoint } from '../../contract/endpoint.ts';
import { type EndpointName, endpoints } from '../../contract/endpoints.ts';
import { type Need, uses } from './uses.ts';

/** The result of one check. */
export interface Finding {
  /** `missing`: the call does not exist. `skipped`: it could not be checked. */
  readonly verdict: 'ok' | 'wrong' | 'missing' | 'skipped';
  readonly need: Need;
  /** `POST /booking`, or the name of the check: `two bookings at once`. */
  readonly what: string;
  /** One sentence: what was seen, what is expected, or what pages lack. */
  readonly says: string;
  /** How to mend a fault. */
  readonly cure?: string;
  /** How often it was seen. @default 1 */
  readonly times?: number;
}

/** The `what` of a finding about a trial that could not be undone. */
export const LEFT_BEHIND = 'left behind';

/** A finding about a call of the contract. */
export function finding(name: EndpointName, verdict: Finding['verdict'], says: string, cure?: string): Finding {
  return { verdict, need: uses[name].need, what: callOf(name), says, ...(cure !== undefined && { cure }) };
}

/** A fault in something that booking needs. */
export function fault(what: string, says: string, cure: string, times = 1): Finding {
  return { verdict: 'wrong', need: 'booking', what, says, cure, ...(times > 1 && { times }) };
}

/** A passed check of something that booking needs. */
export function fine(what: string, says: string): Finding {
  return { verdict: 'ok', need: 'booking', what, says };
}

/** `POST /booking` */
export function callOf(name: EndpointName): string {
  const { method, path }: Endpoint = endpoints[name];
  return `${method} ${path}`;
}

/**
 * What pages can do with a backend: `works` everything needed, `books` booking but not changing bookings, `fails` nothing. A
 * backend whose slots were not seen fails.
 */
export function verdictOn(findings: readonly Finding[]): 'works' | 'books' | 'fails' {
  const lacks = (need: Need) => findings.some((found) => found.need === need && found.verdict === 'missing');
  const seen = findings.some(({ what, verdict }) => what === callOf('getAvailability') && verdict === 'ok');
  const wasLookedAt = findings.every(({ what }) => what !== callOf('getAvailability')) || seen;
  if (!wasLookedAt || lacks('booking') || findings.some(({ verdict }) => verdict === 'wrong')) return 'fails';
  return lacks('managing') ? 'books' : 'works';
}
