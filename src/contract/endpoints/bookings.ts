import * as z from 'zod/mini';
import { booking, bookingParams } from '../booking.ts';
import { bookingPage, listBookingsQuery, updateStatusBody } from '../booking-page.ts';
import { coachParams } from '../coach.ts';
import type { Endpoint } from '../endpoint.ts';
import { id } from '../values.ts';
import { coachesEndpoints } from './coaches.ts';
import { oneBookingEndpoints } from './one-booking.ts';

const listErrors = ['not_authenticated', 'token_expired', 'bookings_forbidden'] as const;

/** Calls to find a coach, and to read and change bookings. */
export const bookingsEndpoints = {
  ...oneBookingEndpoints,
  ...coachesEndpoints,
  listClientBookings: {
    method: 'GET',
    path: '/booking/client/{client_id}',
    auth: 'required',
    params: z.object({ client_id: id }),
    query: listBookingsQuery,
    status: 200,
    reply: bookingPage,
    errors: listErrors,
  },
  listCoachBookings: {
    method: 'GET',
    path: '/booking/coach/{coach_id}',
    auth: 'required',
    params: coachParams,
    query: listBookingsQuery,
    status: 200,
    reply: bookingPage,
    errors: listErrors,
  },
  updateBookingStatus: {
    method: 'PATCH',
    path: '/booking/{booking_id}/status',
    auth: 'required',
    params: bookingParams,
    body: updateStatusBody,
    status: 200,
    reply: booking,
    errors: [
      'invalid_transition',
      'too_late',
      'not_authenticated',
      'token_expired',
      'change_forbidden',
      'booking_not_found',
    ],
  },
  getHealth: {
    method: 'GET',
    path: '/health',
    auth: 'none',
    status: 200,
    /** `contract_version`: `CONTRACT_VERSION` of the contract that the server was written for. */
    reply: z.object({ status: z.string(), contract_version: z.optional(z.string()) }),
    errors: [],
    extension: true,
  },
} as const satisfies Record<string, Endpoint>;
