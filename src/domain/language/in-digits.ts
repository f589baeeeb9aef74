import { remember } from '../time/remember.ts';

/** Latin digits and marks, and what a language writes in their place; empty where it has Latin digits. */
const marksOf = remember(8, (locale): Readonly<Record<string, string | undefined>> => {
  const numbers = new Intl.NumberFormat(locale);
  const [one, comma] = numbers.format(1000);
  if (one === '1') return {};
  const digits = [...'0123456789'].map((digit) => [digit, numbers.format(+digit)]);
  return { ...Object.fromEntries(digits), ',': comma, '.': numbers.format(1.5)[1] };
});

/**
 * A table of texts with the digits of `locale`. A table counts in those of its language, and these differ by region: `ar` has Latin
 * ones, `ar-EG` has not. What a text is given (a name, an address, a date) stays as it is.
 */
export function inDigits(table: unknown, locale: string): unknown {
  const marks = marksOf(locale);
  if (!marks[0]) return table;
  const write = (text: string, [value, ...others]: readonly unknown[]): string => {
    if (typeof value === 'string') {
      return text
        .split(value)
        .map((part) => write(part, others))
        .join(value);
    }
    if (others.length > 0) return write(text, others);
    // Names such as Microsoft 365 and colors such as #0a5c7a stay as they are.
    return text.replace(/#\w+|[A-Za-z] ?\d+|\d|(?<=\d)[,.](?=\d)/g, (mark) => marks[mark] ?? mark);
  };
  const rewrite = (texts: unknown): unknown => {
    if (typeof texts === 'string') return write(texts, []);
    if (typeof texts === 'function') return (...given: unknown[]) => write(texts(...given), given);
    return Object.fromEntries(Object.entries(texts as object).map(([name, inner]) => [name, rewrite(inner)]));
  };
  return rewrite(table);
}
