import { accountChecks } from './suite/accounts.ts';
import { bookingChecks } from './suite/bookings.ts';
import { calendarChecks } from './suite/calendars.ts';
import type { StoreCheck } from './suite/check.ts';
import { jobChecks } from './suite/jobs.ts';
import { limitChecks } from './suite/limits.ts';
import { salesChecks } from './suite/sales.ts';
import { toldChecks } from './suite/told.ts';
import { transactionChecks } from './suite/transactions.ts';

export type { StoreCheck } from './suite/check.ts';

/**
 * The checks that every store must pass, one for each promise: for your own store, with any test runner.
 *
 * @example
 * import { storeSuite } from '@culturebridge/booking/server/store-suite';
 *
 * for (const { name, run } of storeSuite) test(name, () => run(openMyEmptyStore));
 */
export const storeSuite: readonly StoreCheck[] = [
  ...accountChecks,
  ...bookingChecks,
  ...transactionChecks,
  ...jobChecks,
  ...calendarChecks,
  ...limitChecks,
  ...salesChecks,
  ...toldChecks,
];
