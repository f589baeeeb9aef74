import type { RefusalTexts } from '../../contract/refusals/refusal-texts.ts';
import type { BookingError } from '../../core/errors.ts';
import { loadEnglishRefusals } from '../i18n/loading/languages.ts';
import { messagesFor, refresh } from '../i18n/locales.ts';

let english: Partial<RefusalTexts> = {};
const NONE = {} as RefusalTexts;
let isAsked = false;

/** Gateways and frameworks answer these without a code, in English. */
const CODES: Readonly<Record<string, keyof RefusalTexts>> = {
  'not-found': 'not_found',
  'rate-limited': 'rate_limited',
  server: 'internal',
};

/**
 * Why a call failed, in the language of `locale` by the error's code, without the full stop. The sentence of the server is for codes
 * that the contract does not have: it may be in another language. English is loaded when it is first needed; until it is there, the
 * server's sentence stands.
 */
export function refusalText({ code = '', kind, detail }: BookingError, locale: string): string {
  const texts: Readonly<Record<string, string>> = messagesFor('refusals', english as RefusalTexts, locale);
  const text = texts[code || (CODES[kind] ?? '')] ?? texts[kind];
  if (text === undefined && !isAsked) void loadEnglish();
  return (text ?? detail).replace(/\.$/, '');
}

/**
 * Why a field was refused, in the language of `locale`. The contract's `message` is English; a backend with codes of its own writes
 * it in the language of its people, so that one stands as it is.
 */
export function fieldRefusalText({ code = 'invalid_request' }: BookingError, message: string, locale: string): string {
  const own = code === 'invalid_request' ? messagesFor('refusals', NONE, locale).wrong_field : undefined;
  return own ?? message;
}

async function loadEnglish(): Promise<void> {
  isAsked = true;
  try {
    english = (await loadEnglishRefusals()).englishRefusals;
    refresh();
  } catch {
    isAsked = false;
  }
}
