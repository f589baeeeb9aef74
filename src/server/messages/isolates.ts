import { plainLine } from './plain-line.ts';

/** First strong isolate, and the end of an isolate (UAX #9, 2.4): text between them does not change the direction of the text around it. */
const [OPEN, CLOSE] = ['\u2068', '\u2069'];
const EACH_MARK = new RegExp(`([${OPEN}${CLOSE}])`);

const RIGHT_TO_LEFT_SCRIPTS = [
  'Hebrew',
  'Arabic',
  'Syriac',
  'Thaana',
  'Nko',
  'Adlam',
  'Samaritan',
  'Mandaic',
  'Hanifi_Rohingya',
];
const rtlLetter = `[${RIGHT_TO_LEFT_SCRIPTS.map((script) => `\\p{Script=${script}}`).join('')}]`;
const letters = {
  rtl: new RegExp(`(?=\\p{L})${rtlLetter}`, 'u'),
  ltr: new RegExp(`(?!${rtlLetter})\\p{L}`, 'u'),
};

/** A direction of writing. */
export type Direction = 'ltr' | 'rtl';

/** True for text with letters that are written against this direction. */
export function runsAgainst(text: string, direction: Direction): boolean {
  return letters[direction === 'rtl' ? 'ltr' : 'rtl'].test(text);
}

/** One line for a sentence of this direction: isolated where it would turn the words around it. */
export function isolate(line: string, direction: Direction): string {
  return runsAgainst(line, direction) ? `${OPEN}${line}${CLOSE}` : line;
}

/** A sentence as one line: isolates stay when each one is closed, and the rest is as in `plainLine`. */
export function plainSentence(text: string): string {
  const parts = text.split(EACH_MARK).filter((part) => part !== '');
  let depth = 0;
  for (const part of parts) {
    depth += part === OPEN ? 1 : part === CLOSE ? -1 : 0;
    if (depth < 0) break;
  }
  if (depth !== 0) return plainLine(text);
  return parts
    .map((part) => (part === OPEN || part === CLOSE ? part : keepBlanks(part)))
    .join('')
    .trim();
}

/** `plainLine`, which keeps a blank at either end. */
function keepBlanks(part: string): string {
  const line = plainLine(part);
  if (line === '') return ' ';
  return `${/^\s/.test(part) ? ' ' : ''}${line}${/\s$/.test(part) ? ' ' : ''}`;
}

/** Text with its line breaks; each line is a sentence. */
export function plainText(text: string): string {
  return text
    .split(/\r\n?|[\n\u0085\u2028\u2029]/)
    .map(plainSentence)
    .join('\n')
    .trim();
}
