import * as z from 'zod/mini';
import { changeEmailBody, changePasswordBody, deleteAccountBody, logOutQuery, user } from '../auth.ts';
import { bookingParams, revokedLink } from '../booking.ts';
import type { Endpoint } from '../endpoint.ts';
import { exportedData } from '../own-data.ts';

/** Calls about the caller's own account and links. */
export const accountEndpoints = {
  logOut: {
    method: 'POST',
    path: '/auth/logout',
    auth: 'required',
    query: logOutQuery,
    status: 204,
    reply: z.optional(z.unknown()),
    errors: ['not_authenticated', 'token_expired'],
    extension: true,
  },
  changePassword: {
    method: 'POST',
    path: '/auth/password',
    auth: 'required',
    body: changePasswordBody,
    status: 204,
    reply: z.optional(z.unknown()),
    errors: ['not_authenticated', 'token_expired', 'wrong_password'],
    extension: true,
  },
  changeEmail: {
    method: 'POST',
    path: '/auth/email',
    auth: 'required',
    body: changeEmailBody,
    status: 200,
    reply: user,
    errors: ['not_authenticated', 'token_expired', 'wrong_password', 'email_taken'],
    extension: true,
  },
  deleteAccount: {
    method: 'DELETE',
    path: '/auth/me',
    auth: 'required',
    body: deleteAccountBody,
    status: 204,
    reply: z.optional(z.unknown()),
    errors: ['not_authenticated', 'token_expired', 'wrong_password'],
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
