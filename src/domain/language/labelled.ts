/** What stands between a label and its text, where it is no colon and blank. */
const COLONS: Readonly<Record<string, string>> = { fr: '\u00a0: ', ja: '：', zh: '：' };

/** A label and what it names, with the colon of the language: `E-mail: eva@example.com`. */
export function labelled(label: string, text: string, locale: string): string {
  return `${label}${COLONS[locale.slice(0, 2)] ?? ': '}${text}`;
}
