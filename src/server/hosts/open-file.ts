import { openSqliteStore, type SqliteStore } from '../stores/sqlite.ts';
import { UsageError } from './usage-error.ts';

/** Opens the store of a command. Throws `UsageError` when the file is no database, or cannot be made or written. */
export function openFile(path: string): SqliteStore {
  try {
    return openSqliteStore(path);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`--data ${path}: ${why}. The folder must exist, and the file be one that this server made.`);
  }
}
