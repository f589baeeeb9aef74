import { remember } from '../time/remember.ts';

type Simple = 'one' | 'other';
/** The form for millions is left out: no text counts them. */
type Romance = Simple;
type Slavic = 'one' | 'few' | 'many' | 'other';

/** The forms of plural a language has, by Unicode CLDR. `pt` is Brazilian, `zh` simplified Chinese. */
interface PluralForms {
  readonly de: Simple;
  readonly fr: Romance;
  readonly es: Romance;
  readonly pt: Romance;
  readonly it: Romance;
  readonly nl: Simple;
  readonly pl: Slavic;
  readonly cs: Slavic;
  readonly sv: Simple;
  readonly tr: Simple;
  readonly uk: Slavic;
  readonly ru: Slavic;
  readonly ar: 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
  readonly he: 'one' | 'two' | 'other';
  readonly fa: Simple;
  readonly hi: Simple;
  readonly ja: 'other';
  readonly ko: 'other';
  readonly zh: 'other';
  readonly 'zh-Hant': 'other';
}

/** Made when first needed: a server loads all languages and uses few. Shared, because a language has five tables of texts. */
const formatsOf = remember(32, (language) => ({
  rules: new Intl.PluralRules(language),
  numbers: new Intl.NumberFormat(language),
}));

/**
 * Chooses among a language's forms of plural (`Intl.PluralRules`). A form that the language has and that is missing does not compile.
 *
 * @example
 * const plural = plurals('de');
 * plural(count, (n) => ({ one: `${n} Zeit ist frei`, other: `${n} Zeiten sind frei` }));
 */
export function plurals<Language extends keyof PluralForms>(language: Language) {
  return (count: number, forms: (n: string) => Readonly<Record<PluralForms[Language], string>>): string => {
    const { rules, numbers } = formatsOf(language);
    const texts: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = forms(numbers.format(count));
    return texts[rules.select(count)] ?? texts.other ?? '';
  };
}
