import type { PaymentStatus } from '../../contract/booking-payment.ts';

/** The reason of a refund. `late`: the payment came after the slot was given away; `outside`: refunded in Stripe's dashboard. */
export type RefundReason = 'cancelled' | 'declined' | 'late' | 'manual' | 'outside';

/** A refund. */
export interface RefundRecord {
  readonly id: string;
  /** In the currency's minor unit, like every amount here. */
  readonly amount: number;
  readonly reason: RefundReason;
  readonly status: 'pending' | 'succeeded' | 'failed';
  readonly requestedAt: number;
  readonly updatedAt: number;
  /** Why it failed, in the provider's words. */
  readonly problem?: string;
}

/** The checkout of a payment. */
export interface CheckoutRecord {
  /** Counts the checkouts of a payment: each has its own idempotency key. */
  readonly attempt: number;
  readonly successUrl: string;
  readonly cancelUrl: string;
  /** The time when Stripe closes it, epoch milliseconds; the hold may end before. */
  readonly expiresAt: number;
  /** Absent until Stripe has answered: until then the call is repeated with the same key and content. */
  readonly sessionId?: string;
  readonly url?: string;
}

/** A stored payment, one for each booking. Times are epoch milliseconds. */
export interface PaymentRecord {
  readonly id: string;
  readonly bookingId: string;
  readonly amount: number;
  /** ISO 4217, in upper case. */
  readonly currency: string;
  readonly status: PaymentStatus;
  readonly checkout: CheckoutRecord;
  readonly intentId: string | null;
  readonly refunds: readonly RefundRecord[];
  readonly isDisputed: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Incremented by every write; a write names the version it is based on. */
  readonly version: number;
}

/** The sum of refunds made or under way. */
export function refundedAmount({ refunds }: Pick<PaymentRecord, 'refunds'>): number {
  return refunds.reduce((sum, { status, amount }) => (status === 'failed' ? sum : sum + amount), 0);
}

/** The sum of finished refunds. */
export function returnedAmount({ refunds }: Pick<PaymentRecord, 'refunds'>): number {
  return refunds.reduce((sum, { status, amount }) => (status === 'succeeded' ? sum + amount : sum), 0);
}

/** The payment with one more refund under way; undefined when nothing is left to refund. */
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

/** The payment after a refund has changed; `refunded` once everything is refunded. */
export function afterRefund(
  payment: PaymentRecord,
  refundId: string,
  outcome: Pick<RefundRecord, 'status' | 'problem'>,
  now: number,
): PaymentRecord {
  const refunds = payment.refunds.map((refund) => {
    if (refund.id !== refundId) return refund;
    const { problem: _, ...rest } = refund;
    return { ...rest, ...outcome, updatedAt: now };
  });
  return settled({ ...payment, refunds });
}

/** Sets the status `refunded` once everything is refunded. */
export function settled(payment: PaymentRecord): PaymentRecord {
  return returnedAmount(payment) >= payment.amount && payment.status === 'succeeded'
    ? { ...payment, status: 'refunded' }
    : payment;
}
