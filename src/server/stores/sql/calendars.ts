import type {
  CalendarStore,
  ConnectionRecord,
  EventRecord,
  FeedRecord,
  PendingAuthorization,
} from '../../integrations/calendar-store.ts';
import { LONGEST_SESSION_MS } from '../../ports.ts';
import { forUpdate, readRecord, readRecords, type Sql } from './sql.ts';

/** The calendars' records in a database. Tokens in them are encrypted. */
export function sqlCalendars(sql: Sql): CalendarStore {
  const find = async (tx: Sql, userId: string, provider: string, suffix = '') => {
    const text = `SELECT record FROM calendar_connections WHERE user_id = ? AND provider = ?${suffix}`;
    return readRecord<ConnectionRecord>((await tx.read(text, [userId, provider]))[0]);
  };
  const keep = async (tx: Sql, record: ConnectionRecord) => {
    await tx.write(
      `INSERT INTO calendar_connections (user_id, provider, record) VALUES (?, ?, ?)
       ON CONFLICT (user_id, provider) DO UPDATE SET record = excluded.record`,
      [record.userId, record.provider, JSON.stringify(record)],
    );
  };

  // Sorted by when they were first written: the event that hosts the meeting comes first.
  const position = sql.dialect === 'sqlite' ? 'rowid' : 'position';

  return {
    authorizations: {
      add: async (pending) => {
        await sql.write('INSERT INTO calendar_authorizations (state, expires_at, record) VALUES (?, ?, ?)', [
          pending.state,
          pending.expiresAt,
          JSON.stringify(pending),
        ]);
      },
      take: async (state) => {
        const { rows } = await sql.write('DELETE FROM calendar_authorizations WHERE state = ? RETURNING record', [
          state,
        ]);
        return readRecord<PendingAuthorization>(rows[0]);
      },
    },
    connections: {
      find: (userId, provider) => find(sql, userId, provider),
      save: (record) => keep(sql, record),
      update: (userId, provider, change) =>
        sql.transaction(async (tx) => {
          const found = await find(tx, userId, provider, forUpdate(tx));
          if (found) await keep(tx, { ...found, ...change });
        }),
      remove: async (userId, provider) => {
        await sql.write('DELETE FROM calendar_connections WHERE user_id = ? AND provider = ?', [userId, provider]);
      },
    },
    events: {
      ofBooking: async (bookingId) =>
        readRecords<EventRecord>(
          await sql.read(`SELECT record FROM calendar_events WHERE booking_id = ? ORDER BY ${position}`, [bookingId]),
        ),
      ofUser: async (userId, provider, start, end) =>
        readRecords<EventRecord>(
          await sql.read(
            `SELECT record FROM calendar_events
             WHERE user_id = ? AND provider = ? AND starts_at < ? AND starts_at > ? AND ends_at > ?`,
            [userId, provider, end, start - LONGEST_SESSION_MS, start],
          ),
        ),
      save: async (event) => {
        const { bookingId, userId, provider, start, end } = event;
        await sql.write(
          `INSERT INTO calendar_events (booking_id, user_id, provider, starts_at, ends_at, record)
           VALUES (?, ?, ?, ?, ?, ?)
           ON CONFLICT (booking_id, user_id, provider)
           DO UPDATE SET starts_at = excluded.starts_at, ends_at = excluded.ends_at, record = excluded.record`,
          [bookingId, userId, provider, start, end, JSON.stringify(event)],
        );
      },
      remove: async (bookingId, userId, provider) => {
        await sql.write('DELETE FROM calendar_events WHERE booking_id = ? AND user_id = ? AND provider = ?', [
          bookingId,
          userId,
          provider,
        ]);
      },
    },
    feeds: {
      ofUser: async (userId) =>
        readRecord<FeedRecord>((await sql.read('SELECT record FROM calendar_feeds WHERE user_id = ?', [userId]))[0]),
      byHash: async (hash) =>
        readRecord<FeedRecord>((await sql.read('SELECT record FROM calendar_feeds WHERE hash = ?', [hash]))[0]),
      save: async (feed) => {
        await sql.write(
          `INSERT INTO calendar_feeds (user_id, hash, record) VALUES (?, ?, ?)
           ON CONFLICT (user_id) DO UPDATE SET hash = excluded.hash, record = excluded.record`,
          [feed.userId, feed.hash, JSON.stringify(feed)],
        );
      },
    },
    removeUser: (userId) =>
      sql.transaction(async (tx) => {
        for (const table of ['calendar_connections', 'calendar_events', 'calendar_feeds']) {
          await tx.write(`DELETE FROM ${table} WHERE user_id = ?`, [userId]);
        }
      }),
  };
}
