import type { Messages } from './messages.ts';

const locales = new Map<string, Messages>();

/**
 * Adds the texts of a language (`de`, `pt-BR`). The type asks for every text, so one that is missing does not compile.
 * Call it before the elements are on the page, or again with the same tag to replace it.
 */
export function defineLocale(tag: string, messages: Messages): void {
  locales.set(tag.toLowerCase(), messages);
}

/** The texts of one group in the language nearest to `locale`; English, which each element brings along, otherwise. */
export function messagesFor<G extends keyof Messages>(group: G, english: Messages[G], locale: string): Messages[G] {
  for (let tag = locale.toLowerCase(); tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
    const messages = locales.get(tag);
    if (messages) return messages[group];
  }
  return english;
}
