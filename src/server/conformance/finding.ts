import type { Endpoint } from '../../contract/endpoint.ts';
import { type EndpointName, endpoints } from '../../contract/endpoints.ts';
import { type Need, uses } from './uses.ts';

/** What came of one check. */
export interface Finding {
  readonly verdict: 'ok' | 'wrong' | 'missing' | 'skipped';
  readonly need: Need;
  /** `POST /booking`, or `CORS` and the like. */
  readonly what: string;
  /** What was seen, what is expected, or what it costs. */
  readonly says: string;
}

/** What was found of a call of the contract. */
export function finding(name: EndpointName, verdict: Finding['verdict'], says: string): Finding {
  const { method, path }: Endpoint = endpoints[name];
  return { verdict, need: uses[name].need, what: `${method} ${path}`, says };
}

/** What pages can do with a backend: everything that is needed, book but not look after what was booked, or nothing. */
export function verdictOn(findings: readonly Finding[]): 'works' | 'books' | 'fails' {
  const lacks = (need: Need) => findings.some((found) => found.need === need && found.verdict === 'missing');
  if (lacks('booking') || findings.some(({ verdict }) => verdict === 'wrong')) return 'fails';
  return lacks('managing') ? 'books' : 'works';
}
