import { nearestTags } from '../../domain/language/nearest-tags.ts';
import { acceptedLanguages, canonicalTag } from '../http/accepted-languages.ts';
import type { Direction } from './isolates.ts';
import type { MailTexts } from './mail-texts.ts';
import { arabicMails } from './texts/arabic.ts';
import { czechMails } from './texts/czech.ts';
import { dutchMails } from './texts/dutch.ts';
import { englishMails } from './texts/english.ts';
import { frenchMails } from './texts/french.ts';
import { germanMails } from './texts/german.ts';
import { hebrewMails } from './texts/hebrew.ts';
import { hindiMails } from './texts/hindi.ts';
import { italianMails } from './texts/italian.ts';
import { japaneseMails } from './texts/japanese.ts';
import { koreanMails } from './texts/korean.ts';
import { persianMails } from './texts/persian.ts';
import { polishMails } from './texts/polish.ts';
import { portugueseMails } from './texts/portuguese.ts';
import { russianMails } from './texts/russian.ts';
import { simplifiedChineseMails } from './texts/simplified-chinese.ts';
import { spanishMails } from './texts/spanish.ts';
import { swedishMails } from './texts/swedish.ts';
import { traditionalChineseMails } from './texts/traditional-chinese.ts';
import { turkishMails } from './texts/turkish.ts';
import { ukrainianMails } from './texts/ukrainian.ts';

/** Texts by language, `de` or `pt-br`. */
export type MailLanguages = Readonly<Record<string, MailTexts>>;

/** The languages that are always there. */
const builtIn: MailLanguages = {
  ar: arabicMails,
  cs: czechMails,
  de: germanMails,
  en: englishMails,
  es: spanishMails,
  fa: persianMails,
  fr: frenchMails,
  he: hebrewMails,
  hi: hindiMails,
  it: italianMails,
  ja: japaneseMails,
  ko: koreanMails,
  nl: dutchMails,
  pl: polishMails,
  pt: portugueseMails,
  ru: russianMails,
  sv: swedishMails,
  tr: turkishMails,
  uk: ukrainianMails,
  zh: simplifiedChineseMails,
  'zh-hant': traditionalChineseMails,
};

/** A language to write in: its texts, and the tag for dates, numbers and money. */
export interface MailLanguage {
  readonly texts: MailTexts;
  /** BCP 47. */
  readonly tag: string;
  readonly direction: Direction;
}

/** Gives the language nearest to a tag: `pt-BR`, else `pt`, else English. `added` wins over what is built in. */
export function mailLanguage(tag: string | undefined, added: MailLanguages = {}): MailLanguage {
  const all = lowerKeys({ ...builtIn, ...added });
  const known = canonicalTag(tag ?? '') ?? 'en';
  for (const at of nearestTags(known)) {
    const texts = all[at];
    if (texts) return { texts, tag: known, direction: isRightToLeft(at) ? 'rtl' : 'ltr' };
  }
  return { texts: all.en ?? englishMails, tag: 'en', direction: 'ltr' };
}

/**
 * The first language of an `Accept-Language` header (RFC 9110, 12.5.4) by its weights; `undefined` when it names none that `Intl`
 * reads.
 */
export function preferredLanguage(header: string | null): string | undefined {
  return acceptedLanguages(header)[0];
}

/** By the script where the tag names one (`pa-arab`, `ur-latn`), else by the language. */
function isRightToLeft(tag: string): boolean {
  const script = /^[a-z]{2,8}-([a-z]{4})(-|$)/.exec(tag)?.[1];
  if (script !== undefined) return /^(arab|hebr|syrc|thaa|nkoo|adlm|rohg)$/.test(script);
  return /^(ar|arc|ckb|dv|fa|he|iw|ks|ps|sd|ug|ur|yi)(-|$)/.test(tag);
}

function lowerKeys(languages: MailLanguages): MailLanguages {
  return Object.fromEntries(Object.entries(languages).map(([tag, texts]) => [tag.toLowerCase(), texts]));
}
