import { arabicRefusals } from '../../contract/refusals/arabic.ts';
import { czechRefusals } from '../../contract/refusals/czech.ts';
import { dutchRefusals } from '../../contract/refusals/dutch.ts';
import { frenchRefusals } from '../../contract/refusals/french.ts';
import { germanRefusals } from '../../contract/refusals/german.ts';
import { hebrewRefusals } from '../../contract/refusals/hebrew.ts';
import { hindiRefusals } from '../../contract/refusals/hindi.ts';
import { italianRefusals } from '../../contract/refusals/italian.ts';
import { japaneseRefusals } from '../../contract/refusals/japanese.ts';
import { koreanRefusals } from '../../contract/refusals/korean.ts';
import { persianRefusals } from '../../contract/refusals/persian.ts';
import { polishRefusals } from '../../contract/refusals/polish.ts';
import { portugueseRefusals } from '../../contract/refusals/portuguese.ts';
import type { RefusalTexts } from '../../contract/refusals/refusal-texts.ts';
import { russianRefusals } from '../../contract/refusals/russian.ts';
import { simplifiedChineseRefusals } from '../../contract/refusals/simplified-chinese.ts';
import { spanishRefusals } from '../../contract/refusals/spanish.ts';
import { swedishRefusals } from '../../contract/refusals/swedish.ts';
import { traditionalChineseRefusals } from '../../contract/refusals/traditional-chinese.ts';
import { turkishRefusals } from '../../contract/refusals/turkish.ts';
import { ukrainianRefusals } from '../../contract/refusals/ukrainian.ts';
import { nearestTags } from '../../domain/language/nearest-tags.ts';
import { acceptedLanguages } from './accepted-languages.ts';

/** The sentences of refusals by tag (`de`, `zh-hant`), besides English, whose sentences stand in the contract's table. */
const refusals: Readonly<Record<string, RefusalTexts>> = {
  ar: arabicRefusals,
  cs: czechRefusals,
  de: germanRefusals,
  es: spanishRefusals,
  fa: persianRefusals,
  fr: frenchRefusals,
  he: hebrewRefusals,
  hi: hindiRefusals,
  it: italianRefusals,
  ja: japaneseRefusals,
  ko: koreanRefusals,
  nl: dutchRefusals,
  pl: polishRefusals,
  pt: portugueseRefusals,
  ru: russianRefusals,
  sv: swedishRefusals,
  tr: turkishRefusals,
  uk: ukrainianRefusals,
  zh: simplifiedChineseRefusals,
  'zh-hant': traditionalChineseRefusals,
};

/** The sentences in the language a caller likes best (`Accept-Language`) and its tag; undefined for English. */
export function refusalTextsFor(
  header: string | null,
): { readonly tag: string; readonly texts: RefusalTexts } | undefined {
  for (const accepted of acceptedLanguages(header)) {
    const tags = nearestTags(accepted);
    if (tags.includes('en')) return undefined;
    const tag = tags.find((each) => refusals[each]);
    const texts = tag && refusals[tag];
    if (texts) return { tag, texts };
  }
  return undefined;
}
