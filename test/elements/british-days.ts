const hasComma = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })
  .format(0)
  .includes(',');

/**
 * A text with days in British English, as this browser's `Intl` writes them: "Wednesday 5 November" of one version of CLDR is
 * "Wednesday, 5 November" in another.
 */
export const britishDays = (text: string): string =>
  hasComma ? text.replace(/\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(\w*) (\d)/g, '$1$2, $3') : text;
