/** Seconds to wait: `Retry-After` (RFC 9110, seconds or a date), or, where CORS hides it, the number in the sentence. */
export function retryAfterSeconds(response: Response, detail?: string): number | undefined {
  const header = response.headers.get('retry-after') ?? '';
  if (/^\d+$/.test(header)) return Number(header);
  const date = header === '' ? Number.NaN : Date.parse(header);
  if (!Number.isNaN(date)) return Math.max(0, Math.ceil((date - Date.now()) / 1000));
  const words = response.status === 429 ? /(\d+)\s*s(?:ec|\b)/.exec(detail ?? '') : null;
  return words?.[1] === undefined ? undefined : Number(words[1]);
}
