import type { Store, StoreChange } from '../ports.ts';
import { createListeners } from './listeners.ts';
import { explainStart, isUnavailable, isWorthRepeating } from './postgres-errors.ts';
import { createPostgresHearing } from './postgres-hearing.ts';
import { migratePostgres } from './postgres-migrate.ts';
import { openPostgresPool, type PostgresClient, type PostgresPool, type PostgresPoolOptions } from './postgres-pool.ts';
import type { OverlapGuard } from './sql/migrations/migration.ts';
import { sqlRecords, sweepRecords } from './sql/records.ts';
import type { Sql, SqlValue, Written } from './sql/sql.ts';
import { withinTransactionTime } from './transaction-time.ts';

/** A store in a PostgreSQL database; `close` before the process ends. */
export interface PostgresStore extends Store {
  close(): Promise<void>;
}

/** Options of a PostgreSQL store. */
export interface PostgresStoreOptions extends PostgresPoolOptions {
  /** How a new database prevents overlapping sessions. @default 'constraint' */
  readonly overlap?: OverlapGuard;
}

/** How often a transaction is repeated when PostgreSQL requires it. */
const REPEATS = 8;
/** Time-outs for one transaction only: they do not stay with the connection. */
const BEGIN =
  'BEGIN; SET LOCAL statement_timeout = 9000; SET LOCAL lock_timeout = 8000; ' +
  'SET LOCAL idle_in_transaction_session_timeout = 15000';

/**
 * A store in a PostgreSQL database (13 or later), for several processes and machines; the address is one that `pg` knows,
 * `postgres://user:password@host:5432/database?sslmode=verify-full`. An exclusion constraint prevents overlapping sessions of a
 * coach, whoever writes. The tables are created, or migrated to the newest schema. Throws `CannotOpenStore` when the database
 * cannot be reached or used.
 *
 * @example
 * const store = await openPostgresStore('postgres://booking:secret@127.0.0.1:5432/booking');
 * const answer = createBookingServer({ store, secret });
 * // Once nothing is answered any more:
 * await store.close();
 */
export async function openPostgresStore(url: string, options: PostgresStoreOptions = {}): Promise<PostgresStore> {
  const listeners = createListeners();
  const { sql, pool, close } = await openPostgresSql(url, options, listeners.tell);
  const hearing = createPostgresHearing(url, pool);
  listeners.add((change) => {
    if (change.about === 'times') hearing.tell(change.coachId);
  });
  return {
    ...sqlRecords(sql),
    transaction: (work) => sql.transaction((tx) => work(sqlRecords(tx))),
    listen: listeners.add,
    hearOthers: hearing.hear,
    sweep: (now) => sweepRecords(sql, now),
    close: async () => {
      await hearing.close();
      await close();
    },
  };
}

/** The statements of a store, on a PostgreSQL database in the newest schema. Throws as `openPostgresStore`. */
export async function openPostgresSql(
  url: string,
  options: PostgresStoreOptions = {},
  announce: Sql['announce'] = () => undefined,
): Promise<{ readonly sql: Sql; readonly pool: PostgresPool; close(): Promise<void> }> {
  const pool = await openPostgresPool(url, options);
  try {
    await migratePostgres(pool, options.overlap ?? 'constraint');
  } catch (error) {
    await pool.end();
    throw explainStart(error);
  }
  return { sql: postgresSql(pool, announce), pool, close: () => pool.end() };
}

function postgresSql(pool: PostgresPool, announce: Sql['announce']): Sql {
  const once = <T>(work: (sql: Sql) => Promise<T>): Promise<T> =>
    pool.withClient(async (client) => {
      const announced: StoreChange[] = [];
      let isOver = false;
      const check = () => {
        if (isOver) throw new Error('This transaction is over: its records can no longer be used');
      };
      const tx: Sql = {
        dialect: 'postgres',
        inTransaction: true,
        read: async (text, values) => {
          check();
          return (await run(client, text, values)).rows;
        },
        write: async (text, values) => {
          check();
          return run(client, text, values);
        },
        transaction: (inner) => inner(tx),
        announce: (change) => announced.push(change),
      };
      await client.query(BEGIN);
      try {
        const result = await withinTransactionTime(work(tx));
        isOver = true;
        await client.query('COMMIT');
        announced.forEach(announce);
        return result;
      } catch (error) {
        isOver = true;
        // A lost connection is discarded, and the database rolls back by itself.
        if (!isUnavailable(error)) await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });

  return {
    dialect: 'postgres',
    inTransaction: false,
    read: async (text, values) => (await run(pool, text, values)).rows,
    write: (text, values) => run(pool, text, values),
    transaction: async (work) => {
      for (let repeats = 0; ; repeats += 1) {
        try {
          return await once(work);
        } catch (error) {
          if (!isWorthRepeating(error) || repeats === REPEATS) throw error;
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 2 ** repeats * 5));
        }
      }
    },
    announce,
  };
}

async function run(client: PostgresClient, text: string, values: readonly SqlValue[] = []): Promise<Written> {
  const { rows, rowCount } = await client.query(numbered(text), values.map(storable));
  return { rows, changes: rowCount ?? 0 };
}

const known = new Map<string, string>();

/** `?` as `$1`, `$2`, …; no statement has a question mark with another meaning. */
function numbered(text: string): string {
  let result = known.get(text);
  if (result === undefined) {
    let count = 0;
    result = text.replace(/\?/g, () => `$${++count}`);
    known.set(text, result);
  }
  return result;
}

/** PostgreSQL's text cannot contain NUL. In a record it is already escaped, and no id contains one. */
function storable(value: SqlValue): SqlValue {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;
}
