import { CannotOpenStore } from './cannot-open-store.ts';

/**
 * Loads `pg`. Throws `CannotOpenStore` when it is not installed. In a module of its own, because the types of `pg` are missing
 * where the server is used without PostgreSQL.
 */
export async function loadPg(): Promise<typeof import('pg')> {
  try {
    const loaded = await import('pg');
    // A CommonJS package: its exports may be on `default` only.
    return 'Pool' in loaded ? loaded : (loaded as { readonly default: typeof import('pg') }).default;
  } catch (cause) {
    throw new CannotOpenStore('PostgreSQL needs the package pg, which is not installed: npm install pg', { cause });
  }
}
