import type { Migration } from './migration.ts';

/**
 * Counters of limits do not wait for the disk: PostgreSQL keeps them out of its log, so they start at zero after a crash. On SQLite
 * each write sets that itself.
 */
export const unloggedLimits: Migration = {
  name: 'counters of limits that wait for no disk',
  sqlite: [],
  postgres: () => ['ALTER TABLE limits SET UNLOGGED'],
};
