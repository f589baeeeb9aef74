/** Origins that may call from a browser: all, or these. */
export type AllowOrigins = '*' | readonly string[];

/** The reply to a preflight (or any OPTIONS) for a path with these methods. */
export function preflight(methods: readonly string[]): Response {
  return new Response(null, {
    status: 204,
    headers: {
      allow: methods.join(', '),
      'access-control-allow-methods': methods.join(', '),
      'access-control-allow-headers': 'Authorization, Content-Type, Idempotency-Key, If-Match, Last-Event-ID',
      'access-control-max-age': '7200',
    },
  });
}

/** Lets the caller's page read the reply. No cookies are used, so credentials are never allowed. */
export function allowOrigin(headers: Headers, origin: string | null, allowed: AllowOrigins): void {
  headers.set('access-control-expose-headers', 'ETag, Location, Retry-After');
  if (allowed === '*') {
    headers.set('access-control-allow-origin', '*');
    return;
  }
  headers.append('vary', 'Origin');
  if (origin && allowed.includes(origin)) headers.set('access-control-allow-origin', origin);
}
