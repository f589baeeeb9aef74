import { isUnavailable, problemOf } from './postgres-errors.ts';
import type { PostgresClient, PostgresPool } from './postgres-pool.ts';
import type { SqlValue, Statement, Written } from './sql/sql.ts';

/** Runs one statement on a connection. */
export type RunStatement = (client: PostgresClient, text: string, values: readonly SqlValue[]) => Promise<Written>;

/** Statements that go out together at most: each waits for those before it. */
const MOST_TOGETHER = 16;
/** While this many groups are under way, the next one waits for more statements, */
const MOST_UNDER_WAY = 2;
/** but no longer than this, in milliseconds: a group under way may be slow. */
const LONGEST_WAIT_MS = 3;

interface Waiting extends Statement {
  resolve(written: Written): void;
  reject(error: unknown): void;
}

/**
 * Runs statements that need neither each other's results nor the disk. Those of one moment, from all calls, are sent together on one
 * connection, each with its own result: one round trip costs more than the statements themselves.
 */
export function createSideBySide(pool: PostgresPool, run: RunStatement): (statement: Statement) => Promise<Written> {
  const waiting: Waiting[] = [];
  let underWay = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const send = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const statements = waiting.splice(0);
    if (statements.length === 0) return;
    underWay += 1;
    try {
      await pool.withClient((client) => Promise.all(statements.map((statement) => runOne(client, statement))));
    } catch (error) {
      for (const { reject } of statements) reject(error);
    } finally {
      underWay -= 1;
      if (waiting.length > 0) void send();
    }
  };

  /** Rejects only when the connection must not be used again: see `isUnavailable`. */
  const runOne = async (client: PostgresClient, { text, values, resolve, reject }: Waiting): Promise<void> => {
    try {
      resolve(await run(client, text, values));
    } catch (error) {
      const problem = problemOf(error);
      reject(problem);
      if (isUnavailable(problem)) throw error;
    }
  };

  return ({ text, values }) =>
    new Promise((resolve, reject) => {
      waiting.push({ text, values, resolve, reject });
      if (waiting.length > 1 && waiting.length < MOST_TOGETHER) return;
      if (waiting.length === MOST_TOGETHER) void send();
      else if (underWay < MOST_UNDER_WAY) process.nextTick(() => void send());
      else timer = setTimeout(() => void send(), LONGEST_WAIT_MS);
    });
}
