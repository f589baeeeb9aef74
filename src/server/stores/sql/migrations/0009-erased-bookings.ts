import type { Migration } from './migration.ts';

/** Past bookings that still name their client are found by their coach and their end. */
export const erasedBookings: Migration = {
  name: 'past bookings whose personal details are to be erased',
  sqlite: steps('INTEGER'),
  postgres: () => steps('BIGINT'),
};

function steps(integer: string): readonly string[] {
  return [
    `ALTER TABLE bookings ADD COLUMN erased_at ${integer}`,
    'CREATE INDEX bookings_not_erased ON bookings (coach_id, ends_at) WHERE erased_at IS NULL',
  ];
}
