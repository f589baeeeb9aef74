/**
 * The tags under which a table of languages may have `locale` (BCP 47), the nearest first, in lower case: `zh-TW` gives `zh-tw`,
 * `zh-hant`, `zh`. Throws a RangeError for an invalid tag.
 */
export function nearestTags(locale: string): string[] {
  const { language, script } = new Intl.Locale(locale).maximize();
  const tags = [];
  for (let tag = locale; tag.includes('-'); tag = tag.slice(0, tag.lastIndexOf('-'))) tags.push(tag.toLowerCase());
  return [...tags, `${language}-${script}`.toLowerCase(), language];
}
