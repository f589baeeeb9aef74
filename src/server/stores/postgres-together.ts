import { isUnavailable } from './postgres-errors.ts';
import type { PostgresPool } from './postgres-pool.ts';
import type { RunStatement } from './postgres-side-by-side.ts';
import type { Sql, Statement, Written } from './sql/sql.ts';

/** Statements of one transaction at most: the first one waits for the last one. */
const MOST_TOGETHER = 32;
/** Transactions under way: PostgreSQL writes those that wait for the disk together, and reads need connections too. */
const MOST_UNDER_WAY = 4;

interface Waiting {
  readonly statement: Statement;
  resolve(written: Written | undefined): void;
  reject(error: unknown): void;
}

/**
 * Makes `Sql.together`: BEGIN, the statements that wait and COMMIT go out at once. None may wait for a lock that another such
 * transaction holds, else two of them could wait for each other.
 */
export function createTogether(pool: PostgresPool, run: RunStatement): NonNullable<Sql['together']> {
  const waiting: Waiting[] = [];
  let underWay = 0;

  const commit = (statements: readonly Waiting[]): Promise<readonly (Written | undefined)[]> =>
    pool.withClient(async (client) => {
      const [only, ...others] = statements;
      // One statement is a transaction by itself.
      if (only && others.length === 0) return [await run(client, only.statement.text, only.statement.values)];
      const begun = client.begin();
      const under = statements.map(({ statement: { text, values } }) => run(client, text, values));
      const ended = client.query('COMMIT');
      const results = await Promise.allSettled([begun, ended, ...under]);
      const lost = results.find((result) => result.status === 'rejected' && isUnavailable(result.reason));
      if (lost?.status === 'rejected') throw lost.reason;
      // COMMIT after a failure rolls back, and says so.
      const { command } = await ended;
      return command === 'COMMIT' ? Promise.all(under) : statements.map(() => undefined);
    });

  const send = async (): Promise<void> => {
    if (underWay >= MOST_UNDER_WAY || waiting.length === 0) return;
    const statements = waiting.splice(0, MOST_TOGETHER);
    underWay += 1;
    try {
      const written = await commit(statements);
      for (const [index, { resolve }] of statements.entries()) resolve(written[index]);
    } catch (error) {
      for (const { reject } of statements) reject(error);
    }
    underWay -= 1;
    void send();
  };

  return (statement) =>
    new Promise((resolve, reject) => {
      waiting.push({ statement, resolve, reject });
      if (waiting.length === 1) setImmediate(() => void send());
    });
}
