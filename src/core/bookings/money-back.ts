import type { Booking } from '../../contract/booking.ts';
import { readInstant } from '../../contract/values.ts';
import { chargeStep } from '../../domain/money/charge-amount.ts';
import { clientRefund, refundSteps, USUAL_REFUNDS } from '../../domain/money/refund-rules.ts';

/** The money that is paid back when a booking is cancelled; amounts in the minor unit of `currency` (ISO 4217). */
interface MoneyBack {
  readonly amount: number;
  /** The amount that was paid and is not paid back yet. */
  readonly paid: number;
  readonly currency: string;
  /** For a client: the last moment (epoch ms) at which this amount is paid back; undefined when nothing is. */
  readonly until: number | undefined;
  /** For a client: the last moment (epoch ms) at which anything is paid back. */
  readonly last: number | undefined;
}

/** The amount of a booking that can still be refunded, in the minor unit: the payment minus all refunds, done or pending. */
export function refundable({ payment }: Pick<Booking, 'payment'>): number {
  if (payment?.status !== 'succeeded') return 0;
  const { refund } = payment;
  return Math.max(0, payment.amount - payment.refunded - (refund?.status === 'pending' ? refund.amount : 0));
}

/**
 * The money that is paid back when this side cancels at `now` (epoch ms), by the refund rules at the time of booking; undefined when
 * there is nothing to pay back. The server decides by the same rules: a coach who cancels gives everything back.
 */
export function moneyBack(booking: Booking, by: 'client' | 'coach', now: number): MoneyBack | undefined {
  const { payment, session_type: type } = booking;
  const paid = refundable(booking);
  if (!payment || paid === 0) return undefined;
  const { currency } = payment;
  if (by === 'coach') return { amount: paid, paid, currency, until: undefined, last: undefined };
  const rules = type?.refunds ?? USUAL_REFUNDS;
  const start = readInstant(booking.session_datetime) ?? 0;
  const refunded = payment.amount - paid;
  const amount = clientRefund({ rules, paid: payment.amount, refunded, start, now, step: chargeStep(currency) });
  const steps = refundSteps(rules, start);
  const until = amount > 0 ? steps.find((step) => now <= step.until)?.until : undefined;
  return { amount, paid, currency, until, last: steps.at(-1)?.until };
}
