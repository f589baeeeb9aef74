import * as z from 'zod/mini';
import { bookingParams, revokedLink } from '../booking.ts';
import type { Endpoint } from '../endpoint.ts';
import { exportedData } from '../own-data.ts';

/** What people do with their own account and links, away from booking. */
export const accountEndpoints = {
  logOut: {
    method: 'POST',
    path: '/auth/logout',
    auth: 'required',
    status: 204,
    reply: z.optional(z.unknown()),
    errors: ['not_authenticated', 'token_expired'],
    extension: true,
  },
  exportOwnData: {
    method: 'GET',
    path: '/auth/me/export',
    auth: 'required',
    status: 200,
    reply: exportedData,
    errors: ['not_authenticated', 'token_expired'],
    extension: true,
  },
  renewBookingLink: {
    method: 'POST',
    path: '/booking/{booking_id}/link',
    auth: 'required',
    params: bookingParams,
    status: 200,
    reply: revokedLink,
    errors: ['not_authenticated', 'token_expired', 'change_forbidden', 'booking_not_found'],
    extension: true,
  },
} as const satisfies Record<string, Endpoint>;
