import type { Migration } from './migration.ts';

/**
 * Counters of limits wait for no disk: PostgreSQL keeps them out of its log, so that they begin anew after a crash. On SQLite each
 * write says so itself.
 */
export const unloggedLimits: Migration = {
  name: 'counters of limits that wait for no disk',
  sqlite: [],
  postgres: () => ['ALTER TABLE limits SET UNLOGGED'],
};
