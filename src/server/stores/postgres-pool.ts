import { CannotOpenStore } from './cannot-open-store.ts';
import { isUnavailable, problemOf } from './postgres-errors.ts';
import type { Row } from './sql/sql.ts';

/** What a statement answered. */
interface PostgresResult {
  readonly rows: readonly Row[];
  readonly rowCount: number | null;
}

/** One connection. */
export interface PostgresClient {
  query(text: string, values?: readonly unknown[]): Promise<PostgresResult>;
}

/** Connections that are made when they are needed and given back after each statement or transaction. */
export interface PostgresPool extends PostgresClient {
  /** Lends a connection; one that failed is thrown away. Rejects with `store_unavailable` when there is none in time. */
  withClient<T>(work: (client: PostgresClient) => Promise<T>): Promise<T>;
  end(): Promise<void>;
}

export interface PostgresPoolOptions {
  /** How many connections at most. @default 10 */
  readonly poolSize?: number;
  /** How long a connection is waited for, in milliseconds. @default 2000 */
  readonly connectMs?: number;
  /** How long one statement may take, in milliseconds. @default 10000 */
  readonly statementMs?: number;
}

/**
 * A pool on the package `pg`, which is loaded here and nowhere else. Statements have no names and connections no settings of
 * their own, so that it works behind PgBouncer in transaction mode. TLS is what the address says (`?sslmode=verify-full`).
 * Throws `CannotOpenStore` when `pg` is not installed.
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
    // Counted here: PgBouncer refuses settings at the start of a connection.
    query_timeout: statementMs,
    types: {
      // Milliseconds, counts and versions: all far below 2^53.
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === BIGINT ? Number : types.getTypeParser(oid, format),
    },
  });
  // A connection that breaks while nobody uses it: the pool has dropped it already, the next call gets another.
  pool.on('error', () => undefined);

  const withClient: PostgresPool['withClient'] = async (work) => {
    const client = await pool.connect().catch((error: unknown) => {
      throw problemOf(error);
    });
    // A connection that breaks while it is lent out also rejects the statement that is under way.
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
    // A CommonJS package: its exports may stand on `default` alone.
    return 'Pool' in loaded ? loaded : (loaded as { readonly default: typeof import('pg') }).default;
  } catch (cause) {
    throw new CannotOpenStore('PostgreSQL needs the package pg, which is not installed: npm install pg', { cause });
  }
}
