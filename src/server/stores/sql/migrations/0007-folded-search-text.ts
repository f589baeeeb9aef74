import type { Account } from '../../../ports.ts';
import { searchTextOf } from '../../search-text.ts';
import type { Migration } from './migration.ts';

/**
 * Older accounts got their `search_text` from the database's own `lower`, which in SQLite, and in PostgreSQL with the collation C,
 * changes only A to Z: "Öz" was not found by "öz".
 */
export const foldedSearchText: Migration = {
  name: 'names in any script are found in upper and lower case',
  sqlite: [],
  postgres: () => [],
  rewrite: {
    table: 'accounts',
    column: 'search_text',
    from: (record) => {
      const { name = '', email = '' } = JSON.parse(record) as Partial<Account>;
      return searchTextOf({ name, email });
    },
  },
};
