import * as z from 'zod/mini';
import { role, userShape } from '../auth.ts';
import { pageShape } from '../query.ts';
import { id } from '../values.ts';

/** An account as an admin reads it; fields about coaches are left out for other roles. */
export const account = z.object({
  ...userShape,
  /** True when the coach is listed; else only people with the page's address can book. */
  is_listed: z.optional(z.boolean()),
  /** True when clients can book the coach. */
  is_bookable: z.optional(z.boolean()),
});
/** An account as an admin reads it. `is_active: false`: it cannot sign in. */
export type ManagedAccount = z.output<typeof account>;

/** Which accounts to list: a page of them, of one role or of all. */
export const listAccountsQuery = z.object({
  ...pageShape,
  role: z.optional(role),
  /** Words to search in name and e-mail, ignoring case. */
  q: z.optional(z.string().check(z.maxLength(100))),
});

/** A page of accounts by name; `total` counts all that match. */
export const accountList = z.object({ accounts: z.array(account), total: z.int() });
/** One page of the accounts that match, and how many match in all. */
export type AccountList = z.output<typeof accountList>;

/** An admin's changes of an account; fields left out stay. */
export const accountChange = z.object({
  /** `false`: the account cannot sign in, its tokens stop working, and a coach can no longer be booked. */
  is_active: z.optional(z.boolean()),
  is_listed: z.optional(z.boolean()),
  is_bookable: z.optional(z.boolean()),
});
/** What an admin changes of an account; `is_listed` and `is_bookable` are for coaches alone. */
export type AccountChange = z.output<typeof accountChange>;

/** The account that a path names. */
export const accountParams = z.object({ account_id: id });
