import { Socket } from 'node:net';
import type { PoolClient } from 'pg';
import { loadPg } from './load-pg.ts';
import { isUnavailable, problemOf } from './postgres-errors.ts';
import type { Row } from './sql/sql.ts';

/** The result of a statement. */
interface PostgresResult {
  readonly rows: readonly Row[];
  readonly rowCount: number | null;
  /** `COMMIT`, or `ROLLBACK` for the COMMIT of a transaction in which a statement failed. */
  readonly command?: string;
}

/** One connection. A statement is sent at once: several may be under way, and are run in the order of the calls. */
export interface PostgresClient {
  query(text: string, values?: readonly unknown[], options?: StatementOptions): Promise<PostgresResult>;
}

/** A connection that is one's own for a while. */
interface PostgresSession extends PostgresClient {
  /** Begins a transaction whose statements, waits for locks and pauses end in time. */
  begin(): Promise<PostgresResult>;
}

interface StatementOptions {
  /**
   * The name under which the connection keeps the statement prepared. Used where the connection leads to the database itself; a
   * pooler such as PgBouncer may hand the next statement to another one.
   */
  readonly name?: string | undefined;
}

/** A pool of connections, opened when needed and returned after each statement or transaction. */
export interface PostgresPool extends PostgresClient {
  /** Runs `work` with a connection; a failed one is discarded. Rejects with `store_unavailable` when none is free in time. */
  withClient<T>(work: (client: PostgresSession) => Promise<T>): Promise<T>;
  end(): Promise<void>;
}

export interface PostgresPoolOptions {
  /** The most connections. @default 10 */
  readonly poolSize?: number;
  /** The longest wait for a connection, in milliseconds. @default 2000 */
  readonly connectMs?: number;
  /** The longest time of one statement, in milliseconds; 0: any. @default 10000 */
  readonly statementMs?: number;
}

/** The longest time of one statement in a transaction; `statementMs` where that is longer and no pooler stands between. */
const STATEMENT_MS = 9000;

/** The time-outs of transactions; what `SET LOCAL` sets ends with the transaction. */
function setTimeouts(set: 'SET' | 'SET LOCAL', statementMs: number): string {
  const times = { statement_timeout: statementMs, lock_timeout: 8000, idle_in_transaction_session_timeout: 15_000 };
  return Object.entries(times)
    .map(([name, ms]) => `${set} ${name} = ${ms}`)
    .join('; ');
}

/**
 * Sends the statements of one turn as one packet: `pg` corks its socket for each, and a system call for each costs more than the
 * statement.
 */
class GatheringSocket extends Socket {
  #isGathering = false;

  override cork(): void {
    if (this.#isGathering) return;
    this.#isGathering = true;
    super.cork();
    process.nextTick(() => {
      this.#isGathering = false;
      super.uncork();
    });
  }

  /** Does nothing: `cork` uncorks at the end of the turn. */
  override uncork(): void {}
}

/**
 * Opens a pool with the package `pg`. Connections through a pooler get no settings and no names of statements, so that it works behind
 * PgBouncer in transaction mode. The address decides about TLS (`?sslmode=verify-full`). Throws `CannotOpenStore` when `pg` is not
 * installed.
 */
export async function openPostgresPool(
  url: string,
  { poolSize = 10, connectMs = 2000, statementMs = 10_000 }: PostgresPoolOptions = {},
): Promise<PostgresPool> {
  const { Pool, types } = await loadPg();
  const BIGINT = 20;
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: connectMs,
    idleTimeoutMillis: 30_000,
    pipeline: true,
    stream: () => new GatheringSocket(),
    // The time-out is measured in `pg`, because PgBouncer refuses settings at the start of a connection.
    query_timeout: statementMs,
    types: {
      // Milliseconds, counts and versions: all far below 2^53.
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === BIGINT ? Number : types.getTypeParser(oid, format),
    },
  });
  // An idle connection was lost: the pool has dropped it, and the next call gets another one.
  pool.on('error', () => undefined);

  /** Connections to the database itself: the process that answers is the one that the connection was opened to. */
  const direct = new WeakSet<object>();
  pool.on('connect', (client: PoolClient & { readonly processID?: number | null }) => {
    const prepare = async () => {
      const { rows } = await client.query('SELECT pg_backend_pid() AS pid');
      if (rows[0]?.pid !== client.processID) return;
      if (statementMs > 0) await client.query(setTimeouts('SET', Math.max(STATEMENT_MS, statementMs)));
      direct.add(client);
    };
    // When the connection is lost, the next statement on it rejects.
    prepare().catch(() => undefined);
  });

  const withClient: PostgresPool['withClient'] = async (work) => {
    const client = await pool.connect().catch((error: unknown) => {
      throw problemOf(error);
    });
    // When a connection is lost in use, the running statement rejects too.
    const ignore = () => undefined;
    client.on('error', ignore);
    let failure: Error | undefined;
    try {
      return await work({
        query: (text, values = [], { name } = {}) =>
          name !== undefined && direct.has(client)
            ? client.query({ name, text, values: [...values] })
            : client.query(text, [...values]),
        begin: () =>
          direct.has(client)
            ? client.query({ name: 'begin', text: 'BEGIN' })
            : client.query(`BEGIN; ${setTimeouts('SET LOCAL', STATEMENT_MS)}`),
      });
    } catch (error) {
      const problem = problemOf(error);
      if (isUnavailable(problem)) failure = error instanceof Error ? error : new Error(String(error));
      throw problem;
    } finally {
      client.off('error', ignore);
      client.release(failure);
    }
  };

  return {
    withClient,
    query: (text, values, options) => withClient((client) => client.query(text, values, options)),
    end: () => pool.end(),
  };
}
