import type { DatabaseSync } from 'node:sqlite';
import type { Migration, MigrationStep } from './sql/migrations/migration.ts';
import { migrations, stepsFrom } from './sql/migrations.ts';

/** The schema version of a SQLite file; 0 for a new one and for one of version 0.1.0. */
export function sqliteSchemaVersion(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.user_version);
}

/**
 * Brings a SQLite file to the newest schema, each step in a transaction of its own that holds the write lock: of two
 * processes that start at once one takes a step and the other finds it taken, and a killed one leaves no half step.
 * Gives the steps that were taken. Throws `CannotOpenStore` when the file is newer.
 */
export function migrateSqlite(db: DatabaseSync, steps: readonly Migration[] = migrations): readonly MigrationStep[] {
  const taken: MigrationStep[] = [];
  while (stepsFrom(sqliteSchemaVersion(db), steps).length > 0) {
    db.exec('BEGIN IMMEDIATE');
    try {
      // Read again behind the lock.
      const version = sqliteSchemaVersion(db);
      const [next] = stepsFrom(version, steps);
      if (next) {
        for (const statement of steps[version]?.sqlite ?? []) db.exec(statement);
        db.exec(`PRAGMA user_version = ${next.version}`);
        taken.push(next);
      }
      db.exec('COMMIT');
    } catch (error) {
      // SQLite may have ended it already, as it does when the disk is full: a ROLLBACK would hide that.
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  }
  return taken;
}
