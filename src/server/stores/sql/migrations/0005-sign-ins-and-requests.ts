import type { Migration } from './migration.ts';

/** Sign-ins are found by their user, so that all of them can be ended; open requests are counted by guest and by address. */
export const signInsAndRequests: Migration = {
  name: 'sign-ins by user, and open requests by guest and by address',
  sqlite: [
    "ALTER TABLE token_families ADD COLUMN user_id TEXT NOT NULL DEFAULT ''",
    "UPDATE token_families SET user_id = json_extract(record, '$.userId')",
    ...common('TEXT', 'INTEGER', ' STRICT'),
  ],
  postgres: () => [
    `ALTER TABLE token_families ADD COLUMN user_id TEXT COLLATE "C" NOT NULL DEFAULT ''`,
    "UPDATE token_families SET user_id = record::json ->> 'userId'",
    ...common('TEXT COLLATE "C"', 'BIGINT', ''),
  ],
};

function common(text: string, integer: string, options: string): readonly string[] {
  return [
    'CREATE INDEX token_families_by_user ON token_families (user_id)',
    `CREATE TABLE open_requests (
      key ${text} NOT NULL,
      booking_id ${text} NOT NULL,
      noted_at ${integer} NOT NULL,
      PRIMARY KEY (key, booking_id)
    )${options}`,
    'CREATE INDEX open_requests_by_age ON open_requests (noted_at)',
  ];
}
