import type { EarlierMessages, Messages } from './messages.ts';

const locales = new Map<string, Messages>();

/**
 * Adds the texts of a language (`de`, `pt-BR`). The type requires every text, so a missing one does not compile.
 * Call it before the elements are on the page, or again with the same tag to replace it.
 *
 * @example
 * import { defineLocale } from '@culturebridge/booking/elements';
 * import { german } from './german.js'; // export const german: Messages = { picker: { … }, week: { … }, … }
 *
 * defineLocale('de', german);
 */
export function defineLocale(tag: string, messages: Messages | EarlierMessages): void {
  const { openings: nextTimes, ownDay: visitorCalendar, ...same } = messages as EarlierMessages;
  locales.set(tag.toLowerCase(), { nextTimes, visitorCalendar, ...same });
}

/** True for English, which every element contains, and for added languages. */
export function hasTexts(locale: string): boolean {
  return /^en\b/i.test(locale) || textsOf(locale) !== undefined;
}

/** The texts of one group in the language nearest to `locale`; else English, which every element contains. */
export function messagesFor<G extends keyof Messages>(group: G, english: Messages[G], locale: string): Messages[G] {
  return textsOf(locale)?.[group] ?? english;
}

/** `pt-BR`, else `pt`. */
function textsOf(locale: string): Messages | undefined {
  for (let tag = locale.toLowerCase(); tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
    const messages = locales.get(tag);
    if (messages) return messages;
  }
  return undefined;
}
