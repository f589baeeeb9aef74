import * as z from 'zod/mini';
import { id, instant } from './values.ts';

/** Where a payment stands. */
export const paymentStatus = z.enum(['pending', 'succeeded', 'failed', 'refunded']);
export type PaymentStatus = z.output<typeof paymentStatus>;

/** How a booking stands with money; it goes with the booking to its client, its coach and admins. */
export const bookingPayment = z.object({
  id,
  status: paymentStatus,
  amount: z.int(),
  currency: z.string(),
  /** Given back so far, in the minor unit. */
  refunded: z.int(),
  /** The latest refund that was asked for. */
  refund: z.optional(
    z.nullable(z.object({ amount: z.int(), status: z.enum(['pending', 'succeeded', 'failed']), at: instant })),
  ),
});
export type BookingPayment = z.output<typeof bookingPayment>;
