import type { PaymentStatus } from '../../contract/booking-payment.ts';

/** Why money goes back. `late`: it came when the time was gone; `outside`: given back in Stripe's dashboard. */
export type RefundReason = 'cancelled' | 'declined' | 'late' | 'manual' | 'outside';

/** Money that goes back. */
export interface RefundRecord {
  readonly id: string;
  /** In the currency's smaller unit, like every amount here. */
  readonly amount: number;
  readonly reason: RefundReason;
  readonly status: 'pending' | 'succeeded' | 'failed';
  readonly requestedAt: number;
  readonly updatedAt: number;
}

/** What is known of the checkout that is to be paid. */
export interface CheckoutRecord {
  /** Counts the checkouts of a payment: each has an idempotency key of its own. */
  readonly attempt: number;
  readonly successUrl: string;
  readonly cancelUrl: string;
  /** When Stripe closes it by itself, epoch milliseconds; the hold may end before. */
  readonly expiresAt: number;
  /** Absent until Stripe has answered: the call is then made again, with the same key and the same words. */
  readonly sessionId?: string;
  readonly url?: string;
}

/** A payment as it is kept; one a booking. Times are epoch milliseconds. */
export interface PaymentRecord {
  readonly id: string;
  readonly bookingId: string;
  readonly amount: number;
  /** ISO 4217, in capitals. */
  readonly currency: string;
  readonly status: PaymentStatus;
  readonly checkout: CheckoutRecord;
  readonly intentId: string | null;
  readonly refunds: readonly RefundRecord[];
  readonly isDisputed: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Rises with every write; a write names the version it read. */
  readonly version: number;
}

/** What was given back, or is on its way. */
export function refundedAmount({ refunds }: Pick<PaymentRecord, 'refunds'>): number {
  return refunds.reduce((sum, { status, amount }) => (status === 'failed' ? sum : sum + amount), 0);
}

/** What arrived back already. */
export function returnedAmount({ refunds }: Pick<PaymentRecord, 'refunds'>): number {
  return refunds.reduce((sum, { status, amount }) => (status === 'succeeded' ? sum + amount : sum), 0);
}

/** The payment with one more refund on its way; `undefined` when nothing is left to give back. */
export function withRefund(
  payment: PaymentRecord,
  wish: { readonly id: string; readonly amount: number; readonly reason: RefundReason; readonly now: number },
): { readonly payment: PaymentRecord; readonly refund: RefundRecord } | undefined {
  const amount = Math.min(wish.amount, payment.amount - refundedAmount(payment));
  if (payment.status !== 'succeeded' || amount <= 0) return undefined;
  const refund: RefundRecord = {
    id: wish.id,
    amount,
    reason: wish.reason,
    status: 'pending',
    requestedAt: wish.now,
    updatedAt: wish.now,
  };
  return { refund, payment: { ...payment, refunds: [...payment.refunds, refund] } };
}

/** The payment after a refund changed; all of it back makes it `refunded`. */
export function afterRefund(
  payment: PaymentRecord,
  refundId: string,
  status: RefundRecord['status'],
  now: number,
): PaymentRecord {
  const refunds = payment.refunds.map((refund) =>
    refund.id === refundId ? { ...refund, status, updatedAt: now } : refund,
  );
  return settled({ ...payment, refunds });
}

/** `refunded` once everything is back. */
export function settled(payment: PaymentRecord): PaymentRecord {
  return returnedAmount(payment) >= payment.amount && payment.status === 'succeeded'
    ? { ...payment, status: 'refunded' }
    : payment;
}
