import type { LazyElements } from './lazy-elements.ts';

/** The account panel, which a list shows below the bookings of a signed-in user; in a chunk of its own. */
export const accountElements = {
  'cb-account': async () => (await import('../account/account.ts')).CbAccount,
} as const satisfies LazyElements;

/** Elements that the desk of a coach or an admin loads when they are opened, each in a chunk of its own. */
export const deskElements = {
  'cb-accounts': async () => (await import('../accounts/accounts.ts')).CbAccounts,
  'cb-bookings-week': async () => (await import('../bookings-week/bookings-week.ts')).CbBookingsWeek,
  'cb-availability-editor': async () =>
    (await import('../availability-editor/availability-editor.ts')).CbAvailabilityEditor,
} as const satisfies LazyElements;
