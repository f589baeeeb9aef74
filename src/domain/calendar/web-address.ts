const EMAIL = /^[^\s@<>()[\],;:\\"\p{Cc}]+@[^\s@<>()[\],;:\\"\p{Cc}]+$/u;

/**
 * The address, encoded, when it is an absolute `http:` or `https:` one; else undefined. Every address that comes
 * from a server or a person goes through this before it is stored, written into a file or made a link: `javascript:` and line
 * breaks (which `URL` drops silently) are refused.
 */
export function webAddress(text: string | null | undefined): string | undefined {
  const address = text?.trim() ?? '';
  if (/\p{Cc}/u.test(address) || !/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  return new URL(address).href;
}

/** The address of a picture: a web address, or the picture itself as `data:image/…`; else `undefined`. */
export function pictureAddress(text: string | null | undefined): string | undefined {
  return /^data:image\/[\w.+-]+[;,]/i.test(text ?? '') ? (text ?? undefined) : webAddress(text);
}

/**
 * `mailto:` for one plain e-mail address, with special characters encoded (RFC 6068, 2), so that
 * `a?bcc=b@example.com` adds no recipient; `undefined` for anything else.
 */
export function mailto(email: string | null | undefined): string | undefined {
  if (!EMAIL.test(email ?? '')) return undefined;
  return `mailto:${encodeURIComponent(email ?? '')
    .replace('%40', '@')
    .replaceAll('%2B', '+')}`;
}
