import { CannotOpenStore } from './cannot-open-store.ts';
import { isUnavailable, problemOf } from './postgres-errors.ts';
import type { Row } from './sql/sql.ts';

/** The result of a statement. */
interface PostgresResult {
  readonly rows: readonly Row[];
  readonly rowCount: number | null;
}

/** One connection. */
export interface PostgresClient {
  query(text: string, values?: readonly unknown[]): Promise<PostgresResult>;
}

/** A pool of connections, opened when needed and returned after each statement or transaction. */
export interface PostgresPool extends PostgresClient {
  /** Runs `work` with a connection; a failed one is discarded. Rejects with `store_unavailable` when none is free in time. */
  withClient<T>(work: (client: PostgresClient) => Promise<T>): Promise<T>;
  end(): Promise<void>;
}

export interface PostgresPoolOptions {
  /** The most connections. @default 10 */
  readonly poolSize?: number;
  /** The longest wait for a connection, in milliseconds. @default 2000 */
  readonly connectMs?: number;
  /** The longest time of one statement, in milliseconds. @default 10000 */
  readonly statementMs?: number;
}

/**
 * Opens a pool with the package `pg`, which only this file loads. Statements have no names and connections no settings, so that it
 * works behind PgBouncer in transaction mode. The address decides about TLS (`?sslmode=verify-full`). Throws `CannotOpenStore` when
 * `pg` is not installed.
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

  const withClient: PostgresPool['withClient'] = async (work) => {
    const client = await pool.connect().catch((error: unknown) => {
      throw problemOf(error);
    });
    // When a connection is lost in use, the running statement rejects too.
    const ignore = () => undefined;
    client.on('error', ignore);
    let failure: Error | undefined;
    try {
      return await work({ query: (text, values = []) => client.query(text, [...values]) });
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
    query: (text, values = []) => withClient((client) => client.query(text, values)),
    end: () => pool.end(),
  };
}

/** Loads `pg`. Throws `CannotOpenStore` when it is not installed. */
export async function loadPg(): Promise<typeof import('pg')> {
  try {
    const loaded = await import('pg');
    // A CommonJS package: its exports may be on `default` only.
    return 'Pool' in loaded ? loaded : (loaded as { readonly default: typeof import('pg') }).default;
  } catch (cause) {
    throw new CannotOpenStore('PostgreSQL needs the package pg, which is not installed: npm install pg', { cause });
  }
}
