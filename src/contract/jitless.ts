import * as z from 'zod/mini';

/**
 * Has schemas never compile themselves: zod tries `new Function` for speed, and a page with a strict Content-Security-Policy
 * reports the try as a violation.
 */
export function withoutEval(): void {
  z.config({ jitless: true });
}
