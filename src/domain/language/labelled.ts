/** The separator of a label and its text, in languages where it is not a colon and a blank. */
const COLONS: Readonly<Record<string, string>> = { fr: '\u00a0: ', ja: '：', zh: '：' };

const colon = (locale: string): string => COLONS[locale.slice(0, 2)] ?? ': ';

/** A label and its text, with the colon of the language: `E-mail: eva@example.com`. */
export function labelled(label: string, text: string, locale: string): string {
  return label + colon(locale) + text;
}

/** A label whose text is elsewhere, below it or in a box of its own: `E-mail:`. */
export function labelAlone(label: string, locale: string): string {
  return label + colon(locale).trimEnd();
}
