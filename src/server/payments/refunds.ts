import type { Price } from '../../contract/values.ts';
import { chargeStep } from '../../domain/money/charge-amount.ts';
import { clientRefund, USUAL_REFUNDS } from '../../domain/money/refund-rules.ts';
import { addAll } from '../bookings/consequences.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { BookingRecord } from '../ports.ts';
import { chargeOf } from './checkout.ts';
import { again, JOB, type PaymentContext } from './payment-context.ts';
import { afterRefund, type PaymentRecord, type RefundRecord, refundedAmount, withRefund } from './payment-record.ts';
import type { ShopRecords } from './shop-store.ts';

/** The attempts of a refund before it is shown as failed; the coach can then start it again. */
export const REFUND_TRIES = 5;

/** The most characters that are kept of a provider's message. */
const LONGEST_PROBLEM = 300;

/** Who cancelled. `client`: the rules give the refund; `coach` and `nobody`: the client gets everything back. */
export type CancelledBy = 'client' | 'coach' | 'nobody';

/** Plans the refund when a booking is cancelled, in the transaction that cancels it; gives the refund of a paid session. */
export async function planCancellation(
  { clock, makeId }: Pick<PaymentContext, 'clock' | 'makeId'>,
  records: Pick<ShopRecords, 'payments' | 'jobs'>,
  booking: BookingRecord,
  by: CancelledBy,
): Promise<Price | undefined> {
  const [payment] = await records.payments.ofBookings([booking.id]);
  if (!payment) return undefined;
  const now = clock.now();
  if (payment.status === 'pending' || payment.status === 'failed') {
    // The checkout may still be open in another tab.
    await records.jobs.add({ kind: JOB.close, key: payment.id, payload: payment.id, dueAt: now, repeat: 'again' }, now);
    return undefined;
  }
  const amount = by === 'client' ? clientAmount(payment, booking, now) : payment.amount;
  const reason = by === 'client' ? 'cancelled' : 'declined';
  const before = refundedAmount(payment);
  const planned = await addRefund(records, payment, { id: makeId(), amount, reason, now });
  return { amount: planned ? refundedAmount(planned) - before : 0, currency: payment.currency };
}

/** The client's refund by the rules at the time of booking. */
function clientAmount(payment: PaymentRecord, { start, sessionType }: BookingRecord, now: number): number {
  const { amount: paid, currency } = payment;
  const rules = sessionType?.refunds ?? USUAL_REFUNDS;
  return clientRefund({ rules, paid, refunded: refundedAmount(payment), start, now, step: chargeStep(currency) });
}

async function addRefund(
  { payments, jobs }: Pick<ShopRecords, 'payments' | 'jobs'>,
  payment: PaymentRecord,
  wish: Parameters<typeof withRefund>[1],
): Promise<PaymentRecord | undefined> {
  const planned = withRefund(payment, wish);
  if (!planned) return undefined;
  const next = { ...planned.payment, version: payment.version + 1, updatedAt: wish.now };
  if (!(await payments.save(next, payment.version)))
    throw new Error(`Payment ${payment.id} was changed by somebody else`);
  await jobs.add({ kind: JOB.refund, key: wish.id, payload: payment.id, dueAt: wish.now }, wish.now);
  return next;
}

/**
 * Refunds at the request of a coach or an admin. Tries the last failed refund again instead when `wish` is absent or its amount. Throws
 * `not_refundable` with the reason.
 */
export async function refundByHand(
  { store, clock, makeId }: PaymentContext,
  paymentId: string,
  wish: number | undefined,
): Promise<PaymentRecord> {
  return again(`Payment ${paymentId}`, () =>
    store.transaction(async (records) => {
      const payment = await records.payments.find(paymentId);
      if (!payment) throw new ProblemError('payment_not_found');
      const now = clock.now();
      const failed = payment.refunds.findLast(({ status }) => status === 'failed');
      if (failed && (wish === undefined || wish === failed.amount)) {
        const next = {
          ...afterRefund(payment, failed.id, { status: 'pending' }, now),
          version: payment.version + 1,
          updatedAt: now,
        };
        if (!(await records.payments.save(next, payment.version))) return undefined;
        await records.jobs.add(
          { kind: JOB.refund, key: failed.id, payload: payment.id, dueAt: now, repeat: 'again' },
          now,
        );
        return next;
      }
      const left = payment.amount - refundedAmount(payment);
      const amount = wish ?? left;
      const reason = whyNot(payment, amount, left);
      if (reason !== undefined) throw new ProblemError('not_refundable', { values: { reason } });
      return addRefund(records, payment, { id: makeId(), amount, reason: 'manual', now });
    }),
  );
}

function whyNot({ status, currency }: PaymentRecord, amount: number, left: number): string | undefined {
  if (status === 'refunded') return 'all of it was given back already';
  if (status !== 'succeeded') return 'it was not paid';
  if (left <= 0) return 'all of it is on its way back already';
  if (amount > left) return `only ${left} is left (in the smallest unit of ${currency})`;
  return amount % chargeStep(currency) === 0 ? undefined : `the amount must be a multiple of ${chargeStep(currency)}`;
}

/** Carries out one refund. It may run again after being killed at any point: the money is refunded once. */
export async function carryOutRefund(
  context: PaymentContext,
  refundId: string,
  paymentId: string,
  tries: number,
): Promise<void> {
  const { gateway, store } = context;
  const payment = await store.payments.find(paymentId);
  const refund = payment?.refunds.find(({ id }) => id === refundId);
  if (!payment || !refund || refund.status === 'succeeded') return;
  try {
    if (!gateway) throw new Error('Payments are not configured: STRIPE_SECRET_KEY is not set');
    if (payment.intentId === null) throw new Error(`Payment ${paymentId} has no payment intent`);
    const { amount, currency } = chargeOf({ amount: refund.amount, currency: payment.currency });
    const isFirst = tries === 1 && refund.updatedAt === refund.requestedAt;
    // A refund that was given up and started again counts its attempts from 1 again.
    const attempt = isFirst ? 'first' : `${refund.updatedAt}-${tries}`;
    await gateway.refund({ refundId, attempt, amount, currency, intentId: payment.intentId, paymentId });
  } catch (error) {
    if (tries >= REFUND_TRIES) {
      const problem = (error instanceof Error ? error.message : String(error)).slice(0, LONGEST_PROBLEM);
      await noteRefund(context, paymentId, refundId, { status: 'failed', problem });
    }
    throw error;
  }
  await noteRefund(context, paymentId, refundId, { status: 'succeeded' });
}

async function noteRefund(
  { store, clock, paymentJobsFor }: PaymentContext,
  paymentId: string,
  refundId: string,
  outcome: Pick<RefundRecord, 'status' | 'problem'>,
): Promise<void> {
  await again(`Payment ${paymentId}`, async () => {
    const payment = await store.payments.find(paymentId);
    const refund = payment?.refunds.find(({ id }) => id === refundId);
    if (!payment || !refund) return true;
    const now = clock.now();
    const next = { ...afterRefund(payment, refundId, outcome, now), version: payment.version + 1, updatedAt: now };
    return store.transaction(async (records) => {
      if (!(await records.payments.save(next, payment.version))) return undefined;
      const booking = outcome.status === 'succeeded' && (await records.bookings.find(payment.bookingId));
      if (!booking || refund.status === 'succeeded') return true;
      const change = { kind: 'refunded' as const, payment: next, booking, amount: refund.amount };
      await addAll(records, paymentJobsFor(change), now);
      return true;
    });
  });
}
