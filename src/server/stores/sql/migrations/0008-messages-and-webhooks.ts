import type { Migration } from './migration.ts';

/** What became of mails, and the endpoints that are told of events, with what was delivered. */
export const messagesAndWebhooks: Migration = {
  name: 'what became of mails, and webhooks with their deliveries',
  sqlite: newTables('TEXT', 'INTEGER', ' STRICT'),
  postgres: () => newTables('TEXT COLLATE "C"', 'BIGINT', ''),
};

function newTables(text: string, integer: string, options: string): readonly string[] {
  return [
    `CREATE TABLE messages (
      id ${text} PRIMARY KEY,
      booking_id ${text},
      at ${integer} NOT NULL,
      record TEXT NOT NULL
    )${options}`,
    'CREATE INDEX messages_by_booking ON messages (booking_id, at, id)',
    'CREATE INDEX messages_by_age ON messages (at)',
    `CREATE TABLE webhooks (
      id ${text} PRIMARY KEY,
      owner_id ${text} NOT NULL,
      created_at ${integer} NOT NULL,
      record TEXT NOT NULL
    )${options}`,
    'CREATE INDEX webhooks_by_owner ON webhooks (owner_id, created_at, id)',
    `CREATE TABLE webhook_deliveries (
      id ${text} PRIMARY KEY,
      endpoint_id ${text} NOT NULL,
      created_at ${integer} NOT NULL,
      record TEXT NOT NULL
    )${options}`,
    'CREATE INDEX webhook_deliveries_by_endpoint ON webhook_deliveries (endpoint_id, created_at, id)',
    'CREATE INDEX webhook_deliveries_by_age ON webhook_deliveries (created_at)',
  ];
}
