import type { BookingPayment } from '../../contract/booking-payment.ts';
import type { Payment } from '../../contract/payment.ts';
import { writeInstant } from '../../contract/values.ts';
import { type PaymentRecord, returnedAmount } from './payment-record.ts';

/** A payment as `GET /payment/{payment_id}` answers it. */
export function writePayment(payment: PaymentRecord): Payment {
  return {
    id: payment.id,
    booking_id: payment.bookingId,
    amount: payment.amount,
    currency: payment.currency,
    status: payment.status,
    stripe_session_id: payment.checkout.sessionId ?? null,
    stripe_payment_intent_id: payment.intentId,
    created_at: writeInstant(payment.createdAt),
    updated_at: writeInstant(payment.updatedAt),
  };
}

/** A payment as part of its booking; why a refund failed is for the coach's side. */
export function writeBookingPayment(payment: PaymentRecord, reader: 'client' | 'coach-side'): BookingPayment {
  const refund = payment.refunds.findLast(({ status }) => status !== 'succeeded') ?? payment.refunds.at(-1);
  return {
    id: payment.id,
    status: payment.status,
    amount: payment.amount,
    currency: payment.currency,
    refunded: returnedAmount(payment),
    ...(refund && {
      refund: {
        amount: refund.amount,
        status: refund.status,
        at: writeInstant(refund.updatedAt),
        reason: refund.reason,
        ...(refund.problem !== undefined && reader === 'coach-side' && { problem: refund.problem }),
      },
    }),
  };
}
