import { english } from '../../../src/elements/i18n/languages/english.ts';
import { languages } from '../../../src/elements/i18n/loading/languages.ts';
import { fromNoTable } from './words-on-show.ts';

/** All words of a table, in lower case; functions are called. */
function wordsOfTable(table: unknown): readonly string[] {
  if (typeof table === 'string') return table.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  if (typeof table === 'function') return wordsOfTable(table(71, 72, 73, 74));
  return Object.values(table as object).flatMap(wordsOfTable);
}

/**
 * Finds the texts that hold English words in a language with a table of its own: in Latin letters, each word of the English table that
 * the language's own has not; in other letters, two Latin ones in a row that its table has not either.
 */
export async function englishIn(tag: string) {
  const start = await languages[tag]?.();
  if (!start) throw new Error(`${tag} has no texts`);
  const parts = await Promise.all(Object.values(start.parts).map((load) => load()));
  const own = new Set([start.journey, ...parts].flatMap(wordsOfTable));
  const foreign = new Set(wordsOfTable(english).filter((word) => !own.has(word)));
  const isLatin = /^[\p{Script=Latin}\s]+$/u.test(new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? '');
  return (texts: readonly string[], data: ReadonlySet<string>): readonly string[] => {
    const strange = fromNoTable(texts, data);
    const said = new Set([...data].flatMap(wordsOfTable));
    return strange.filter((text) =>
      (text.toLowerCase().match(/\p{L}{3,}/gu) ?? []).some(
        (word) => !said.has(word) && (isLatin ? foreign.has(word) : /^[a-z]+$/.test(word) && !own.has(word)),
      ),
    );
  };
}
