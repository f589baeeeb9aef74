import { DatabaseSync } from 'node:sqlite';
import type {
  CalendarStore,
  ConnectionRecord,
  EventRecord,
  FeedRecord,
  PendingAuthorization,
  PendingSync,
} from '../integrations/calendar-store.ts';
import { inTransaction, readRecord } from './sqlite-records.ts';

/** A calendar store in a file; `close` before the process ends. */
export interface SqliteCalendarStore extends CalendarStore {
  close(): void;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS calendar_authorizations (
    state TEXT PRIMARY KEY,
    expires_at INTEGER NOT NULL,
    record TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS calendar_connections (
    user_id TEXT NOT NULL,
    provider TEXT NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (user_id, provider)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS calendar_events (
    booking_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    provider TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (booking_id, user_id, provider)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS calendar_events_by_user ON calendar_events (user_id, provider, starts_at);
  CREATE TABLE IF NOT EXISTS calendar_feeds (
    user_id TEXT PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    record TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS calendar_pending (
    booking_id TEXT PRIMARY KEY,
    ticket TEXT NOT NULL,
    record TEXT NOT NULL
  ) STRICT;
`;

/** Keeps the calendars' records in a SQLite file; it may be the booking server's own. Tokens in it are sealed. */
export function openSqliteCalendarStore(path: string): SqliteCalendarStore {
  const db = new DatabaseSync(path);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA busy_timeout = 5000;');
  db.exec(SCHEMA);

  const addPending = db.prepare('INSERT INTO calendar_authorizations (state, expires_at, record) VALUES (?, ?, ?)');
  const forgetPending = db.prepare('DELETE FROM calendar_authorizations WHERE expires_at < ?');
  const takePending = db.prepare('DELETE FROM calendar_authorizations WHERE state = ? RETURNING record');
  const findConnection = db.prepare('SELECT record FROM calendar_connections WHERE user_id = ? AND provider = ?');
  const saveConnection = db.prepare(
    'INSERT OR REPLACE INTO calendar_connections (user_id, provider, record) VALUES (?, ?, ?)',
  );
  const removeConnection = db.prepare('DELETE FROM calendar_connections WHERE user_id = ? AND provider = ?');
  const eventsOfBooking = db.prepare('SELECT record FROM calendar_events WHERE booking_id = ? ORDER BY rowid');
  const eventsOfUser = db.prepare(
    'SELECT record FROM calendar_events WHERE user_id = ? AND provider = ? AND starts_at < ? AND ends_at > ?',
  );
  const saveEvent = db.prepare(
    `INSERT INTO calendar_events (booking_id, user_id, provider, starts_at, ends_at, record) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET starts_at = excluded.starts_at, ends_at = excluded.ends_at, record = excluded.record`,
  );
  const removeEvent = db.prepare('DELETE FROM calendar_events WHERE booking_id = ? AND user_id = ? AND provider = ?');
  const feedOfUser = db.prepare('SELECT record FROM calendar_feeds WHERE user_id = ?');
  const feedByHash = db.prepare('SELECT record FROM calendar_feeds WHERE hash = ?');
  const saveFeed = db.prepare('INSERT OR REPLACE INTO calendar_feeds (user_id, hash, record) VALUES (?, ?, ?)');

  const allSyncs = db.prepare('SELECT record FROM calendar_pending');
  const saveSync = db.prepare('INSERT OR REPLACE INTO calendar_pending (booking_id, ticket, record) VALUES (?, ?, ?)');
  const replaceSync = db.prepare(
    'UPDATE calendar_pending SET ticket = ?, record = ? WHERE booking_id = ? AND ticket = ?',
  );
  const removeSync = db.prepare('DELETE FROM calendar_pending WHERE booking_id = ? AND ticket = ?');

  const connection = (userId: string, provider: string) =>
    readRecord<ConnectionRecord>(findConnection.get(userId, provider));
  const keep = (record: ConnectionRecord) => {
    saveConnection.run(record.userId, record.provider, JSON.stringify(record));
  };
  const readEvents = (rows: ReturnType<typeof eventsOfBooking.all>) =>
    rows.flatMap((row) => readRecord<EventRecord>(row) ?? []);

  return {
    authorizations: {
      add: async (pending) => {
        // Sign-ins that never came back: an hour older than the one that is begun now.
        forgetPending.run(pending.expiresAt - 3_600_000);
        addPending.run(pending.state, pending.expiresAt, JSON.stringify(pending));
      },
      take: async (state) => readRecord<PendingAuthorization>(takePending.get(state)),
    },
    connections: {
      find: async (userId, provider) => connection(userId, provider),
      save: async (record) => keep(record),
      update: async (userId, provider, change) =>
        inTransaction(db, () => {
          const found = connection(userId, provider);
          if (found) keep({ ...found, ...change });
        }),
      remove: async (userId, provider) => {
        removeConnection.run(userId, provider);
      },
    },
    events: {
      ofBooking: async (bookingId) => readEvents(eventsOfBooking.all(bookingId)),
      ofUser: async (userId, provider, start, end) => readEvents(eventsOfUser.all(userId, provider, end, start)),
      save: async (event) => {
        const { bookingId, userId, provider, start, end } = event;
        saveEvent.run(bookingId, userId, provider, start, end, JSON.stringify(event));
      },
      remove: async (bookingId, userId, provider) => {
        removeEvent.run(bookingId, userId, provider);
      },
    },
    feeds: {
      ofUser: async (userId) => readRecord<FeedRecord>(feedOfUser.get(userId)),
      byHash: async (hash) => readRecord<FeedRecord>(feedByHash.get(hash)),
      save: async (feed) => {
        saveFeed.run(feed.userId, feed.hash, JSON.stringify(feed));
      },
    },
    pending: {
      all: async () => allSyncs.all().flatMap((row) => readRecord<PendingSync>(row) ?? []),
      save: async (pending) => {
        saveSync.run(pending.bookingId, pending.ticket, JSON.stringify(pending));
      },
      replace: async (pending, ticket) => {
        const { bookingId } = pending;
        return replaceSync.run(pending.ticket, JSON.stringify(pending), bookingId, ticket).changes === 1;
      },
      remove: async (bookingId, ticket) => {
        removeSync.run(bookingId, ticket);
      },
    },
    close: () => db.close(),
  };
}
