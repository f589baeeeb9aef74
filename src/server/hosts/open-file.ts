import { chmodSync } from 'node:fs';
import { openSqliteStore, type SqliteStore } from '../stores/sqlite.ts';
import { UsageError } from './usage-error.ts';

/**
 * Opens the store of a command and makes its files readable by their owner alone, also where they were not.
 * Throws `UsageError` when the file is no database, or cannot be made or written.
 */
export function openFile(path: string): SqliteStore {
  try {
    const store = openSqliteStore(path);
    for (const file of [path, `${path}-wal`, `${path}-shm`]) makePrivate(file);
    return store;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`--data ${path}: ${why}. The folder must exist, and the file be one that this server made.`);
  }
}

function makePrivate(file: string): void {
  try {
    chmodSync(file, 0o600);
  } catch (error) {
    // The database in memory has no file, and -wal and -shm come with the first write.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
