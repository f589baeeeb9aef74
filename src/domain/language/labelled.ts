/** The separator of a label and its text, in languages where it is not a colon and a blank. */
const COLONS: Readonly<Record<string, string>> = { fr: '\u00a0: ', ja: '：', zh: '：' };

/** A label and its text, with the colon of the language: `E-mail: eva@example.com`. */
export function labelled(label: string, text: string, locale: string): string {
  return label + (COLONS[locale.slice(0, 2)] ?? ': ') + text;
}
