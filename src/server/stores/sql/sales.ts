import type { PaymentRecord } from '../../payments/payment-record.ts';
import type { SessionTypeRecord } from '../../payments/sales-records.ts';
import type { Records } from '../../ports.ts';
import { placeholders, readRecord, readRecords, type Sql } from './sql.ts';

/** Payments, and the provider's events that were applied, in a database. */
export function sqlPayments(sql: Sql): Records['payments'] {
  return {
    find: async (id) =>
      readRecord<PaymentRecord>((await sql.read('SELECT record FROM payments WHERE id = ?', [id]))[0]),
    findByIntent: async (intentId) =>
      readRecord<PaymentRecord>((await sql.read('SELECT record FROM payments WHERE intent_id = ?', [intentId]))[0]),
    ofBookings: async (bookingIds) =>
      bookingIds.length === 0
        ? []
        : readRecords<PaymentRecord>(
            await sql.read(`SELECT record FROM payments WHERE booking_id IN ${placeholders(bookingIds)}`, bookingIds),
          ),
    save: async (payment, basedOn) => {
      const { id, bookingId, intentId, version } = payment;
      const record = JSON.stringify(payment);
      const { changes } =
        basedOn === undefined
          ? await sql.write(
              `INSERT INTO payments (id, booking_id, intent_id, version, record) VALUES (?, ?, ?, ?, ?)
               ON CONFLICT DO NOTHING`,
              [id, bookingId, intentId, version, record],
            )
          : await sql.write('UPDATE payments SET intent_id = ?, version = ?, record = ? WHERE id = ? AND version = ?', [
              intentId,
              version,
              record,
              id,
              basedOn,
            ]);
      return changes === 1;
    },
    hasEvent: async (id) => (await sql.read('SELECT 1 AS seen FROM payment_events WHERE id = ?', [id])).length > 0,
    addEvent: async (id, now) => {
      await sql.write('INSERT INTO payment_events (id, seen_at) VALUES (?, ?) ON CONFLICT DO NOTHING', [id, now]);
    },
  };
}

/** Session types in a database. */
export function sqlSessionTypes(sql: Sql): Records['sessionTypes'] {
  return {
    find: async (id) =>
      readRecord<SessionTypeRecord>((await sql.read('SELECT record FROM session_types WHERE id = ?', [id]))[0]),
    ofCoach: async (coachId) =>
      readRecords<SessionTypeRecord>(
        await sql.read('SELECT record FROM session_types WHERE coach_id = ? ORDER BY position, id', [coachId]),
      ),
    save: async (type) => {
      await sql.write(
        `INSERT INTO session_types (id, coach_id, position, record) VALUES (?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET position = excluded.position, record = excluded.record`,
        [type.id, type.coach_id, type.position ?? 0, JSON.stringify(type)],
      );
    },
  };
}
