import { germanRefusals } from '../../contract/refusals/german.ts';
import type { RefusalTexts } from '../../contract/refusals/refusal-texts.ts';
import { acceptedLanguages } from './accepted-languages.ts';

/** The sentences of refusals by language besides English, whose sentences stand in the contract's table. */
const refusals: Readonly<Record<string, RefusalTexts>> = { de: germanRefusals };

/** The sentences in the language a caller likes best (`Accept-Language`) and its tag; undefined for English. */
export function refusalTextsFor(
  header: string | null,
): { readonly tag: string; readonly texts: RefusalTexts } | undefined {
  for (const accepted of acceptedLanguages(header)) {
    const { language, script } = new Intl.Locale(accepted).maximize();
    if (language === 'en') return undefined;
    for (const tag of [`${language}-${script}`, language]) {
      const texts = refusals[tag];
      if (texts) return { tag, texts };
    }
  }
  return undefined;
}
