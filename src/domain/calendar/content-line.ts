/** RFC 5545 3.1: a line holds at most 75 octets, its line break not counted. */
const LINE_OCTETS = 75;

/** Writes one property: folded between characters, ended by CRLF (RFC 5545 3.1). */
export function contentLine(name: string, value: string): string {
  let out = '';
  let octets = 0;
  for (const character of `${name}:${value}`) {
    const size = octetsOf(character);
    if (octets + size > LINE_OCTETS) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return `${out}\r\n`;
}

/** Writes a TEXT value (RFC 5545 3.3.11): escaped, without control characters that could end the line. */
export function escapeText(text: string): string {
  return clean(text)
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');
}

/**
 * Writes a parameter's value, always quoted. A parameter cannot hold a double quote or a line break (RFC 5545
 * 3.2), and few readers know the escapes of RFC 6868: we write an apostrophe and a space instead.
 */
export function quoteParameter(text: string): string {
  return `"${clean(text)
    .replace(/[\n\t]+/g, ' ')
    .replace(/"/g, "'")}"`;
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

function clean(text: string): string {
  return (
    text
      // Every kind of line break, also those that only some readers know.
      .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
      .replace(/(?![\n\t])\p{Cc}/gu, '')
      // Half a surrogate pair is no character and cannot be written in UTF-8.
      .replace(/[\uD800-\uDFFF]/gu, '\uFFFD')
  );
}
