import { booking, bookingParams, createBookingBody, moveBookingBody } from '../booking.ts';
import type { Endpoint } from '../endpoint.ts';

/** Calls of the booking flow: create a booking, or move one. */
export const flowEndpoints = {
  createBooking: {
    method: 'POST',
    path: '/booking',
    auth: 'required',
    body: createBookingBody,
    headers: ['idempotency-key'],
    status: 201,
    reply: booking,
    errors: [
      'in_the_past',
      'invalid_client',
      'invalid_coach',
      'coach_inactive',
      'too_many_open_requests',
      'visitor_not_verified',
      'session_type_not_found',
      'not_authenticated',
      'token_expired',
      'only_clients_book',
      'slot_unavailable',
      'idempotency_mismatch',
    ],
  },
  moveBooking: {
    method: 'PATCH',
    path: '/booking/{booking_id}',
    auth: 'required',
    params: bookingParams,
    body: moveBookingBody,
    status: 200,
    reply: booking,
    errors: [
      'in_the_past',
      'cannot_move',
      'too_late',
      'coach_inactive',
      'not_authenticated',
      'token_expired',
      'change_forbidden',
      'booking_not_found',
      'session_type_not_found',
      'price_differs',
      'slot_unavailable',
    ],
    extension: true,
  },
} as const satisfies Record<string, Endpoint>;
