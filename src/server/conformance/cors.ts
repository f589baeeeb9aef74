import type { Endpoint } from '../../contract/endpoint.ts';
import { type EndpointName, endpoints } from '../../contract/endpoints.ts';
import type { Backend, Outcome } from './backend.ts';
import type { Finding } from './finding.ts';

/** Methods that need no preflight. */
const SIMPLE = ['GET', 'HEAD', 'POST'];
/** The headers that a page sends with each call, and that must be allowed. */
const asked: Readonly<Partial<Record<EndpointName, readonly string[]>>> = {
  getAvailability: [],
  createBooking: ['authorization', 'content-type', 'idempotency-key'],
  cancelBooking: ['authorization'],
  updateBookingStatus: ['authorization', 'content-type'],
};

/** Checks whether a page of another origin may call, by the rules of the Fetch standard. */
export async function checkCors(backend: Backend, origin: string, reply: Outcome): Promise<Finding[]> {
  const findings = [readable(origin, reply)];
  for (const [name, headers] of Object.entries(asked) as [EndpointName, readonly string[]][]) {
    if (headers.length === 0) continue;
    const { method, path }: Endpoint = endpoints[name];
    const fault = preflightFault(origin, method, headers, await backend.preflight(name, headers));
    findings.push({
      what: `CORS ${method} ${path}`,
      need: name === 'createBooking' ? 'booking' : 'managing',
      verdict: fault === undefined ? 'ok' : 'missing',
      says: fault ?? 'a page of another origin may call',
    });
  }
  return findings;
}

function readable(origin: string, outcome: Outcome): Finding {
  const headers = outcome.kind === 'reply' ? outcome.headers : new Headers();
  const allowed = isAllowed(origin, headers);
  const exposed = /\*|retry-after/i.test(headers.get('access-control-expose-headers') ?? '');
  return {
    what: 'CORS replies',
    need: 'booking',
    verdict: allowed ? 'ok' : 'missing',
    says: !allowed
      ? `replies need Access-Control-Allow-Origin: ${origin} (or *), errors too`
      : exposed
        ? 'a page of another origin may read replies'
        : 'readable; Access-Control-Expose-Headers: Retry-After, ETag, Location would let pages count down a wait',
  };
}

function preflightFault(origin: string, method: string, wanted: readonly string[], outcome: Outcome) {
  if (outcome.kind === 'failed') return outcome.why;
  const { status, headers } = outcome;
  if (status < 200 || status > 299) return `OPTIONS answered ${status}: a browser then does not send the call`;
  if (!isAllowed(origin, headers)) return `OPTIONS needs Access-Control-Allow-Origin: ${origin} (or *)`;
  const methods = listed(headers.get('access-control-allow-methods'));
  if (!SIMPLE.includes(method) && !methods.includes(method.toLowerCase()) && !methods.includes('*')) {
    return `Access-Control-Allow-Methods must name ${method}`;
  }
  const allowed = listed(headers.get('access-control-allow-headers'));
  // `*` does not include Authorization (Fetch standard, CORS-preflight fetch).
  const lacking = wanted.filter(
    (name) => !allowed.includes(name) && (name === 'authorization' || !allowed.includes('*')),
  );
  return lacking.length > 0 ? `Access-Control-Allow-Headers must name ${lacking.join(', ')}` : undefined;
}

function isAllowed(origin: string, headers: Headers): boolean {
  const allowed = headers.get('access-control-allow-origin');
  return allowed === '*' || allowed === origin;
}

function listed(header: string | null): string[] {
  return (header ?? '').split(',').map((name) => name.trim().toLowerCase());
}
