import type { SessionType } from '../../contract/session-type.ts';
import { USUAL_REFUNDS } from '../../domain/money/refund-rules.ts';
import { formatSpan } from '../../domain/time/format-span.ts';
import type { SessionTypesMessages } from '../i18n/session-types.ts';

/** The refund rules of a session type in words, before a time is chosen; empty for one that is not paid online. */
export function refundRulesOf(
  { payment, refunds = USUAL_REFUNDS }: Pick<SessionType, 'payment' | 'refunds'>,
  texts: SessionTypesMessages,
  locale: string,
): string {
  if (payment !== 'online') return '';
  const { full_until_minutes: full, part } = refunds;
  const until = (minutes: number) => (minutes === 0 ? '' : formatSpan(minutes, locale));
  const share = part && part.until_minutes < full ? texts.partBack(part.percent, until(part.until_minutes)) : '';
  return [texts.allBack(until(full)), share].filter(Boolean).join(' ');
}
