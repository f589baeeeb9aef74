import type { Endpoint } from '../../contract/endpoint.ts';
import { type EndpointName, endpoints } from '../../contract/endpoints.ts';

/** The result of matching a request against the contract's rows. */
type Match =
  | { readonly kind: 'endpoint'; readonly name: EndpointName; readonly params: Readonly<Record<string, string>> }
  /** The path exists, the method does not. */
  | { readonly kind: 'other_methods'; readonly methods: readonly string[] }
  | { readonly kind: 'nothing' };

interface Route {
  readonly name: EndpointName;
  readonly method: string;
  readonly segments: readonly string[];
}

const routes: readonly Route[] = Object.entries<Endpoint>(endpoints)
  .map(([name, { method, path }]) => ({ name: name as EndpointName, method, segments: segmentsOf(path) }))
  // Literal segments first: /booking/client/{client_id} before /booking/{booking_id}/status.
  .sort((a, b) => shape(a.segments).localeCompare(shape(b.segments)));

/** Finds the row of the contract for a method and a path (still percent-encoded; a slash at its end is ignored). */
export function matchRoute(method: string, path: string): Match {
  const segments = segmentsOf(path);
  const methods = new Set<string>();
  for (const route of routes) {
    const params = readParams(route.segments, segments);
    if (!params) continue;
    if (route.method === method) return { kind: 'endpoint', name: route.name, params };
    methods.add(route.method);
  }
  if (methods.size === 0) return { kind: 'nothing' };
  if (methods.has('GET')) methods.add('HEAD');
  return { kind: 'other_methods', methods: [...methods, 'OPTIONS'] };
}

function readParams(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (!isParameter(expected)) {
      if (expected !== segment) return undefined;
      continue;
    }
    const value = decode(segment);
    if (!value) return undefined;
    params[expected.slice(1, -1)] = value;
  }
  return params;
}

function segmentsOf(path: string): string[] {
  return path.replace(/\/$/, '').split('/').slice(1);
}

function isParameter(segment: string): boolean {
  return segment.startsWith('{');
}

function shape(segments: readonly string[]): string {
  return segments.map((segment) => (isParameter(segment) ? '1' : '0')).join('');
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
