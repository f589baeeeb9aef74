import type { SessionType } from '../../contract/session-type.ts';
import { formatPrice } from '../../domain/money/format-price.ts';
import type { SessionTypesMessages } from '../i18n/session-types.ts';

/** The length and price of a session type: "60 min · €90", with the tax note, and where it is paid. */
export function describeTotal(
  { minutes, price, payment, tax_note }: Pick<SessionType, 'minutes' | 'price' | 'payment' | 'tax_note'>,
  texts: SessionTypesMessages,
  locale: string,
): { readonly total: string; readonly note: string } {
  const costs = price && price.amount > 0 ? formatPrice(price.amount, price.currency, locale) : texts.free;
  const notes = [tax_note, payment === 'at_session' && texts.payAtSession].filter(Boolean);
  return { total: `${texts.minutes(minutes)} · ${costs}`, note: notes.join(' · ') };
}
