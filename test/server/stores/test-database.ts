import pg from 'pg';
import { inject } from 'vitest';

/** A database of its own on the run's PostgreSQL server. */
export interface TestDatabase {
  readonly url: string;
  /** Runs a statement beside the program. */
  sql(text: string): Promise<pg.QueryResult>;
  /** Empties all tables but the one of versions. */
  empty(): Promise<void>;
  drop(): Promise<void>;
}

/** The run's PostgreSQL server; one that cannot be found or started fails the test. */
export async function postgresUrl(): Promise<string> {
  const reply = await fetch(inject('postgresStarter'));
  const text = await reply.text();
  if (!reply.ok) throw new Error(text);
  return text;
}

/** Makes a database for one test file. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = await postgresUrl();
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
  const once = async (url: string, text: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return await client.query(text);
    } finally {
      await client.end();
    }
  };
  await once(server, `CREATE DATABASE ${name}`);
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  return {
    url,
    sql: (text) => once(url, text),
    async empty() {
      await once(
        url,
        `DO $$ DECLARE names text; BEGIN
           SELECT string_agg(format('%I', tablename), ', ') INTO names FROM pg_tables
           WHERE schemaname = 'public' AND tablename <> 'culturebridge_booking_schema';
           IF names IS NOT NULL THEN EXECUTE 'TRUNCATE ' || names || ' RESTART IDENTITY'; END IF;
         END $$`,
      );
    },
    drop: async () => {
      await once(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}
