import { CannotOpenStore } from '../cannot-open-store.ts';
import { tables } from './migrations/0001-tables.ts';
import { jobsAndBuffers } from './migrations/0002-jobs-and-buffers.ts';
import { sales } from './migrations/0003-sales.ts';
import { searchAccounts } from './migrations/0004-search-accounts.ts';
import { signInsAndRequests } from './migrations/0005-sign-ins-and-requests.ts';
import { unloggedLimits } from './migrations/0006-unlogged-limits.ts';
import { foldedSearchText } from './migrations/0007-folded-search-text.ts';
import { messagesAndWebhooks } from './migrations/0008-messages-and-webhooks.ts';
import { erasedBookings } from './migrations/0009-erased-bookings.ts';
import type { Migration, MigrationStep } from './migrations/migration.ts';

/** All steps in order: the schema's version is the number of steps that were run. */
export const migrations: readonly Migration[] = [
  tables,
  jobsAndBuffers,
  sales,
  searchAccounts,
  signInsAndRequests,
  unloggedLimits,
  foldedSearchText,
  messagesAndWebhooks,
  erasedBookings,
];

/** The steps that a database of this version lacks. Throws `CannotOpenStore` when it is newer than this program. */
export function stepsFrom(version: number, steps: readonly Migration[] = migrations): readonly MigrationStep[] {
  if (version > steps.length) {
    throw new CannotOpenStore(
      `The database has schema version ${version}, and this program knows ${steps.length}: it was written by a newer ` +
        'version of @culturebridge/booking. Install that version, or restore a backup made before the upgrade.',
    );
  }
  return steps.map(({ name }, index) => ({ version: index + 1, name })).slice(version);
}
