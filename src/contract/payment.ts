import * as z from 'zod/mini';
import { paymentStatus } from './booking-payment.ts';
import { id, instant } from './values.ts';

const returnAddress = z.string().check(
  z.maxLength(2000),
  z.refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
    error: 'must be an address such as https://www.example.com/book',
  }),
);

/**
 * The booking to pay, and the pages to return to.
 * Pages are http(s) addresses of at most 2,000 characters, their origins on the server's allow-list.
 */
export const createCheckoutBody = z.object({ booking_id: id, success_url: returnAddress, cancel_url: returnAddress });

/** An open checkout. `amount` is in the currency's minor unit, as in every price. */
export const checkout = z.object({
  session_id: z.string(),
  url: z.string(),
  payment_id: id,
  amount: z.int(),
  currency: z.string(),
});
/** An open checkout: the browser goes to `url`. `amount` is in the minor unit of `currency` (ISO 4217). */
export type Checkout = z.output<typeof checkout>;

/** A payment; `amount` in the currency's minor unit. */
export const payment = z.object({
  id,
  booking_id: id,
  amount: z.int(),
  currency: z.string(),
  status: paymentStatus,
  stripe_session_id: z.nullable(z.string()),
  stripe_payment_intent_id: z.nullable(z.string()),
  created_at: instant,
  updated_at: instant,
});
/** The payment of one booking with Stripe's ids of it; `amount` in the minor unit of `currency`, instants in UTC. */
export type Payment = z.output<typeof payment>;

/** The payment that a path names. */
export const paymentParams = z.object({ payment_id: id });

/** The result of an event of Stripe. */
export const paymentEventReply = z.object({
  status: z.enum(['processed', 'already_processed', 'unhandled']),
  event_type: z.string(),
  payment_id: z.optional(z.string()),
});

/** The amount to refund; everything left when absent. */
export const refundBody = z.object({ amount: z.optional(z.int().check(z.minimum(1))) });
