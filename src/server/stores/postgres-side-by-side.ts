import { isUnavailable, problemOf } from './postgres-errors.ts';
import type { PostgresClient, PostgresPool } from './postgres-pool.ts';
import type { SqlValue, Statement, Written } from './sql/sql.ts';

/** Runs one statement on a connection. */
export type RunStatement = (client: PostgresClient, text: string, values: readonly SqlValue[]) => Promise<Written>;

/** Statements that go out together at most: each waits for those before it. */
const MOST_TOGETHER = 16;
/** While so many gatherings are under way, the next one waits for more company. */
const MOST_UNDER_WAY = 2;
/** But no longer than so many milliseconds: one of those under way may be slow. */
const LONGEST_WAIT_MS = 3;

interface Waiting extends Statement {
  resolve(written: Written): void;
  reject(error: unknown): void;
}

/**
 * Runs statements that do not wait for each other's results nor for the disk, each on its own: those of one moment, of all calls, go
 * out together on one connection. That is one round trip, which costs more than the statements themselves.
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

  /** Rejects only where the connection is lost. */
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
