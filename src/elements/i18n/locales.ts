import { deprecated } from '../../core/deprecated.ts';
import { inDigits } from '../../domain/language/in-digits.ts';
import { nearestTags } from '../../domain/language/nearest-tags.ts';
import { remember } from '../../domain/time/remember.ts';
import { languages } from './loading/languages.ts';
import type { TextPart } from './loading/text-parts.ts';
import type { EarlierMessages, Messages, PartialMessages } from './messages.ts';

/**
 * The tags whose texts fit a locale, the nearest first, up to the first one that the package has: Taiwan reads `zh-hant` and never the
 * simplified `zh`, even when that is loaded. Remembered, because every update of every element asks and `Intl.Locale` is slow.
 */
const tagsOf = remember(8, (locale) => {
  const tags = nearestTags(locale);
  return tags.slice(0, tags.findIndex((tag) => languages[tag]) + 1 || undefined);
});

/** Texts that the page gave, by tag. */
const given = new Map<string, PartialMessages>();
/** Texts of the package's languages that have arrived, by tag. */
const arrived = new Map<string, Partial<Messages>>();
/** The wait for each part of a language, by `<tag> <part>`; undefined once it is over. */
const waits = new Map<string, Promise<unknown> | undefined>();
/** Texts as elements show them, by their English table and by locale. */
const merged = new Map<unknown, Map<string, unknown>>();

/** Called when texts were added: each element on the page draws itself again. */
export const readers = new Set<() => void>();

/** Longest wait for the texts of a language. Afterwards the element is drawn in English, and again when they arrive. */
const PATIENCE_MS = 4000;

/**
 * Changes texts of a language (`de`, `pt-BR`), or adds a language. A text that is left out stays as it is in the package, which is
 * English in a language that the package does not have. Elements on the page follow at once.
 *
 * @example
 * import { defineLocale } from '@culturebridge/booking/elements';
 *
 * defineLocale('de', { picker: { chooseDay: 'Welcher Tag passt Ihnen?' } });
 */
export function defineLocale(tag: string, messages: PartialMessages | EarlierMessages): void {
  const { openings, ownDay, ...same } = messages as EarlierMessages & PartialMessages;
  if (openings) deprecated('The group `openings` of defineLocale', 'nextTimes');
  if (ownDay) deprecated('The group `ownDay` of defineLocale', 'visitorCalendar');
  given.set(tag.toLowerCase(), { nextTimes: openings, visitorCalendar: ownDay, ...same } as PartialMessages);
  refresh();
}

/**
 * Adds a whole language that the application imports by itself, so that nothing is loaded for it. The type requires every text: a
 * missing one does not compile.
 *
 * @example
 * import { addLanguage } from '@culturebridge/booking/elements';
 * import { german } from '@culturebridge/booking/languages/de';
 *
 * addLanguage('de', german);
 */
export function addLanguage(tag: string, messages: Messages): void {
  const nothingMore = async () => messages;
  const parts = {
    selling: nothingMore,
    visits: nothingMore,
    calendars: nothingMore,
    desk: nothingMore,
    refusals: nothingMore,
  };
  languages[tag.toLowerCase()] = async () => ({ journey: messages, parts });
  arrived.set(tag.toLowerCase(), messages);
  refresh();
}

/** True for English, which every element contains, and for languages whose texts are here. */
export function hasTexts(locale: string): boolean {
  return tagsOf(locale).some((tag) => tag === 'en' || given.has(tag) || arrived.has(tag));
}

/**
 * The texts of one group in the language nearest to `locale`; a text that is missing there is the English one. `english`: the texts
 * that are asked for, all of the group or those that one chunk shows.
 */
export function messagesFor<G extends keyof Messages, N extends keyof Messages[G]>(
  group: G,
  english: Pick<Messages[G], N>,
  locale: string,
): Pick<Messages[G], N> {
  const known = merged.get(english) ?? new Map<string, unknown>();
  merged.set(english, known);
  if (!known.has(locale)) {
    const tags = [...tagsOf(locale)].reverse();
    const layers = [...tags.map((tag) => arrived.get(tag)), ...tags.map((tag) => given.get(tag))];
    known.set(
      locale,
      inDigits(
        layers.reduce<unknown>((texts, layer) => replaced(texts, layer?.[group]), english),
        locale,
      ),
    );
  }
  return known.get(locale) as Pick<Messages[G], N>;
}

/**
 * Loads parts of the language nearest to `locale`. Undefined when there is nothing to wait for. The promise never rejects: texts that
 * do not arrive are shown in English.
 */
export function loadTexts(locale: string, parts: readonly TextPart[]): Promise<unknown> | undefined {
  const tag = tagsOf(locale).find((each) => languages[each]);
  if (!tag) return undefined;
  const pending = parts.map((part) => {
    const key = `${tag} ${part}`;
    if (!waits.has(key)) {
      const late = new Promise((done) => setTimeout(done, PATIENCE_MS));
      const over = () => waits.set(key, undefined);
      waits.set(key, Promise.race([loadPart(tag, part), late]).then(over, over));
    }
    return waits.get(key);
  });
  return pending.some((wait) => wait) ? Promise.all(pending) : undefined;
}

async function loadPart(tag: string, part: TextPart): Promise<void> {
  const start = await languages[tag]?.();
  const texts = part === 'journey' ? start?.journey : await start?.parts[part]();
  arrived.set(tag, { ...arrived.get(tag), ...texts });
  refresh();
}

/** Draws every element again with the texts that are here now. */
export function refresh(): void {
  merged.clear();
  for (const redraw of readers) redraw();
}

/** A table with the texts of `words` in place of its own; both may have tables inside. */
function replaced(texts: unknown, words: unknown): unknown {
  if (words === undefined || typeof texts !== 'object') return words ?? texts;
  const tables = { ...texts, ...(words as object) };
  return Object.fromEntries(
    Object.keys(tables).map((name) => [name, replaced((texts as Table)[name], (words as Table)[name])]),
  );
}

type Table = Readonly<Record<string, unknown>>;
