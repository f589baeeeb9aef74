import { createHash } from 'node:crypto';

/**
 * Adds the security headers of a page: nothing is loaded from or sent to another host, only inline scripts of the original file run
 * (CSP Level 3, 2.3.1), other sites cannot frame it. Styles may be inline. Replies that are no page get `nosniff` only.
 * `makesFunctions` is for a page whose framework compiles templates in the browser.
 */
export async function withPagePolicy(
  reply: Response,
  { makesFunctions = false }: { readonly makesFunctions?: boolean } = {},
): Promise<Response> {
  reply.headers.set('x-content-type-options', 'nosniff');
  if (!reply.headers.get('content-type')?.startsWith('text/html')) return reply;
  const html = await reply.text();
  const scripts = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)];
  const hashes = scripts.map(([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`);
  const policy = [
    "default-src 'self'",
    ["script-src 'self'", ...(makesFunctions ? ["'unsafe-eval'"] : []), ...hashes].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob: https:",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'self'",
  ];
  const headers = new Headers(reply.headers);
  headers.set('content-security-policy', policy.join('; '));
  headers.set('referrer-policy', 'strict-origin-when-cross-origin');
  return new Response(html, { status: reply.status, headers });
}
