import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';

/** The record kept as JSON in a row; rows are written by this store alone, so what is read is what was written. */
export function readRecord<T>(row: Record<string, SQLOutputValue> | undefined): T | undefined {
  return row === undefined ? undefined : JSON.parse(String(row.record));
}

/**
 * Runs `work` alone among all processes that have the file open: IMMEDIATE takes the write lock before the first
 * read, so what was checked still holds when it is written.
 */
export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}
