import type { Migration } from './migration.ts';

const indexes: readonly string[] = [
  'CREATE INDEX accounts_by_text ON accounts (search_text, id)',
  'CREATE INDEX accounts_by_role ON accounts (role, search_text, id)',
  'CREATE INDEX bookings_by_start ON bookings (starts_at DESC, id, status)',
  'CREATE INDEX bookings_by_status ON bookings (status, starts_at DESC, id)',
];

/** Accounts are listed by role and found by words, and everybody's bookings are listed by their start. */
export const searchAccounts: Migration = {
  name: 'accounts found by role and by words, bookings of everybody',
  sqlite: [
    "ALTER TABLE accounts ADD COLUMN role TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE accounts ADD COLUMN search_text TEXT NOT NULL DEFAULT ''",
    `UPDATE accounts SET role = coalesce(json_extract(record, '$.role'), ''),
       search_text = lower(coalesce(nullif(json_extract(record, '$.name'), '') || ' ', '') ||
         coalesce(json_extract(record, '$.email'), ''))`,
    ...indexes,
  ],
  postgres: () => [
    `ALTER TABLE accounts
       ADD COLUMN role TEXT COLLATE "C" NOT NULL DEFAULT '',
       ADD COLUMN search_text TEXT COLLATE "C" NOT NULL DEFAULT ''`,
    `UPDATE accounts SET role = coalesce(record::json ->> 'role', ''),
       search_text = lower(coalesce(nullif(record::json ->> 'name', '') || ' ', '') ||
         coalesce(record::json ->> 'email', ''))`,
    ...indexes,
  ],
};
