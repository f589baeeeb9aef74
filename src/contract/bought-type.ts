import * as z from 'zod/mini';
import { id, price } from './values.ts';

const minutes = (maximum: number) => z.int().check(z.minimum(0), z.maximum(maximum));

/** The place of a session: `detail` is the number, the address or the link, as the coach writes it. */
export const sessionLocation = z.object({
  kind: z.enum(['video', 'phone', 'place', 'link']),
  detail: z.optional(z.nullable(z.string().check(z.maxLength(300)))),
});
/** The kind of place of a session, and its number, address or link in at most 300 characters. */
export type SessionLocation = z.output<typeof sessionLocation>;

/**
 * The refund of a client who cancels: everything until `full_until_minutes` before the start, a share until `part.until_minutes`
 * before it, nothing after that.
 */
export const refundRules = z.object({
  full_until_minutes: minutes(60 * 24 * 90),
  part: z.nullable(
    z.object({ until_minutes: minutes(60 * 24 * 90), percent: z.int().check(z.minimum(1), z.maximum(99)) }),
  ),
});
/**
 * The refund rules of a price.
 * Times are minutes before the start, at most 90 days; the share is in percent, 1 to 99.
 */
export type RefundRules = z.output<typeof refundRules>;

/** A copy of the session type at the time of booking: later changes of the type do not change the booking. */
export const boughtType = z.object({
  id,
  name: z.string(),
  price: z.optional(z.nullable(price)),
  tax_note: z.optional(z.nullable(z.string())),
  location: z.optional(z.nullable(sessionLocation)),
  refunds: z.optional(refundRules),
});
/** A session type as it was at the time of booking; the price in the currency's minor unit. */
export type BoughtType = z.output<typeof boughtType>;
