/**
 * The tables, made when they are missing. Records are kept as JSON beside the columns they are found by.
 * The triggers hold the one rule that must never break, whoever writes: two sessions of a coach do not overlap.
 */
export const SCHEMA = `
  CREATE TABLE IF NOT EXISTS accounts (
    id TEXT PRIMARY KEY,
    login_email TEXT UNIQUE,
    record TEXT NOT NULL
  ) STRICT;

  CREATE TABLE IF NOT EXISTS coaches (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    schedule_version INTEGER NOT NULL,
    record TEXT NOT NULL
  ) STRICT;

  CREATE TABLE IF NOT EXISTS bookings (
    id TEXT PRIMARY KEY,
    client_id TEXT NOT NULL,
    coach_id TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL CHECK (ends_at > starts_at),
    status TEXT NOT NULL,
    version INTEGER NOT NULL,
    record TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS bookings_by_coach ON bookings (coach_id, starts_at);
  CREATE INDEX IF NOT EXISTS bookings_by_client ON bookings (client_id, starts_at);

  CREATE TRIGGER IF NOT EXISTS no_overlap_on_insert BEFORE INSERT ON bookings
  WHEN NEW.status <> 'cancelled' AND EXISTS (
    SELECT 1 FROM bookings WHERE coach_id = NEW.coach_id AND status <> 'cancelled' AND id <> NEW.id
      AND starts_at < NEW.ends_at AND ends_at > NEW.starts_at
  )
  BEGIN SELECT RAISE(ABORT, 'sessions overlap'); END;

  CREATE TRIGGER IF NOT EXISTS no_overlap_on_update BEFORE UPDATE ON bookings
  WHEN NEW.status <> 'cancelled' AND EXISTS (
    SELECT 1 FROM bookings WHERE coach_id = NEW.coach_id AND status <> 'cancelled' AND id <> NEW.id
      AND starts_at < NEW.ends_at AND ends_at > NEW.starts_at
  )
  BEGIN SELECT RAISE(ABORT, 'sessions overlap'); END;

  CREATE TABLE IF NOT EXISTS kept_replies (
    user_id TEXT NOT NULL,
    idempotency_key TEXT NOT NULL,
    kept_at INTEGER NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (user_id, idempotency_key)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS kept_replies_by_age ON kept_replies (kept_at);

  CREATE TABLE IF NOT EXISTS token_families (
    id TEXT PRIMARY KEY,
    current TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    record TEXT NOT NULL
  ) STRICT;
`;
