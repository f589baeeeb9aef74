import * as z from 'zod/mini';
import { logOutQuery } from '../auth.ts';
import type { Endpoint } from '../endpoint.ts';

/** The call that ends a sign-in. It has a module of its own: a page that is closing loads no other call about accounts. */
export const logOutEndpoints = {
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
} as const satisfies Record<string, Endpoint>;
