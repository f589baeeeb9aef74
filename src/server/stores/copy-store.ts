import { placeholders, type Row, type Sql, type SqlValue } from './sql/sql.ts';

interface Copied {
  readonly table: string;
  readonly columns: readonly string[];
  /** The columns that identify a row; also the order of the second read. */
  readonly key: readonly string[];
  /** The order in which rows were written, where it matters. */
  readonly order?: { readonly sqlite: string; readonly postgres: string };
}

const POSITION = { sqlite: 'rowid', postgres: 'position' };

/** Every table and column of the schema; a test compares this with the databases. */
export const copiedTables: readonly Copied[] = [
  { table: 'accounts', columns: ['id', 'login_email', 'role', 'search_text', 'record'], key: ['id'] },
  {
    table: 'coaches',
    columns: ['id', 'schedule_version', 'record'],
    key: ['id'],
    order: { sqlite: 'position', postgres: 'position' },
  },
  {
    table: 'bookings',
    columns: [
      ...['id', 'client_id', 'coach_id', 'starts_at', 'ends_at', 'buffer_before', 'buffer_after'],
      ...['status', 'version', 'erased_at', 'record'],
    ],
    key: ['id'],
  },
  {
    table: 'kept_replies',
    columns: ['user_id', 'idempotency_key', 'kept_at', 'record'],
    key: ['user_id', 'idempotency_key'],
  },
  { table: 'token_families', columns: ['id', 'user_id', 'current', 'expires_at', 'record'], key: ['id'] },
  { table: 'calendar_authorizations', columns: ['state', 'expires_at', 'record'], key: ['state'] },
  { table: 'calendar_connections', columns: ['user_id', 'provider', 'record'], key: ['user_id', 'provider'] },
  {
    table: 'calendar_events',
    columns: ['booking_id', 'user_id', 'provider', 'starts_at', 'ends_at', 'record'],
    key: ['booking_id', 'user_id', 'provider'],
    order: POSITION,
  },
  { table: 'calendar_feeds', columns: ['user_id', 'hash', 'record'], key: ['user_id'] },
  {
    table: 'jobs',
    columns: [
      ...['id', 'kind', 'key', 'payload', 'state', 'due_at', 'lease_until', 'ticket', 'attempts', 'revision'],
      ...['last_error', 'created_at', 'finished_at'],
    ],
    key: ['id'],
  },
  { table: 'session_types', columns: ['id', 'coach_id', 'position', 'record'], key: ['id'] },
  { table: 'payments', columns: ['id', 'booking_id', 'intent_id', 'version', 'record'], key: ['id'] },
  { table: 'payment_events', columns: ['id', 'seen_at'], key: ['id'] },
  { table: 'open_requests', columns: ['key', 'booking_id', 'noted_at'], key: ['key', 'booking_id'] },
  { table: 'messages', columns: ['id', 'booking_id', 'at', 'record'], key: ['id'] },
  { table: 'webhooks', columns: ['id', 'owner_id', 'created_at', 'record'], key: ['id'] },
  { table: 'webhook_deliveries', columns: ['id', 'endpoint_id', 'created_at', 'record'], key: ['id'] },
  { table: 'limits', columns: ['name', 'used', 'ends_at'], key: ['name'] },
  { table: 'coach_changes', columns: ['coach_id', 'changes'], key: ['coach_id'] },
];

const PAGE = 200;

/** How many rows of a table were copied. */
interface CopiedTable {
  readonly table: string;
  readonly rows: number;
}

/**
 * Copies one database into an empty one, then reads both again and compares them row by row. Nobody may write during this: the
 * comparison finds and refuses such writes. Throws an `Error` that names the fault.
 */
export async function copyStore(from: Sql, to: Sql): Promise<readonly CopiedTable[]> {
  for (const { table } of copiedTables) {
    if ((await count(to, table)) > 0)
      throw new Error(`The table ${table} of the target is not empty: copy into a new one`);
  }
  const copied: CopiedTable[] = [];
  for (const table of copiedTables) copied.push({ table: table.table, rows: await copyTable(from, to, table) });
  for (const [index, table] of copiedTables.entries()) await compare(from, to, table, copied[index]?.rows ?? 0);
  return copied;
}

async function copyTable(from: Sql, to: Sql, { table, columns, key, order }: Copied): Promise<number> {
  const by = order ? [order[from.dialect]] : key;
  let rows = 0;
  for await (const page of pages(from, table, columns, by)) {
    const values = page.flatMap((row) => columns.map((column) => row[column] as SqlValue));
    const tuple = placeholders(columns);
    await to.write(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ${page.map(() => tuple).join(', ')}`, values);
    rows += page.length;
  }
  return rows;
}

async function compare(from: Sql, to: Sql, { table, columns, key }: Copied, expected: number): Promise<void> {
  const [source, target] = await Promise.all([count(from, table), count(to, table)]);
  if (source !== expected || target !== expected) {
    throw new Error(
      `${table}: copied ${expected} rows, and there are ${source} in the source and ${target} in the target`,
    );
  }
  const there = pages(to, table, columns, key);
  for await (const page of pages(from, table, columns, key)) {
    const other: readonly Row[] = (await there.next()).value ?? [];
    for (const [index, row] of page.entries()) {
      const differs = columns.find((column) => row[column] !== other[index]?.[column]);
      if (differs !== undefined) {
        const which = key.map((column) => String(row[column])).join(' ');
        throw new Error(
          `${table} ${which}: ${differs} differs after the copy. Was the source in use? Stop it and begin anew`,
        );
      }
    }
  }
}

/** Rows sorted by `by`, each page after the last row of the previous one. */
async function* pages(
  sql: Sql,
  table: string,
  columns: readonly string[],
  by: readonly string[],
): AsyncGenerator<readonly Row[], undefined> {
  const chosen = [...columns, ...by.map((column, index) => `${column} AS at_${index}`)].join(', ');
  const key = by.length === 1 ? by[0] : `(${by.join(', ')})`;
  const after = by.length === 1 ? '?' : placeholders(by);
  let last: readonly SqlValue[] | undefined;
  for (;;) {
    const page = await sql.read(
      `SELECT ${chosen} FROM ${table} ${last ? `WHERE ${key} > ${after}` : ''} ORDER BY ${by.join(', ')} LIMIT ${PAGE}`,
      last ?? [],
    );
    const end = page.at(-1);
    if (!end) return;
    yield page;
    last = by.map((_, index) => end[`at_${index}`] as SqlValue);
  }
}

async function count(sql: Sql, table: string): Promise<number> {
  return Number((await sql.read(`SELECT count(*) AS total FROM ${table}`))[0]?.total);
}
