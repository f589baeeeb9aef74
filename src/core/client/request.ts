import type { Endpoint } from '../../contract/endpoint.ts';
import { BookingError } from '../errors.ts';

/** The three parts of a request that a row may name, untyped. */
export interface RequestParts {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** One row with its parameters filled in. */
export interface PreparedRequest {
  /** `GET https://api.example.com/booking/…`: how errors name it. */
  readonly label: string;
  readonly url: string;
  readonly json: unknown;
}

/**
 * Fills a row's path and query. Rejects a path parameter that is empty, `.` or `..` with kind `invalid`:
 * URL parsing would fold it, also percent-encoded, into the address of another call.
 */
export function prepareRequest(api: string, endpoint: Endpoint, parts: RequestParts): PreparedRequest {
  const base = api.replace(/\/+$/, '');
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(parts.params?.[name] ?? '');
    if (/^\.{0,2}$/.test(value)) {
      throw new BookingError({
        kind: 'invalid',
        request: `${endpoint.method} ${base}${endpoint.path}`,
        detail: `${name} is ${value === '' ? 'empty' : `"${value}"`}`,
        fields: [{ field: `params.${name}`, message: 'must be an id' }],
      });
    }
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parts.query ?? {})) {
    if (value !== undefined && value !== null) search.set(name, String(value));
  }
  const query = search.size > 0 ? `?${search}` : '';
  return { label: `${endpoint.method} ${base}${path}`, url: `${base}${path}${query}`, json: parts.body };
}
