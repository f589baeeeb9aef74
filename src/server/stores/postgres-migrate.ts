import { CannotOpenStore } from './cannot-open-store.ts';
import { sqlStateOf } from './postgres-errors.ts';
import type { PostgresClient, PostgresPool } from './postgres-pool.ts';
import type { Migration, MigrationStep, OverlapGuard } from './sql/migrations/migration.ts';
import { migrations, stepsFrom } from './sql/migrations.ts';

const VERSIONS = 'culturebridge_booking_schema';

/** The schema version of a PostgreSQL database; 0 for an empty one. */
export async function postgresSchemaVersion(client: Pick<PostgresClient, 'query'>): Promise<number> {
  const { rows } = await client.query('SELECT to_regclass($1) IS NOT NULL AS found', [VERSIONS]);
  if (rows[0]?.found !== true) return 0;
  const versions = await client.query(`SELECT COALESCE(MAX(version), 0) AS version FROM ${VERSIONS}`);
  return Number(versions.rows[0]?.version);
}

/**
 * Brings a PostgreSQL database to the newest schema, each step in its own transaction: of two processes that start at once, one
 * waits for the other and finds the step done. The lock ends with the transaction, so it holds behind a pool of connections.
 * Returns the steps that were run. Throws `CannotOpenStore` when the database is newer, or may not be changed.
 */
export async function migratePostgres(
  pool: PostgresPool,
  guard: OverlapGuard,
  steps: readonly Migration[] = migrations,
): Promise<readonly MigrationStep[]> {
  const taken: MigrationStep[] = [];
  while (stepsFrom(await pool.withClient(postgresSchemaVersion), steps).length > 0) {
    await pool.withClient(async (client) => {
      await client.query('BEGIN');
      try {
        await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('${VERSIONS}', 0))`);
        await client.query(
          `CREATE TABLE IF NOT EXISTS ${VERSIONS} (
             version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TIMESTAMPTZ NOT NULL DEFAULT now())`,
        );
        const version = await postgresSchemaVersion(client);
        const [next] = stepsFrom(version, steps);
        if (next) {
          for (const statement of steps[version]?.postgres(guard) ?? []) await client.query(statement);
          await rewriteRows(client, steps[version]?.rewrite);
          await client.query(`INSERT INTO ${VERSIONS} (version, name) VALUES ($1, $2)`, [next.version, next.name]);
          taken.push(next);
        }
        await client.query('COMMIT');
      } catch (error) {
        await client.query('ROLLBACK');
        throw explain(error);
      }
    });
  }
  return taken;
}

/** Rows that are read, changed and written at a time. */
const ROWS_AT_ONCE = 500;

async function rewriteRows(client: Pick<PostgresClient, 'query'>, rewrite: Migration['rewrite']): Promise<void> {
  if (!rewrite) return;
  const { table, column, from } = rewrite;
  for (let last: string | undefined = ''; last !== undefined; ) {
    const { rows } = await client.query(
      `SELECT id, record::text AS record FROM ${table} WHERE id > $1 ORDER BY id LIMIT ${ROWS_AT_ONCE}`,
      [last],
    );
    const ids = rows.map(({ id }) => String(id));
    await client.query(
      `UPDATE ${table} SET ${column} = given.value FROM unnest($1::text[], $2::text[]) AS given (id, value)
       WHERE ${table}.id = given.id AND ${table}.${column} <> given.value`,
      [ids, rows.map(({ record }) => from(String(record)))],
    );
    last = ids.at(-1);
  }
}

function explain(error: unknown): unknown {
  const message = error instanceof Error ? error.message : String(error);
  const isAboutExtension = /btree_gist/.test(message);
  // 0A000 and 58P01: the extension is not installed on the server; 42501: the user lacks the right.
  if (isAboutExtension || sqlStateOf(error) === '0A000' || sqlStateOf(error) === '58P01') {
    return new CannotOpenStore(
      `PostgreSQL refused CREATE EXTENSION btree_gist (${message}), which keeps sessions of a coach apart. Have an ` +
        'administrator run "CREATE EXTENSION btree_gist" in this database (it comes with the package postgresql-contrib), ' +
        'or start with BOOKING_OVERLAP=trigger, which needs no extension.',
      { cause: error },
    );
  }
  if (sqlStateOf(error) === '42501') {
    return new CannotOpenStore(
      `PostgreSQL refused to make the tables (${message}). Give the user of the address the right: ` +
        'GRANT CREATE, USAGE ON SCHEMA public TO the_user.',
      { cause: error },
    );
  }
  return error;
}
