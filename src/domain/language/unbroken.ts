/**
 * A time of day, or two and what stands between them: a line is broken there alone. Blanks within a time are no-break spaces
 * (`11:00 Uhr`), and word joiners (U+2060) keep ideographs and syllables with their numbers (`午前9時30分～11時00分`).
 */
export function unbroken(times: string): string {
  return times
    .replace(/([^-–~ا]) (?=[^-–~ت])/g, '$1\xa0')
    .replace(/\d(?=[一-耀])|[一-耀가-힣](?=[\d一-耀가-힣])/g, '$&\u2060');
}
