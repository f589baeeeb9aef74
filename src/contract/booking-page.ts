import * as z from 'zod/mini';
import { booking, bookingStatus, changeReason } from './booking.ts';
import { pageShape } from './query.ts';
import { id } from './values.ts';

/** The new status of a booking; `bookingStatus` says which may follow which. */
export const updateStatusBody = z.object({
  status: bookingStatus,
  /** With `cancelled`: the reason, stored as `cancellation_reason`. */
  reason: z.optional(changeReason),
});

/** Why a booking is cancelled, kept with it as `cancellation_reason`. */
export const cancelBookingQuery = z.object({ reason: z.optional(changeReason) });

const listShape = { ...pageShape, status: z.optional(bookingStatus) };

/** Which bookings to list: a page of them, of one status or of all. */
export const listBookingsQuery = z.object(listShape);

/** Which of everybody's bookings to list: of one coach, of one client, of one status, or all. */
export const listAllBookingsQuery = z.object({
  ...listShape,
  coach_id: z.optional(id),
  client_id: z.optional(id),
});

/** A page of bookings; a bare array, as some backends send, is accepted too. */
export const bookingPage = z.pipe(
  z.union([
    z.object({
      bookings: z.array(booking),
      total: z.optional(z.int()),
      skip: z.optional(z.int()),
      limit: z.optional(z.int()),
    }),
    z.array(booking),
  ]),
  z.transform((reply) => {
    const page = Array.isArray(reply) ? { bookings: reply } : reply;
    return { bookings: page.bookings, total: page.total ?? page.bookings.length };
  }),
);
/**
 * One page of bookings, and `total`, the count over all pages.
 * Without a `total` this page is read as the only one.
 */
export type BookingPage = z.output<typeof bookingPage>;

/** Nothing; some backends answer 200 with the cancelled booking. */
export const cancelReply = z.optional(z.nullable(booking));
