import { bookingPage, listAllBookingsQuery } from '../booking-page.ts';
import { account, accountChange, accountList, accountParams, listAccountsQuery } from '../desk/account.ts';
import type { Endpoint } from '../endpoint.ts';
import { ownerErrors } from './owner-errors.ts';

/** Calls of admins: read everybody's bookings and accounts, and change accounts. */
export const adminEndpoints = {
  listBookings: {
    method: 'GET',
    path: '/booking',
    auth: 'required',
    query: listAllBookingsQuery,
    status: 200,
    reply: bookingPage,
    errors: ownerErrors,
    extension: true,
  },
  listAccounts: {
    method: 'GET',
    path: '/accounts',
    auth: 'required',
    query: listAccountsQuery,
    status: 200,
    reply: accountList,
    errors: ownerErrors,
    extension: true,
  },
  updateAccount: {
    method: 'PATCH',
    path: '/accounts/{account_id}',
    auth: 'required',
    params: accountParams,
    body: accountChange,
    status: 200,
    reply: account,
    errors: [...ownerErrors, 'account_not_found', 'own_account'],
    extension: true,
  },
} as const satisfies Record<string, Endpoint>;
