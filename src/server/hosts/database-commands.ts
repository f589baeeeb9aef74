import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { copyStore } from '../stores/copy-store.ts';
import { openPostgresSql } from '../stores/postgres.ts';
import { postgresSchemaVersion } from '../stores/postgres-migrate.ts';
import { openPostgresPool } from '../stores/postgres-pool.ts';
import { stepsFrom } from '../stores/sql/migrations.ts';
import type { Sql } from '../stores/sql/sql.ts';
import { openSqliteSql } from '../stores/sqlite.ts';
import { sqliteSchemaVersion } from '../stores/sqlite-migrate.ts';
import { readArguments } from './arguments.ts';
import type { Environment } from './environment.ts';
import { databaseSettings, explained, isPostgresUrl, openStore, readPlace, shownPlace } from './open-store.ts';
import { UsageError } from './usage-error.ts';

const MIGRATE_HELP = `culturebridge-booking migrate: brings a file or database to this version's schema

  --data <place>      the server's file or database            (BOOKING_DATA, else DATABASE_URL)
  --dry-run           only print the steps

The server does the same when it starts; make a backup first.
`;

const COPY_HELP = `culturebridge-booking copy: moves everything to another file or database

  --from <place>      a SQLite file, or postgres://user:password@host/database
  --to <place>        a new one; nothing may be in it

Stop the server first. What was copied is counted, read a second time and compared.
`;

/** Prints the migration steps that a store lacks, and runs them. Throws `UsageError`. */
export async function runMigrate(args: readonly string[], env: Environment): Promise<void> {
  const values = readArguments(args, {
    options: {
      data: { type: 'string' },
      'dry-run': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  }).values;
  if (values.help) return console.log(MIGRATE_HELP);
  const place = readPlace(values.data, env, 'Name the file or database');
  const version = await explained(place, () => schemaVersion(place, env));
  const steps = await explained(place, () => stepsFrom(version));
  for (const step of steps) console.log(`${step.version}  ${step.name}`);
  if (steps.length === 0) return console.log(`${shownPlace(place)} has schema version ${version}: nothing to do`);
  if (values['dry-run']) return console.log(`${shownPlace(place)} has schema version ${version}: nothing was changed`);
  await (await openStore(place, env)).close();
  console.log(`${shownPlace(place)} has schema version ${steps.at(-1)?.version} now`);
}

/** Copies one store into another. Throws `UsageError`. */
export async function runCopy(args: readonly string[], env: Environment): Promise<void> {
  const values = readArguments(args, {
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  }).values;
  if (values.help) return console.log(COPY_HELP);
  const { from, to } = values;
  if (from === undefined || to === undefined) {
    throw new UsageError('Name both: --from booking.sqlite --to postgres://user:password@host/database');
  }
  if (!isPostgresUrl(from) && !existsSync(from)) throw new UsageError(`--from ${from}: there is no such file`);
  process.umask(0o077);
  const source = await openSql(from, env);
  try {
    const target = await openSql(to, env);
    try {
      const copied = await copyStore(source.sql, target.sql).catch((error: unknown) => {
        throw new UsageError(error instanceof Error ? error.message : String(error));
      });
      for (const { table, rows } of copied) console.log(`${table.padEnd(24)} ${rows}`);
      console.log(`Everything of ${shownPlace(from)} is in ${shownPlace(to)}, read twice and equal`);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

function openSql(place: string, env: Environment): Promise<{ readonly sql: Sql; close(): void | Promise<void> }> {
  return explained<{ readonly sql: Sql; close(): void | Promise<void> }>(place, () =>
    isPostgresUrl(place) ? openPostgresSql(place, databaseSettings(place, env)) : openSqliteSql(place),
  );
}

async function schemaVersion(place: string, env: Environment): Promise<number> {
  if (isPostgresUrl(place)) {
    const pool = await openPostgresPool(place, databaseSettings(place, env));
    try {
      return await pool.withClient(postgresSchemaVersion);
    } finally {
      await pool.end();
    }
  }
  if (!existsSync(place)) return 0;
  const db = new DatabaseSync(place, { readOnly: true });
  try {
    return sqliteSchemaVersion(db);
  } finally {
    db.close();
  }
}
