import type { Records } from '../../ports.ts';
import type { Sql, Statement } from './sql.ts';

/** Requests of guests and addresses in a database. */
export function sqlOpenRequests(sql: Sql): Records['openRequests'] {
  return {
    add: async (bookingId, keys, now) => {
      for (const key of keys) {
        await sql.send({
          text: 'INSERT INTO open_requests (key, booking_id, noted_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
          values: [key, bookingId, now],
        });
      }
    },
    count: async (key, now) => {
      const { text, values } = openCount(key, now);
      const [row] = await sql.read(text, values);
      return Number(row?.open);
    },
  };
}

/** Counts a key's open requests. */
export function openCount(key: string, now: number): Statement {
  return {
    text: `SELECT count(*) AS open FROM open_requests JOIN bookings ON bookings.id = open_requests.booking_id
           WHERE open_requests.key = ? AND bookings.status = 'pending' AND bookings.starts_at > ?`,
    values: [key, now],
  };
}
