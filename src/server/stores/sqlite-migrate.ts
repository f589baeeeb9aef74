import type { DatabaseSync } from 'node:sqlite';
import type { Migration, MigrationStep } from './sql/migrations/migration.ts';
import { migrations, stepsFrom } from './sql/migrations.ts';

/** The schema version of a SQLite file; 0 for a new one and for one of version 0.1.0. */
export function sqliteSchemaVersion(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.user_version);
}

/**
 * Brings a SQLite file to the newest schema, each step in its own transaction with the write lock: of two processes that start at
 * once, one runs the step and the other finds it done, and a killed process leaves no half step. Returns the steps that were run.
 * Throws `CannotOpenStore` when the file is newer.
 */
export function migrateSqlite(db: DatabaseSync, steps: readonly Migration[] = migrations): readonly MigrationStep[] {
  const taken: MigrationStep[] = [];
  while (stepsFrom(sqliteSchemaVersion(db), steps).length > 0) {
    db.exec('BEGIN IMMEDIATE');
    try {
      // Read again after the lock was taken.
      const version = sqliteSchemaVersion(db);
      const [next] = stepsFrom(version, steps);
      if (next) {
        for (const statement of steps[version]?.sqlite ?? []) db.exec(statement);
        rewriteRows(db, steps[version]?.rewrite);
        db.exec(`PRAGMA user_version = ${next.version}`);
        taken.push(next);
      }
      db.exec('COMMIT');
    } catch (error) {
      // SQLite may have ended the transaction already, as when the disk is full: a failing ROLLBACK would hide that error.
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  }
  return taken;
}

function rewriteRows(db: DatabaseSync, rewrite: Migration['rewrite']): void {
  if (!rewrite) return;
  const { table, column, from } = rewrite;
  db.function('rewritten', { deterministic: true }, (record) => from(String(record)));
  db.exec(`UPDATE ${table} SET ${column} = rewritten(record) WHERE ${column} <> rewritten(record)`);
}
