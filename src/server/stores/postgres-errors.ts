import { ProblemError } from '../http/problem-error.ts';
import { CannotOpenStore } from './cannot-open-store.ts';

/** The five-character code of a PostgreSQL error, https://www.postgresql.org/docs/current/errcodes-appendix.html. */
export function sqlStateOf(error: unknown): string | undefined {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** True when the same transaction may succeed when it is repeated: 40001 serialization failure, 40P01 deadlock. */
export function isWorthRepeating(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state === '40001' || state === '40P01';
}

/** The error to throw for a failure of the database: 409 for an overlap, 503 when it cannot be reached, else the same error. */
export function problemOf(error: unknown): unknown {
  if (sqlStateOf(error) === '23P01') return new ProblemError('slot_unavailable', { cause: error });
  if (isDown(error)) return new ProblemError('store_unavailable', { cause: error, headers: { 'retry-after': '2' } });
  return error;
}

/** True for a lost connection or a statement that took too long: the connection must not be used again. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof ProblemError && error.code === 'store_unavailable';
}

// Classes 08 connection, 53 resources, 57P shutdown and starting up, 58 system; 55P03 and 57014: time-out of a lock or a statement;
// 25P03: idle in a transaction; 25006: a standby that only reads.
const DOWN = /^(08...|53...|57P..|58...|55P03|57014|25P03|25006)$/;
/** Errors of `pg` and Node that have no such code. */
const CONNECTION =
  /timeout|terminated|not queryable|Connection|ECONN|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|EHOSTUNREACH/i;

function isDown(error: unknown): boolean {
  if (error instanceof ProblemError || !(error instanceof Error)) return false;
  const state = sqlStateOf(error);
  if (state !== undefined) return DOWN.test(state) || (/^E[A-Z]{4}$/.test(state) && CONNECTION.test(state));
  const { code } = error as { readonly code?: unknown };
  return CONNECTION.test(typeof code === 'string' ? `${code} ${error.message}` : error.message);
}

/** Converts a failure to `CannotOpenStore` with the cure, when the person who starts the server can mend it. */
export function explainStart(error: unknown): unknown {
  if (error instanceof CannotOpenStore) return error;
  const cause = (error as { readonly cause?: unknown }).cause ?? error;
  const message = cause instanceof Error ? cause.message || String((cause as { code?: unknown }).code) : String(cause);
  const cure = cureOf(cause, message);
  return cure === undefined ? error : new CannotOpenStore(`PostgreSQL cannot be used: ${message}. ${cure}.`, { cause });
}

const CURES: readonly (readonly [RegExp, string])[] = [
  [/^28P01/, 'Check the password in the address'],
  [/^28000/, 'Check the user in the address, and that pg_hba.conf lets it in'],
  [/^3D000/, 'Make the database: createdb, with the name that the address ends with'],
  [/^42501 .*database/, 'Give the user of the address the right: GRANT CONNECT ON DATABASE the_database TO the_user'],
  [
    /^42501 /,
    'Its tables are another user’s: start with the user that made them, or give this one the rights of that one',
  ],
  [/^ENOENT /, 'Check the files that the address names: sslrootcert, sslcert and sslkey'],
  [/does not support SSL/, 'Turn on TLS at the database server, or leave sslmode out of the address'],
  [
    /CERT|certificate|SIGNATURE/,
    'Name the authority that signed the server’s certificate, ?sslmode=verify-full&sslrootcert=/path/ca.pem, and the host that the certificate is for',
  ],
];

function cureOf(cause: unknown, message: string): string | undefined {
  const { code } = (cause ?? {}) as { readonly code?: unknown };
  const described = `${typeof code === 'string' ? code : ''} ${message}`;
  const known = CURES.find(([sign]) => sign.test(described));
  if (known) return known[1];
  return isDown(cause) || isUnavailable(cause) ? 'Check that it runs, and the host and port in the address' : undefined;
}
