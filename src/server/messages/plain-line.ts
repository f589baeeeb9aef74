/** Characters that change the direction of what follows (UAX #9), zero-width ones and control characters. */
const INVISIBLE = /[\p{Cc}\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]+/gu;

/** The beginning of an encoded word (RFC 2047, 2): a mail program would read something else than what is written. */
const ENCODED_WORD = /=\?(?=[^\s?]+\?[bq]\?)/gi;

/** What others wrote, as one line: nothing in it can begin another line, reverse the text after it, or hide. */
export function plainLine(text: string): string {
  return text
    .replace(/[\uD800-\uDFFF]/gu, '\uFFFD')
    .replace(INVISIBLE, ' ')
    .replace(/ +/g, ' ')
    .replace(ENCODED_WORD, '= ?')
    .trim();
}
