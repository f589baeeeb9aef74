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

/** A text in brackets, with marks, about 40 % longer; `values`, which the text was given, stay as they are. */
function marked(text: string, values: readonly string[]): string {
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
  return `⟦${words.join('')}⟧`;
}

function pseudo(table: unknown): unknown {
  if (typeof table === 'string') return marked(table, []);
  if (typeof table === 'function') {
    return (...values: unknown[]) =>
      marked(
        table(...values),
        values.filter((value): value is string => typeof value === 'string' && value !== ''),
      );
  }
  return Object.fromEntries(Object.entries(table as object).map(([name, inner]) => [name, pseudo(inner)]));
}

/** Every text of the elements, each to be told from English: what stands on the page without brackets is from no table. */
export const pseudoLanguage = pseudo(english) as Messages;
