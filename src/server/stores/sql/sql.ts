import { ProblemError } from '../../http/problem-error.ts';
import type { StoreChange } from '../../ports.ts';

/** A value of a statement, of a type that both databases have. */
export type SqlValue = string | number | null;

/** One row of a result, by column name. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * A database for the statements of this folder: their text is the same for SQLite and PostgreSQL, with `?` for each value. Each
 * call is one atomic step.
 */
export interface Sql {
  readonly dialect: 'sqlite' | 'postgres';
  /** True for the `Sql` that `transaction` passes to its work. */
  readonly inTransaction: boolean;
  /** Runs a statement that writes nothing. */
  read(text: string, values?: readonly SqlValue[]): Promise<readonly Row[]>;
  /** Runs a statement that writes; returns the number of changed rows, and the rows it returns. */
  write(text: string, values?: readonly SqlValue[], options?: WriteOptions): Promise<Written>;
  /**
   * Runs statements whose results nobody reads, each of which writes to another table. Inside a transaction they are not waited for:
   * later statements see what they wrote, and their failure is that of the transaction, at its end at the latest.
   */
  send(...statements: readonly Statement[]): Promise<void>;
  /**
   * Runs a statement in one transaction with those that others send at the same moment, so that the disk is waited for once.
   * `undefined`: one of them failed, and all were undone. Absent inside a transaction, and where statements cost no round trip.
   */
  readonly together?: (statement: Statement) => Promise<Written | undefined>;
  /** Runs `work` as one step; inside an open transaction, as a part of it. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Tells the store's listeners after the commit. */
  announce(change: StoreChange): void;
}

/** A statement and its values. */
export interface Statement {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

/** True for the error of the databases' own guard against overlapping sessions. */
export function isOverlap(error: unknown): boolean {
  return error instanceof ProblemError && error.code === 'slot_unavailable';
}

/** How a statement outside a transaction is written. */
interface WriteOptions {
  /** False: a power cut may lose it, and the disk is not waited for. @default true */
  readonly isDurable?: boolean;
}

/** The result of a statement that writes. */
export interface Written {
  readonly changes: number;
  readonly rows: readonly Row[];
}

/** The record stored as JSON in a row; only these statements write rows, so its shape is known. */
export function readRecord<T>(row: Row | undefined): T | undefined {
  return row === undefined ? undefined : JSON.parse(String(row.record));
}

/** The records of all rows. */
export function readRecords<T>(rows: readonly Row[]): readonly T[] {
  return rows.map((row) => JSON.parse(String(row.record)));
}

/** Appended to a SELECT whose row is written next: PostgreSQL locks the row, a SQLite transaction locks the whole file. */
export function forUpdate({ dialect }: Sql): string {
  return dialect === 'postgres' ? ' FOR UPDATE' : '';
}

/** `(?, ?, ?)` for a list of values, which must not be empty. */
export function placeholders(values: readonly unknown[]): string {
  return `(${values.map(() => '?').join(', ')})`;
}

/**
 * Counts the rows of a table with its conditions, at most to `countTo`. In the order of an index it reads only so much of it, however
 * large the table is.
 */
export async function countRows(
  sql: Sql,
  { text, values }: Statement,
  order: string,
  countTo: number | undefined,
): Promise<number> {
  const [row] =
    countTo === undefined
      ? await sql.read(`SELECT count(*) AS total FROM ${text}`, values)
      : await sql.read(`SELECT count(*) AS total FROM (SELECT 1 FROM ${text} ORDER BY ${order} LIMIT ?) AS counted`, [
          ...values,
          countTo,
        ]);
  return Number(row?.total);
}
