import { english } from '../../../src/elements/i18n/languages/english.ts';
import type { Messages } from '../../../src/elements/i18n/messages.ts';

/** Letters with marks, which look like the English ones and are not. */
const MARKED: Readonly<Record<string, string>> = {
  a: 'áá',
  e: 'éé',
  i: 'íí',
  o: 'óó',
  u: 'úú',
  y: 'ýý',
  n: 'ñ',
  s: 'š',
  c: 'ç',
};

/** Letters that nobody sees and that take no room: four of them are the digits of a number. */
const UNSEEN = '\u2061\u2062\u2063\u2064';

/** The names of all texts, such as `bookings.title.client`, in the order of their numbers. */
export const textNames: string[] = [];

/** A number that stands unseen behind the bracket of each text, so that one on the page can be told from others with the same words. */
function numbered(name: string): string {
  const digits = textNames.push(name).toString(UNSEEN.length).padStart(6, '0');
  return [...digits].map((digit) => UNSEEN[Number(digit)]).join('');
}

/** The names of the texts that `words` were made of. */
export function namesOf(words: readonly string[]): readonly string[] {
  return words.flatMap((text) =>
    [...text.matchAll(/⟦([\u2061-\u2064]{6})/g)].map(([, letters = '']) => {
      const digits = [...letters].map((letter) => UNSEEN.indexOf(letter)).join('');
      return textNames[Number.parseInt(digits, UNSEEN.length) - 1] ?? '';
    }),
  );
}

/** A text in brackets, with marks, about 40 % longer; `values`, which the text was given, stay as they are. */
function marked(text: string, values: readonly string[], mark: string): string {
  const parts = values.reduce<readonly string[]>(
    (all, value) =>
      all.flatMap((part) =>
        values.includes(part) ? [part] : part.split(value).flatMap((each, index) => (index ? [value, each] : [each])),
      ),
    [text],
  );
  const words = parts.map((part) =>
    values.includes(part) ? part : part.replace(/[a-z]/g, (letter) => MARKED[letter] ?? letter),
  );
  return `⟦${mark}${words.join('')}⟧`;
}

function pseudo(table: unknown, name: string): unknown {
  if (typeof table === 'string') return marked(table, [], numbered(name));
  if (typeof table === 'function') {
    const mark = numbered(name);
    return (...values: unknown[]) =>
      marked(
        table(...values),
        values.filter((value): value is string => typeof value === 'string' && value !== ''),
        mark,
      );
  }
  const named = Object.entries(table as object).map(([key, inner]) => [
    key,
    pseudo(inner, name ? `${name}.${key}` : key),
  ]);
  return Object.fromEntries(named);
}

/** Every text of the elements, each to be told from English: what stands on the page without brackets is from no table. */
export const pseudoLanguage = pseudo(english, '') as Messages;
