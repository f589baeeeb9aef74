/** How PostgreSQL keeps a coach's sessions apart: the constraint needs the extension `btree_gist`, the trigger none. */
export type OverlapGuard = 'constraint' | 'trigger';

/** One step from a schema to the next; it is never changed after it was released. */
export interface Migration {
  /** What it adds, for `migrate --dry-run`. */
  readonly name: string;
  readonly sqlite: readonly string[];
  readonly postgres: (guard: OverlapGuard) => readonly string[];
}

/** A step that was taken, or would be. */
export interface MigrationStep {
  /** The schema's version after it. */
  readonly version: number;
  readonly name: string;
}
