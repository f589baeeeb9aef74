import * as z from 'zod/mini';
import { languageTag } from '../../contract/language-tag.ts';

/**
 * The languages of an `Accept-Language` header (RFC 9110, 12.5.4), the most preferred first, as `Intl` writes them; tags that
 * `Intl` does not read are left out.
 */
export function acceptedLanguages(header: string | null): readonly string[] {
  const ranges = (header ?? '')
    .slice(0, 1000)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const weight = parameters
        .map((text) => /^\s*q=([\d.]+)\s*$/i.exec(text)?.[1])
        .find((found) => found !== undefined);
      return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => weight > 0 && z.safeParse(languageTag, tag).success)
    .sort((a, b) => b.weight - a.weight);
  return ranges.map(({ tag }) => canonicalTag(tag)).filter((tag) => tag !== undefined);
}

/** The tag as `Intl` writes it; undefined when it is none. */
export function canonicalTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
