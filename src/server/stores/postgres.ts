import type { Store, StoreChange } from '../ports.ts';
import { createListeners } from './listeners.ts';
import { explainStart, isUnavailable, isWorthRepeating } from './postgres-errors.ts';
import { createPostgresHearing } from './postgres-hearing.ts';
import { migratePostgres, postgresSchemaVersion } from './postgres-migrate.ts';
import { openPostgresPool, type PostgresClient, type PostgresPool, type PostgresPoolOptions } from './postgres-pool.ts';
import { createSideBySide } from './postgres-side-by-side.ts';
import { createTogether } from './postgres-together.ts';
import type { OverlapGuard } from './sql/migrations/migration.ts';
import { stepsFrom } from './sql/migrations.ts';
import { sqlRecords, sweepRecords } from './sql/records.ts';
import type { Sql, SqlValue, Statement, Written } from './sql/sql.ts';
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
    if (stepsFrom(await pool.withClient(postgresSchemaVersion)).length > 0) await migrate(url, options);
  } catch (error) {
    await pool.end();
    throw explainStart(error);
  }
  return { sql: postgresSql(pool, announce), pool, close: () => pool.end() };
}

/** A step over a large table takes as long as it takes. */
async function migrate(url: string, options: PostgresStoreOptions): Promise<void> {
  const pool = await openPostgresPool(url, { ...options, poolSize: 1, statementMs: 0 });
  try {
    await migratePostgres(pool, options.overlap ?? 'constraint');
  } finally {
    await pool.end();
  }
}

function postgresSql(pool: PostgresPool, announce: Sql['announce']): Sql {
  const once = <T>(work: (sql: Sql) => Promise<T>): Promise<T> =>
    pool.withClient(async (client) => {
      const announced: StoreChange[] = [];
      let isOver = false;
      const check = () => {
        if (isOver) throw new Error('This transaction is over: its records can no longer be used');
      };
      const begun = client.begin();
      /** Statements that were sent and not waited for. */
      const sent: Promise<unknown>[] = [begun];
      begun.catch(() => undefined);
      const tx: Sql = {
        dialect: 'postgres',
        inTransaction: true,
        // Sent together with BEGIN, which is harmless if BEGIN fails. Statements that write wait for BEGIN's answer.
        read: async (text, values) => {
          check();
          const [{ rows }] = await Promise.all([run(client, text, values), begun]);
          return rows;
        },
        write: async (text, values) => {
          check();
          await begun;
          return run(client, text, values);
        },
        send: async (...statements) => {
          check();
          await begun;
          const { text, values } = joined(statements);
          const under = run(client, text, values);
          under.catch(() => undefined);
          sent.push(under);
        },
        transaction: (inner) => inner(tx),
        announce: (change) => announced.push(change),
      };
      try {
        const result = await withinTransactionTime(work(tx));
        isOver = true;
        // When a statement has failed, COMMIT rolls back.
        const [{ command }] = await Promise.all([client.query('COMMIT'), ...sent]);
        if (command === 'ROLLBACK') throw new Error('A statement of the transaction failed, and its error was ignored');
        announced.forEach(announce);
        return result;
      } catch (error) {
        isOver = true;
        // A lost connection is discarded, and the database rolls back by itself.
        if (!isUnavailable(error)) await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });

  const alone = createSideBySide(pool, run);
  return {
    dialect: 'postgres',
    inTransaction: false,
    read: async (text, values = []) => (await alone({ text, values })).rows,
    // A write that does not wait for the disk is as quick as a read: it is sent together with others.
    write: (text, values = [], { isDurable = true } = {}) =>
      isDurable ? run(pool, text, values) : alone({ text, values }),
    together: createTogether(pool, run),
    send: async (...statements) => {
      const { text, values } = joined(statements);
      await run(pool, text, values);
    },
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

/** Statements that write, as one: all see the database as it was before, so none may depend on what another writes. */
function joined(statements: readonly Statement[]): Statement {
  const [last, ...before] = statements.toReversed();
  if (!last) throw new Error('There is no statement to send');
  const parts = before.map(({ text }, index) => `written_${index} AS (${text})`);
  return {
    text: parts.length > 0 ? `WITH ${parts.join(', ')} ${last.text}` : last.text,
    values: [...before.flatMap(({ values }) => values), ...last.values],
  };
}

async function run(client: PostgresClient, given: string, values: readonly SqlValue[] = []): Promise<Written> {
  const { text, name } = preparedOf(given);
  const { rows, rowCount } = await client.query(text, values.map(storable), { name });
  return { rows, changes: rowCount ?? 0 };
}

interface Known {
  /** With `$1`, `$2`, … for `?`; no statement has a question mark with another meaning. */
  readonly text: string;
  /** The name to prepare it by; absent for what is not worth preparing. */
  readonly name: string | undefined;
  uses: number;
}

const known = new Map<string, Known>();
/** A statement is prepared when it was used more often than this: the text of one with a list of ids differs for each length. */
const USES_BEFORE_PREPARED = 3;

/** A statement as PostgreSQL reads it, with its name once it is to be prepared. */
function preparedOf(given: string): Pick<Known, 'text' | 'name'> {
  const statement = known.get(given) ?? firstUse(given);
  statement.uses += 1;
  return { text: statement.text, name: statement.uses > USES_BEFORE_PREPARED ? statement.name : undefined };
}

function firstUse(given: string): Known {
  let count = 0;
  const text = given.replace(/\?/g, () => `$${++count}`);
  // The best plan for a page depends on its values: it is made anew each time.
  const name = /\bOFFSET\b/.test(given) ? undefined : `booking_${known.size}`;
  const made = { text, name, uses: 0 };
  known.set(given, made);
  return made;
}

/** PostgreSQL's text cannot contain NUL. In a record it is already escaped, and no id contains one. */
function storable(value: SqlValue): SqlValue {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;
}
