/** A server's text becomes a link only when it is one: `javascript:` is not. */
export function isWebAddress(text: string | null | undefined): text is string {
  return /^https?:\/\//i.test(text ?? '');
}
