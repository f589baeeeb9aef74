import { ProblemError } from '../../http/problem-error.ts';
import type { StoreChange } from '../../ports.ts';

/** A value that goes into a statement; both databases know these. */
export type SqlValue = string | number | null;

/** One row of an answer, by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * A database, as the statements of this folder use it: their text is the same for SQLite and PostgreSQL, with `?` for each
 * value. Each call is one atomic step.
 */
export interface Sql {
  readonly dialect: 'sqlite' | 'postgres';
  /** True for what `transaction` hands to its work. */
  readonly inTransaction: boolean;
  /** Runs a statement that writes nothing. */
  read(text: string, values?: readonly SqlValue[]): Promise<readonly Row[]>;
  /** Runs a statement that writes; gives the number of rows it changed, and those it returns. */
  write(text: string, values?: readonly SqlValue[]): Promise<Written>;
  /** Runs `work` as one step: inside a transaction that is open, as part of it. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Tells listeners of the store, once what is written is committed. */
  announce(change: StoreChange): void;
}

/** True for the refusal of the databases' own guard against overlapping sessions. */
export function isOverlap(error: unknown): boolean {
  return error instanceof ProblemError && error.code === 'slot_unavailable';
}

/** What a statement wrote. */
export interface Written {
  readonly changes: number;
  readonly rows: readonly Row[];
}

/** The record kept as JSON in a row; rows are written by these statements alone, so what is read is what was written. */
export function readRecord<T>(row: Row | undefined): T | undefined {
  return row === undefined ? undefined : JSON.parse(String(row.record));
}

/** The records of all rows. */
export function readRecords<T>(rows: readonly Row[]): readonly T[] {
  return rows.map((row) => JSON.parse(String(row.record)));
}

/** Appended to a SELECT whose row is written next: PostgreSQL locks it, a SQLite transaction has the file for itself. */
export function forUpdate({ dialect }: Sql): string {
  return dialect === 'postgres' ? ' FOR UPDATE' : '';
}

/** `(?, ?, ?)` for a list of values, which must not be empty. */
export function placeholders(values: readonly unknown[]): string {
  return `(${values.map(() => '?').join(', ')})`;
}
