/**
 * How PostgreSQL prevents overlapping sessions of a coach: the constraint needs the extension `btree_gist`, the trigger does not.
 */
export type OverlapGuard = 'constraint' | 'trigger';

/** One step from a schema version to the next; never changed after its release. */
export interface Migration {
  /** What it adds, as `migrate --dry-run` shows it. */
  readonly name: string;
  readonly sqlite: readonly string[];
  readonly postgres: (guard: OverlapGuard) => readonly string[];
  /** A column that is then written anew for each row, by this program: databases differ in what is lower case, say. */
  readonly rewrite?: {
    readonly table: 'accounts';
    readonly column: 'search_text';
    /** The column's value, by the row's `record` (JSON). */
    readonly from: (record: string) => string;
  };
}

/** A step that was run, or would be. */
export interface MigrationStep {
  /** The schema's version after this step. */
  readonly version: number;
  readonly name: string;
}
