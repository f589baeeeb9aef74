import * as z from 'zod/mini';
import { id, instant } from './values.ts';

/** The status of a payment. */
export const paymentStatus = z.enum(['pending', 'succeeded', 'failed', 'refunded']);
/** The status of a payment: `pending`, `succeeded`, `failed` or `refunded`. */
export type PaymentStatus = z.output<typeof paymentStatus>;

/** The payment of a booking, sent with the booking to its client, its coach and admins. */
export const bookingPayment = z.object({
  id,
  status: paymentStatus,
  amount: z.int(),
  currency: z.string(),
  /** Refunded so far, in the minor unit. */
  refunded: z.int(),
  /** The latest refund that is not done; the latest one where all are. */
  refund: z.optional(
    z.nullable(
      z.object({
        amount: z.int(),
        status: z.enum(['pending', 'succeeded', 'failed']),
        at: instant,
        /** `late`: the payment came after the time was given away; `outside`: made in the provider's own pages. */
        reason: z.optional(z.enum(['cancelled', 'declined', 'late', 'manual', 'outside'])),
        /** Why a refund failed, in the provider's words; for the coach and admins only. */
        problem: z.optional(z.nullable(z.string())),
      }),
    ),
  ),
});
/** The payment of a booking and its refunds; amounts in the minor unit of `currency` (ISO 4217). */
export type BookingPayment = z.output<typeof bookingPayment>;
