import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { serverBusy } from '../auth/bounded-queue.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { Store, StoreChange } from '../ports.ts';
import { createListeners } from './listeners.ts';
import { sqlRecords, sweepRecords } from './sql/records.ts';
import type { Row, Sql, SqlValue, Written } from './sql/sql.ts';
import { migrateSqlite } from './sqlite-migrate.ts';
import { withinTransactionTime } from './transaction-time.ts';

/** A store in a file; `close` before the process ends. */
export interface SqliteStore extends Store {
  close(): void;
}

/** How long a writer waits for other processes that share the file: less than a visitor's page waits. */
const WAIT_MS = 5000;
/** `Retry-After` for callers who waited in vain. */
const RETRY_AFTER_SECONDS = 2;

/**
 * Opens a store in a SQLite file, with Node's own `node:sqlite`. Several processes may share the file: each write is one
 * transaction, and triggers in the database prevent overlapping sessions of a coach, whoever writes. `:memory:` uses no file. An
 * older file is migrated to the newest schema. Throws `CannotOpenStore` when the file is newer than this program.
 *
 * @example
 * const store = openSqliteStore('booking.sqlite');
 * const answer = createBookingServer({ store, secret });
 * // Once nothing is answered any more:
 * store.close();
 */
export function openSqliteStore(path: string): SqliteStore {
  const listeners = createListeners();
  const { sql, close } = openSqliteSql(path, listeners.tell);
  return {
    ...sqlRecords(sql),
    transaction: (work) => sql.transaction((tx) => work(sqlRecords(tx))),
    listen: listeners.add,
    sweep: (now) => sweepRecords(sql, now),
    close,
  };
}

/** The statements of a store, on a SQLite file in the newest schema. */
export function openSqliteSql(
  path: string,
  announce: Sql['announce'] = () => undefined,
): { readonly sql: Sql; close(): void } {
  const writer = new Connection(path);
  try {
    // Set first, so that the switch to WAL waits for other processes too. With WAL, readers never wait for the writer.
    writer.db.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON;');
    migrateSqlite(writer.db);
    // From here on `whenFree` waits without blocking the process.
    writer.db.exec('PRAGMA busy_timeout = 10');
    // A separate connection sees only committed rows, whatever transaction is under way. A database in memory has one connection.
    const reader = path === ':memory:' ? writer : new Connection(path);
    if (reader !== writer) reader.db.exec('PRAGMA busy_timeout = 100; PRAGMA query_only = ON;');
    return {
      sql: sqliteSql(writer, reader, announce),
      close: () => {
        if (reader !== writer) reader.db.close();
        writer.db.close();
      },
    };
  } catch (error) {
    writer.db.close();
    throw error;
  }
}

/** A connection with its prepared statements. */
class Connection {
  readonly db: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();

  constructor(path: string) {
    this.db = new DatabaseSync(path);
  }

  rows(text: string, values: readonly SqlValue[]): readonly Row[] {
    return this.#prepare(text).all(...values);
  }

  write(text: string, values: readonly SqlValue[]): Written {
    if (/\bRETURNING\b/.test(text)) {
      const rows = this.rows(text, values);
      return { rows, changes: rows.length };
    }
    return { rows: [], changes: Number(this.#prepare(text).run(...values).changes) };
  }

  /** Writes without waiting for the disk; the file stays whole whatever happens (https://www.sqlite.org/pragma.html#pragma_synchronous). */
  writeUnsynced(text: string, values: readonly SqlValue[]): Written {
    this.db.exec('PRAGMA synchronous = NORMAL');
    try {
      return this.write(text, values);
    } finally {
      this.db.exec('PRAGMA synchronous = FULL');
    }
  }

  #prepare(text: string): StatementSync {
    const known = this.#prepared.get(text);
    if (known) return known;
    const made = this.db.prepare(text);
    this.#prepared.set(text, made);
    return made;
  }
}

function sqliteSql(writer: Connection, reader: Connection, announce: Sql['announce']): Sql {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  /** Runs one writer of this process at a time: a connection has one transaction at a time. */
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    waiting += 1;
    const result = last.then(work).finally(() => {
      waiting -= 1;
    });
    last = result.catch(() => undefined);
    return result;
  };

  const read = async (text: string, values: readonly SqlValue[] = []) => asProblem(() => reader.rows(text, values));

  const inTransaction = async <T>(work: (sql: Sql) => Promise<T>): Promise<T> => {
    await whenFree(() => writer.db.exec('BEGIN IMMEDIATE'));
    let isOver = false;
    const announced: StoreChange[] = [];
    const check = () => {
      if (isOver) throw new Error('This transaction is over: its records can no longer be used');
    };
    const tx: Sql = {
      dialect: 'sqlite',
      inTransaction: true,
      read: async (text, values = []) => {
        check();
        return asProblem(() => writer.rows(text, values));
      },
      write: async (text, values = []) => {
        check();
        return asProblem(() => writer.write(text, values));
      },
      transaction: (inner) => inner(tx),
      announce: (change) => announced.push(change),
    };
    try {
      const result = await withinTransactionTime(work(tx));
      await asProblem(() => writer.db.exec('COMMIT'));
      announced.forEach(announce);
      return result;
    } catch (error) {
      rollBack(writer.db);
      throw error;
    } finally {
      isOver = true;
    }
  };

  return {
    dialect: 'sqlite',
    inTransaction: false,
    // The one connection of a database in memory also shows uncommitted rows: wait for the transaction's end.
    read: (text, values) => (reader === writer && waiting > 0 ? alone(() => read(text, values)) : read(text, values)),
    write: (text, values = [], { isDurable = true } = {}) =>
      alone(() => whenFree(() => (isDurable ? writer.write(text, values) : writer.writeUnsynced(text, values)))),
    transaction: (work) => alone(() => inTransaction(work)),
    announce,
  };
}

/** Runs `run` when no other process writes; waits without blocking this process. */
async function whenFree<T>(run: () => T): Promise<T> {
  const end = performance.now() + WAIT_MS;
  for (;;) {
    try {
      return run();
    } catch (error) {
      if (codeOf(error) !== BUSY || performance.now() > end) throw problemOf(error);
      await new Promise((resolve) => setTimeout(resolve, 1 + Math.random() * 20));
    }
  }
}

function rollBack(db: DatabaseSync): void {
  try {
    db.exec('ROLLBACK');
  } catch {
    // SQLite itself ended the transaction, as when the disk is full.
  }
}

function asProblem<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw problemOf(error);
  }
}

// Primary result codes, https://www.sqlite.org/rescode.html
const BUSY = 5;
const IO_ERROR = 10;
const FULL = 13;

function codeOf(error: unknown): number | undefined {
  const { errcode } = error as { readonly errcode?: unknown };
  return typeof errcode === 'number' ? errcode & 0xff : undefined;
}

function problemOf(error: unknown): unknown {
  if (error instanceof Error && error.message === 'sessions overlap') {
    return new ProblemError('slot_unavailable', { cause: error });
  }
  const code = codeOf(error);
  if (code === BUSY) return serverBusy(RETRY_AFTER_SECONDS, error);
  if (code !== IO_ERROR && code !== FULL) return error;
  return new ProblemError('store_unavailable', {
    cause: error,
    headers: { 'retry-after': String(RETRY_AFTER_SECONDS) },
  });
}
