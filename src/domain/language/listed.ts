/** The separator of a list's parts, in languages where it is not a comma and a blank. */
const COMMAS: Readonly<Record<string, string>> = { ar: '، ', fa: '، ', ja: '、', zh: '，' };

/** The comma of a language and the blank after it. */
export function comma(locale: string): string {
  return COMMAS[locale.slice(0, 2)] ?? ', ';
}

/**
 * Facts or names next to each other with the comma of the language: `Tuesday 18 November, 4 times open`. Empty ones are left out. For
 * parts that are no sentence: `Intl.ListFormat` puts "and" between them, or a blank alone, according to the language.
 */
export function listed(parts: readonly (string | null | undefined | false)[], locale: string): string {
  return parts.filter(Boolean).join(comma(locale));
}

/** A day and a time of it, both written already: `Tuesday 18 November, 15:00`. */
export function dayAndTime(day: string, time: string, locale: string): string {
  return /^(ja|ko|zh)/.test(locale) ? `${day} ${time}` : listed([day, time], locale);
}
