import type { SessionType } from '../../contract/session-type.ts';
import type { SessionTypesMessages } from '../i18n/session-types.ts';
import { refundRulesOf } from './type-refunds.ts';
import { describeTotal } from './type-total.ts';

/** The fields of a session type that its card shows. */
type CardType = Pick<
  SessionType,
  'minutes' | 'price' | 'payment' | 'tax_note' | 'location' | 'confirmation' | 'refunds'
>;

/** The lines of a session type's card: the total; note, place and who confirms; the refund rules. */
export function typeCardWords(
  type: CardType,
  texts: SessionTypesMessages,
  locale: string,
): { readonly total: string; readonly facts: string; readonly refunds: string } {
  const { total, note } = describeTotal(type, texts, locale);
  const place = type.location ? type.location.detail || texts.place[type.location.kind] : '';
  const facts = [note, place, type.confirmation === 'coach' && texts.confirmedByCoach].filter(Boolean).join(' · ');
  return { total, facts, refunds: refundRulesOf(type, texts, locale) };
}
