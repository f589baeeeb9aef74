import type { Booking } from '../../contract/booking.ts';
import { readInstant, writeInstant } from '../../contract/values.ts';
import { dayAndTime } from '../../domain/language/listed.ts';
import { refundSteps, USUAL_REFUNDS } from '../../domain/money/refund-rules.ts';
import type { PaymentMessages } from '../i18n/payment.ts';
import { type Reading, timeInWords } from '../words/session-time.ts';

/** The refund rules of a booking that is paid online, in words. Steps that are over are left out. */
export function refundWords(booking: Booking, reading: Reading, now: number, texts: PaymentMessages): string {
  const rules = booking.session_type?.refunds ?? USUAL_REFUNDS;
  const start = readInstant(booking.session_datetime) ?? 0;
  const sentences = refundSteps(rules, start)
    .filter(({ until }) => until > now)
    .map(({ until, percent }) => {
      const at = writeInstant(until);
      const { shortDay, time } = timeInWords(at, at, reading);
      const last = dayAndTime(shortDay, time, reading.locale);
      return percent === 100 ? texts.refundFull(last) : texts.refundPart(percent, last);
    });
  return [...sentences, texts.refundNone].join(' ');
}
