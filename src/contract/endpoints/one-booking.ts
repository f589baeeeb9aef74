import { booking, bookingParams } from '../booking.ts';
import { cancelBookingQuery, cancelReply } from '../booking-page.ts';
import type { Endpoint } from '../endpoint.ts';

/** Calls about one booking: of the calls about bookings, a visitor who pays needs only these. */
export const oneBookingEndpoints = {
  getBooking: {
    method: 'GET',
    path: '/booking/{booking_id}',
    auth: 'required',
    params: bookingParams,
    status: 200,
    reply: booking,
    errors: ['not_authenticated', 'token_expired', 'booking_forbidden', 'booking_not_found'],
  },
  cancelBooking: {
    method: 'DELETE',
    path: '/booking/{booking_id}',
    auth: 'required',
    params: bookingParams,
    query: cancelBookingQuery,
    status: 204,
    reply: cancelReply,
    errors: [
      'cannot_cancel',
      'too_late',
      'not_authenticated',
      'token_expired',
      'change_forbidden',
      'booking_not_found',
    ],
  },
} as const satisfies Record<string, Endpoint>;
