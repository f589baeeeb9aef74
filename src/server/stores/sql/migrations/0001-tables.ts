import type { Migration } from './migration.ts';

/**
 * The tables of version 0.1.0. Records are JSON, with the columns by which they are found. A SQLite file of 0.1.0 has no version
 * and some or all of these tables, hence IF NOT EXISTS. Triggers refuse overlapping sessions, whoever writes.
 */
export const tables: Migration = {
  name: 'accounts, coaches, bookings, replies, sign-ins and calendars',
  sqlite: [
    `CREATE TABLE IF NOT EXISTS accounts (
      id TEXT PRIMARY KEY,
      login_email TEXT UNIQUE,
      record TEXT NOT NULL
    ) STRICT`,
    `CREATE TABLE IF NOT EXISTS coaches (
      position INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      schedule_version INTEGER NOT NULL,
      record TEXT NOT NULL
    ) STRICT`,
    `CREATE TABLE IF NOT EXISTS bookings (
      id TEXT PRIMARY KEY,
      client_id TEXT NOT NULL,
      coach_id TEXT NOT NULL,
      starts_at INTEGER NOT NULL,
      ends_at INTEGER NOT NULL CHECK (ends_at > starts_at),
      status TEXT NOT NULL,
      version INTEGER NOT NULL,
      record TEXT NOT NULL
    ) STRICT`,
    `CREATE INDEX IF NOT EXISTS bookings_by_coach ON bookings (coach_id, starts_at)`,
    `CREATE INDEX IF NOT EXISTS bookings_by_client ON bookings (client_id, starts_at)`,
    `CREATE TRIGGER IF NOT EXISTS no_overlap_on_insert BEFORE INSERT ON bookings
    WHEN NEW.status <> 'cancelled' AND EXISTS (
      SELECT 1 FROM bookings WHERE coach_id = NEW.coach_id AND status <> 'cancelled' AND id <> NEW.id
        AND starts_at < NEW.ends_at AND ends_at > NEW.starts_at
    )
    BEGIN SELECT RAISE(ABORT, 'sessions overlap'); END`,
    `CREATE TRIGGER IF NOT EXISTS no_overlap_on_update BEFORE UPDATE ON bookings
    WHEN NEW.status <> 'cancelled' AND EXISTS (
      SELECT 1 FROM bookings WHERE coach_id = NEW.coach_id AND status <> 'cancelled' AND id <> NEW.id
        AND starts_at < NEW.ends_at AND ends_at > NEW.starts_at
    )
    BEGIN SELECT RAISE(ABORT, 'sessions overlap'); END`,
    `CREATE TABLE IF NOT EXISTS kept_replies (
      user_id TEXT NOT NULL,
      idempotency_key TEXT NOT NULL,
      kept_at INTEGER NOT NULL,
      record TEXT NOT NULL,
      PRIMARY KEY (user_id, idempotency_key)
    ) STRICT`,
    `CREATE INDEX IF NOT EXISTS kept_replies_by_age ON kept_replies (kept_at)`,
    `CREATE TABLE IF NOT EXISTS token_families (
      id TEXT PRIMARY KEY,
      current TEXT NOT NULL,
      expires_at INTEGER NOT NULL,
      record TEXT NOT NULL
    ) STRICT`,
    `CREATE TABLE IF NOT EXISTS calendar_authorizations (
      state TEXT PRIMARY KEY,
      expires_at INTEGER NOT NULL,
      record TEXT NOT NULL
    ) STRICT`,
    `CREATE TABLE IF NOT EXISTS calendar_connections (
      user_id TEXT NOT NULL,
      provider TEXT NOT NULL,
      record TEXT NOT NULL,
      PRIMARY KEY (user_id, provider)
    ) STRICT`,
    `CREATE TABLE IF NOT EXISTS calendar_events (
      booking_id TEXT NOT NULL,
      user_id TEXT NOT NULL,
      provider TEXT NOT NULL,
      starts_at INTEGER NOT NULL,
      ends_at INTEGER NOT NULL,
      record TEXT NOT NULL,
      PRIMARY KEY (booking_id, user_id, provider)
    ) STRICT`,
    `CREATE INDEX IF NOT EXISTS calendar_events_by_user ON calendar_events (user_id, provider, starts_at)`,
    `CREATE TABLE IF NOT EXISTS calendar_feeds (
      user_id TEXT PRIMARY KEY,
      hash TEXT NOT NULL UNIQUE,
      record TEXT NOT NULL
    ) STRICT`,
    `CREATE TABLE IF NOT EXISTS calendar_pending (
      booking_id TEXT PRIMARY KEY,
      ticket TEXT NOT NULL,
      record TEXT NOT NULL
    ) STRICT`,
  ],
  // COLLATE "C": compared byte by byte as in SQLite, whatever the database's locale.
  postgres: () => [
    `CREATE TABLE accounts (
      id TEXT COLLATE "C" PRIMARY KEY,
      login_email TEXT COLLATE "C" UNIQUE,
      record TEXT NOT NULL
    )`,
    `CREATE TABLE coaches (
      position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      id TEXT COLLATE "C" NOT NULL UNIQUE,
      schedule_version BIGINT NOT NULL,
      record TEXT NOT NULL
    )`,
    `CREATE TABLE bookings (
      id TEXT COLLATE "C" PRIMARY KEY,
      client_id TEXT COLLATE "C" NOT NULL,
      coach_id TEXT COLLATE "C" NOT NULL,
      starts_at BIGINT NOT NULL,
      ends_at BIGINT NOT NULL CHECK (ends_at > starts_at),
      status TEXT COLLATE "C" NOT NULL,
      version BIGINT NOT NULL,
      record TEXT NOT NULL
    )`,
    `CREATE INDEX bookings_by_coach ON bookings (coach_id, starts_at)`,
    `CREATE INDEX bookings_by_client ON bookings (client_id, starts_at)`,
    `CREATE TABLE kept_replies (
      user_id TEXT COLLATE "C" NOT NULL,
      idempotency_key TEXT COLLATE "C" NOT NULL,
      kept_at BIGINT NOT NULL,
      record TEXT NOT NULL,
      PRIMARY KEY (user_id, idempotency_key)
    )`,
    `CREATE INDEX kept_replies_by_age ON kept_replies (kept_at)`,
    `CREATE TABLE token_families (
      id TEXT COLLATE "C" PRIMARY KEY,
      current TEXT COLLATE "C" NOT NULL,
      expires_at BIGINT NOT NULL,
      record TEXT NOT NULL
    )`,
    `CREATE TABLE calendar_authorizations (
      state TEXT COLLATE "C" PRIMARY KEY,
      expires_at BIGINT NOT NULL,
      record TEXT NOT NULL
    )`,
    `CREATE TABLE calendar_connections (
      user_id TEXT COLLATE "C" NOT NULL,
      provider TEXT COLLATE "C" NOT NULL,
      record TEXT NOT NULL,
      PRIMARY KEY (user_id, provider)
    )`,
    `CREATE TABLE calendar_events (
      position BIGINT GENERATED ALWAYS AS IDENTITY,
      booking_id TEXT COLLATE "C" NOT NULL,
      user_id TEXT COLLATE "C" NOT NULL,
      provider TEXT COLLATE "C" NOT NULL,
      starts_at BIGINT NOT NULL,
      ends_at BIGINT NOT NULL,
      record TEXT NOT NULL,
      PRIMARY KEY (booking_id, user_id, provider)
    )`,
    `CREATE INDEX calendar_events_by_user ON calendar_events (user_id, provider, starts_at)`,
    `CREATE TABLE calendar_feeds (
      user_id TEXT COLLATE "C" PRIMARY KEY,
      hash TEXT COLLATE "C" NOT NULL UNIQUE,
      record TEXT NOT NULL
    )`,
  ],
};
