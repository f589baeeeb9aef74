import { isUnavailable, problemOf } from './postgres-errors.ts';
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
      // One statement is a transaction by itself.
      const isOne = statements.length === 1;
      const begun = isOne ? undefined : client.begin();
      const written = statements.map(({ statement: { text, values } }) => run(client, text, values));
      const ended = isOne ? undefined : client.query('COMMIT');
      const results = await Promise.allSettled([begun, ended, ...written]);
      const failures = results.filter((result) => result.status === 'rejected').map(({ reason }) => reason as unknown);
      // Where the connection is lost, nobody knows whether COMMIT arrived.
      for (const failure of failures) if (isUnavailable(problemOf(failure))) throw failure;
      // COMMIT after a failure rolls back.
      return failures.length === 0 ? Promise.all(written) : statements.map(() => undefined);
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
