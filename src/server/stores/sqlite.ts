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

  /**
   * Writes without waiting for the disk, or in the transaction that is open; the file stays whole after a power cut
   * (https://www.sqlite.org/pragma.html#pragma_synchronous).
   */
  writeUnsynced(text: string, values: readonly SqlValue[]): Written {
    if (this.db.isTransaction) return this.write(text, values);
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

/** A write that waits for its turn. */
interface Turn {
  /** False for a write that a power cut may lose: it is answered before the commit. */
  readonly isDurable: boolean;
  readonly since: number;
  work(): Promise<unknown>;
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

/** The most turns that share a commit: the first one must not wait for many others. */
const MOST_TURNS = 64;

/** The statements of a store. A connection has one transaction at a time, so writes take turns; those that come together share a commit. */
function sqliteSql(writer: Connection, reader: Connection, announce: Sql['announce']): Sql {
  const { db } = writer;
  const waiting: Turn[] = [];
  let isWriting = false;

  const read = async (text: string, values: readonly SqlValue[] = []) => asProblem(() => reader.rows(text, values));

  /** The next turn; when none waits, calls under way get one turn of the event loop to add theirs. */
  const nextTurn = async (): Promise<Turn | undefined> => {
    if (waiting.length === 0) await new Promise(setImmediate);
    return waiting.shift();
  };

  /** Runs one turn in the open transaction; its failure undoes its own writes alone. Gives its answer, for after the commit. */
  const runTurn = async ({ work, isDurable, resolve, reject }: Turn): Promise<() => void> => {
    db.exec('SAVEPOINT turn');
    try {
      const result = await work();
      asProblem(() => db.exec('RELEASE turn'));
      if (!isDurable) resolve(result);
      return () => resolve(result);
    } catch (error) {
      // When SQLite itself ended the transaction, as on a full disk, the writes of the other turns are undone too.
      if (!db.isTransaction) throw error;
      db.exec('ROLLBACK TO turn; RELEASE turn');
      return () => reject(error);
    }
  };

  /** Begins a transaction with a turn, adds those that come meanwhile, and waits for the disk once for all of them. */
  const runTogether = async (first: Turn): Promise<void> => {
    const taken: Turn[] = [];
    const answers: (() => void)[] = [];
    try {
      for (let next: Turn | undefined = first; next; next = taken.length < MOST_TURNS ? await nextTurn() : undefined) {
        taken.push(next);
        if (next === first) await whenFree(() => db.exec('BEGIN IMMEDIATE'), first.since);
        answers.push(await runTurn(next));
      }
      asProblem(() => db.exec('COMMIT'));
      for (const answer of answers) answer();
    } catch (error) {
      rollBack(db);
      for (const turn of taken) turn.reject(error);
    }
  };

  const writeAll = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (next.isDurable) await runTogether(next);
      else await next.work().then(next.resolve, next.reject);
    }
    isWriting = false;
  };

  const inTurn = <T>(work: (since: number) => Promise<T>, isDurable = true): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const since = performance.now();
      waiting.push({ isDurable, since, work: () => work(since), resolve: resolve as Turn['resolve'], reject });
      if (isWriting) return;
      isWriting = true;
      void writeAll();
    });

  const inTransaction = async <T>(work: (sql: Sql) => Promise<T>): Promise<T> => {
    let isOver = false;
    const announced: StoreChange[] = [];
    const check = () => {
      if (isOver) throw new Error('This transaction is over: its records can no longer be used');
    };
    const write = (text: string, values: readonly SqlValue[] = []) => {
      check();
      return asProblem(() => writer.write(text, values));
    };
    const tx: Sql = {
      dialect: 'sqlite',
      inTransaction: true,
      read: async (text, values = []) => {
        check();
        return asProblem(() => writer.rows(text, values));
      },
      write: async (text, values) => write(text, values),
      send: async (...statements) => {
        for (const { text, values } of statements) write(text, values);
      },
      transaction: (inner) => inner(tx),
      announce: (change) => announced.push(change),
    };
    const result = await inTurn(() =>
      withinTransactionTime(work(tx)).finally(() => {
        isOver = true;
      }),
    );
    announced.forEach(announce);
    return result;
  };

  const write: Sql['write'] = (text, values = [], { isDurable = true } = {}) =>
    isDurable
      ? inTurn(async () => asProblem(() => writer.write(text, values)))
      : inTurn((since) => whenFree(() => writer.writeUnsynced(text, values), since), false);

  return {
    dialect: 'sqlite',
    inTransaction: false,
    // The one connection of a database in memory also shows uncommitted rows: wait for the transaction's end.
    read: (text, values) =>
      reader === writer && isWriting ? inTurn(() => read(text, values), false) : read(text, values),
    write,
    send: (...statements) => inTransaction((tx) => tx.send(...statements)),
    transaction: inTransaction,
    announce,
  };
}

/** Runs `run` when no other process writes; waits without blocking this process, `WAIT_MS` after `since` at most. */
async function whenFree<T>(run: () => T, since: number): Promise<T> {
  const end = since + WAIT_MS;
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
