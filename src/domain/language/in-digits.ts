import { hasLatinDigits } from '../time/format.ts';

/**
 * A table of texts, rewritten in the digits of `locale`: digits differ by region, `ar` has Latin ones and `ar-EG` has not. Values passed
 * to a text (a name, an address, a date) stay as they are, and so do `Microsoft 365` and `#0a5c7a`.
 */
export function inDigits(table: unknown, locale: string): unknown {
  if (hasLatinDigits(locale)) return table;
  const numbers = new Intl.NumberFormat(locale);
  const rewrite = (texts: unknown): unknown => {
    if (typeof texts === 'function') return (...given: unknown[]) => write(texts(...given), given);
    if (typeof texts === 'string') return write(texts, []);
    return Object.fromEntries(Object.entries(texts as object).map(([name, inner]) => [name, rewrite(inner)]));
  };
  const write = (text: string, [value = '', ...others]: readonly unknown[]): string => {
    const isText = value !== '' && typeof value === 'string';
    if (isText)
      return text
        .split(value)
        .map((part) => write(part, others))
        .join(value);
    if (others.length > 0) return write(text, others);
    return text.replace(/#\w+|[A-Za-z] ?\d+|\d{1,3}(,\d{3})+|\d/g, (found) => {
      const number = Number(found.replaceAll(',', ''));
      return number >= 0 ? numbers.format(number) : found;
    });
  };
  return rewrite(table);
}
