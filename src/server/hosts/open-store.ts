import { chmodSync, existsSync } from 'node:fs';
import type { Store } from '../ports.ts';
import { CannotOpenStore } from '../stores/cannot-open-store.ts';
import { openPostgresStore, type PostgresStoreOptions } from '../stores/postgres.ts';
import { explainStart } from '../stores/postgres-errors.ts';
import { openSqliteStore } from '../stores/sqlite.ts';
import type { Environment } from './environment.ts';
import { UsageError } from './usage-error.ts';

/** True for the address of a PostgreSQL database; any other place is a SQLite file. */
export function isPostgresUrl(place: string): boolean {
  return /^postgres(ql)?:\/\//.test(place);
}

/**
 * The place of the store: `--data`, else `BOOKING_DATA`, else `DATABASE_URL`; a file, or `postgres://…`. Throws a `UsageError` that
 * begins with `wish` when none is given, and one for the address of anything else.
 */
export function readPlace(data: string | undefined, env: Environment, wish: string): string {
  const place = data ?? (env.BOOKING_DATA || env.DATABASE_URL);
  if (place && /^[a-z][a-z0-9+.-]*:\/\//i.test(place) && !isPostgresUrl(place)) {
    const [scheme] = place.split('://');
    throw new UsageError(
      `--data ${scheme}://…: bookings are kept in a file, or in PostgreSQL (postgres://user@host/database)`,
    );
  }
  if (place) return place;
  throw new UsageError(`${wish}: --data booking.sqlite, or --data postgres://user@host/database (DATABASE_URL)`);
}

/** The place without the password in its address, to be shown. */
export function shownPlace(place: string): string {
  if (!isPostgresUrl(place) || !URL.canParse(place)) return place;
  const url = new URL(place);
  url.password = '';
  url.search = '';
  return url.href;
}

/**
 * Opens the store of a command, in a file or a PostgreSQL database. Throws a `UsageError` that names the cure when it cannot be
 * made, reached, read or migrated.
 */
export async function openStore(place: string, env: Environment): Promise<Store> {
  return explained(place, () =>
    isPostgresUrl(place) ? openPostgresStore(place, databaseSettings(place, env)) : openPrivateFile(place),
  );
}

/** Runs `open`. Throws a `UsageError` that names the cure when it fails. */
export async function explained<T>(place: string, open: () => Promise<T> | T): Promise<T> {
  try {
    return await open();
  } catch (thrown) {
    if (thrown instanceof UsageError) throw thrown;
    const error = isPostgresUrl(place) ? explainStart(thrown) : thrown;
    const why = error instanceof Error ? error.message : String(error);
    if (error instanceof CannotOpenStore) throw new UsageError(`--data ${shownPlace(place)}: ${why}`);
    if (isPostgresUrl(place)) throw error;
    throw new UsageError(`--data ${place}: ${why}. The folder must exist, and the file be one that this server made.`);
  }
}

/** Opens a file and makes it readable by its owner only. */
function openPrivateFile(path: string): Store {
  const store = openSqliteStore(path);
  for (const file of [path, `${path}-wal`, `${path}-shm`]) if (existsSync(file)) chmodSync(file, 0o600);
  return store;
}

/** Reads the settings of a PostgreSQL database. Throws `UsageError` for an invalid setting. */
export function databaseSettings(url: string, env: Environment): PostgresStoreOptions {
  if (!URL.canParse(url)) {
    throw new UsageError('--data: must be an address such as postgres://user:password@host:5432/database');
  }
  const { BOOKING_OVERLAP: overlap = 'constraint', DATABASE_POOL: pool = '10' } = env;
  if (overlap !== 'constraint' && overlap !== 'trigger') {
    throw new UsageError(`BOOKING_OVERLAP ${overlap}: must be constraint (needs the extension btree_gist) or trigger`);
  }
  if (!/^[1-9]\d{0,2}$/.test(pool))
    throw new UsageError(`DATABASE_POOL ${pool}: must be a number of connections, 1 to 999`);
  return { overlap, poolSize: Number(pool) };
}
