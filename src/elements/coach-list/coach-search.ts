import { html, type TemplateResult } from 'lit';
import type { Coach } from '../../contract/coach.ts';
import { chevronDown } from '../base/icons.ts';
import type { CoachesMessages } from '../i18n/coaches.ts';

/** A search as the contract's query; empty fields match any coach. */
export interface CoachSearch {
  readonly q: string;
  readonly language: string;
  readonly expertise: string;
  readonly max_rate: string;
}
export const everything: CoachSearch = { q: '', language: '', expertise: '', max_rate: '' };

/** The values offered as filters. */
export interface SearchChoices {
  readonly languages: ReadonlySet<string>;
  readonly topics: ReadonlySet<string>;
  readonly currencies: ReadonlySet<string>;
}
export const noChoices: SearchChoices = { languages: new Set(), topics: new Set(), currencies: new Set() };

/** `choices` with the values of `coaches` added. */
export function withChoices(choices: SearchChoices, coaches: readonly Coach[]): SearchChoices {
  return {
    languages: new Set([...choices.languages, ...coaches.flatMap((coach) => coach.languages ?? [])]),
    topics: new Set([...choices.topics, ...coaches.flatMap((coach) => coach.expertise ?? [])]),
    currencies: new Set([...choices.currencies, ...coaches.flatMap((coach) => coach.currency ?? [])]),
  };
}

const RATES = [50, 80, 100, 150];
const TYPING_MS = 250;

/** The search form; `narrow` gets each change, and how long to wait for further ones. */
export function coachSearch(
  search: CoachSearch,
  { languages, topics, currencies }: SearchChoices,
  locale: string,
  narrow: (change: Partial<CoachSearch>, waitMs: number) => void,
  texts: CoachesMessages,
): TemplateResult {
  // Prices in several currencies are compared as numbers, so they are shown without a currency.
  const [currency, another] = currencies;
  const style = currency && !another ? { style: 'currency' as const, currency, maximumFractionDigits: 0 } : {};
  const money = new Intl.NumberFormat(locale, style);
  const typed = (event: Event) => narrow({ q: (event.target as HTMLInputElement).value.trim() }, TYPING_MS);
  const choice = (name: keyof CoachSearch, label: string, options: readonly (readonly [string, string])[]) => {
    const choose = (event: Event) => narrow({ [name]: (event.target as HTMLSelectElement).value }, 0);
    return html`<div class="field">
      <label class="label" for=${name}>${label}</label>
      <span class="select"><select id=${name} @change=${choose}>
        <option value="">${texts.any}</option>
        ${options.map(([value, text]) => html`<option value=${value} .selected=${search[name] === value}>${text}</option>`)}
      </select>${chevronDown}</span>
    </div>`;
  };
  const named = (names: ReadonlySet<string>) => [...names].sort().map((name) => [name, name] as const);
  return html`<form part="search" role="search" @submit=${(event: Event) => event.preventDefault()}>
    <div class="field">
      <label class="label" for="q">${texts.search}</label>
      <input id="q" type="search" maxlength="100" autocomplete="off" placeholder=${texts.searchHelp} .value=${search.q} @input=${typed}>
    </div>
    ${choice('language', texts.language, named(languages))} ${choice('expertise', texts.expertise, named(topics))}
    ${choice(
      'max_rate',
      texts.rate,
      RATES.map((rate) => [String(rate), texts.upTo(money.format(rate))] as const),
    )}
  </form>`;
}
