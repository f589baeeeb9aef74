import type { LanguageStart } from './text-parts.ts';

/**
 * The languages of the package besides English, and those that `addLanguage` adds, by tag: the language alone, with its script where
 * it is not the usual one. Each is loaded when it is needed.
 */
export const languages: Record<string, (() => Promise<LanguageStart>) | undefined> = {
  ar: () => import('../languages/arabic/journey.ts'),
  cs: () => import('../languages/czech/journey.ts'),
  de: () => import('../languages/german/journey.ts'),
  es: () => import('../languages/spanish/journey.ts'),
  fa: () => import('../languages/persian/journey.ts'),
  fr: () => import('../languages/french/journey.ts'),
  he: () => import('../languages/hebrew/journey.ts'),
  hi: () => import('../languages/hindi/journey.ts'),
  it: () => import('../languages/italian/journey.ts'),
  ja: () => import('../languages/japanese/journey.ts'),
  ko: () => import('../languages/korean/journey.ts'),
  nl: () => import('../languages/dutch/journey.ts'),
  pl: () => import('../languages/polish/journey.ts'),
  pt: () => import('../languages/portuguese/journey.ts'),
  ru: () => import('../languages/russian/journey.ts'),
  sv: () => import('../languages/swedish/journey.ts'),
  tr: () => import('../languages/turkish/journey.ts'),
  uk: () => import('../languages/ukrainian/journey.ts'),
  zh: () => import('../languages/simplified-chinese/journey.ts'),
  'zh-hant': () => import('../languages/traditional-chinese/journey.ts'),
};

/** Why a call failed, in English: loaded when the first call fails. */
export const loadEnglishRefusals = () => import('../../../contract/refusals/english.ts');
