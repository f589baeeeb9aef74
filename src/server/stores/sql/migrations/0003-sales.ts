import type { Migration } from './migration.ts';

/** Session types, payments, and the payment provider's events that were applied. */
export const sales: Migration = {
  name: 'session types, payments and events of the payment provider',
  sqlite: newTables('TEXT', 'INTEGER', ' STRICT'),
  postgres: () => newTables('TEXT COLLATE "C"', 'BIGINT', ''),
};

function newTables(text: string, integer: string, options: string): readonly string[] {
  return [
    `CREATE TABLE session_types (
      id ${text} PRIMARY KEY,
      coach_id ${text} NOT NULL,
      position ${integer} NOT NULL,
      record TEXT NOT NULL
    )${options}`,
    'CREATE INDEX session_types_by_coach ON session_types (coach_id, position, id)',
    `CREATE TABLE payments (
      id ${text} PRIMARY KEY,
      booking_id ${text} NOT NULL UNIQUE,
      intent_id ${text} UNIQUE,
      version ${integer} NOT NULL,
      record TEXT NOT NULL
    )${options}`,
    `CREATE TABLE payment_events (
      id ${text} PRIMARY KEY,
      seen_at ${integer} NOT NULL
    )${options}`,
    'CREATE INDEX payment_events_by_age ON payment_events (seen_at)',
  ];
}
