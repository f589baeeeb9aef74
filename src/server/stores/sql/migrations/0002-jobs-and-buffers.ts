import { DAY_MS } from '../../../../domain/time/units.ts';
import type { Migration } from './migration.ts';

/** Jobs, shared limits, counted changes; buffers around sessions must not overlap other sessions. */
export const jobsAndBuffers: Migration = {
  name: 'jobs, limits, changes of times, and buffers that are held against overlap',
  sqlite: [
    'ALTER TABLE bookings ADD COLUMN buffer_before INTEGER NOT NULL DEFAULT 0',
    'ALTER TABLE bookings ADD COLUMN buffer_after INTEGER NOT NULL DEFAULT 0',
    'DROP TRIGGER no_overlap_on_insert',
    'DROP TRIGGER no_overlap_on_update',
    sqliteTrigger('no_overlap_on_insert', 'INSERT', 'sessions overlap', overlaps()),
    sqliteTrigger('no_overlap_on_update', 'UPDATE', 'sessions overlap', overlaps()),
    sqliteTrigger('no_long_session_on_insert', 'INSERT', 'session or buffer longer than a day', isTooLong()),
    sqliteTrigger('no_long_session_on_update', 'UPDATE', 'session or buffer longer than a day', isTooLong()),
    ...bookingIndexes(),
    ...newTables('TEXT', 'INTEGER', ' STRICT'),
    // Bookings that waited to be synced become jobs.
    `INSERT INTO jobs (id, kind, key, payload, state, due_at, attempts, created_at)
     SELECT lower(hex(randomblob(16))), 'calendar-sync', booking_id, json_object('bookingId', booking_id), 'waiting',
       json_extract(record, '$.dueAt'), json_extract(record, '$.tries'), json_extract(record, '$.dueAt')
     FROM calendar_pending`,
    'DROP TABLE calendar_pending',
  ],
  postgres: (guard) => [
    `ALTER TABLE bookings
       ADD COLUMN buffer_before BIGINT NOT NULL DEFAULT 0 CHECK (buffer_before BETWEEN 0 AND ${DAY_MS}),
       ADD COLUMN buffer_after BIGINT NOT NULL DEFAULT 0 CHECK (buffer_after BETWEEN 0 AND ${DAY_MS}),
       ADD CONSTRAINT no_long_session CHECK (ends_at - starts_at <= ${DAY_MS})`,
    ...(guard === 'constraint' ? overlapConstraint : overlapTrigger),
    ...bookingIndexes(),
    ...newTables('TEXT COLLATE "C"', 'BIGINT', ''),
  ],
};

/** The condition for rows that overlap a new row, valid in both databases; bounded on both sides, so that an index is used. */
function overlaps(): string {
  return `NEW.status <> 'cancelled' AND EXISTS (
      SELECT 1 FROM bookings WHERE coach_id = NEW.coach_id AND status <> 'cancelled' AND id <> NEW.id
        AND starts_at < NEW.ends_at + NEW.buffer_after + ${DAY_MS}
        AND starts_at > NEW.starts_at - NEW.buffer_before - ${2 * DAY_MS}
        AND starts_at - buffer_before < NEW.ends_at + NEW.buffer_after
        AND ends_at + buffer_after > NEW.starts_at - NEW.buffer_before)`;
}

function isTooLong(): string {
  return `NEW.ends_at - NEW.starts_at > ${DAY_MS} OR NEW.buffer_before NOT BETWEEN 0 AND ${DAY_MS}
      OR NEW.buffer_after NOT BETWEEN 0 AND ${DAY_MS}`;
}

function sqliteTrigger(name: string, event: 'INSERT' | 'UPDATE', message: string, condition: string): string {
  return `CREATE TRIGGER ${name} BEFORE ${event} ON bookings WHEN ${condition} BEGIN SELECT RAISE(ABORT, '${message}'); END`;
}

const overlapConstraint: readonly string[] = [
  'CREATE EXTENSION IF NOT EXISTS btree_gist',
  `ALTER TABLE bookings ADD COLUMN taken tstzrange NOT NULL GENERATED ALWAYS AS (tstzrange(
     to_timestamp((starts_at - buffer_before) / 1000.0), to_timestamp((ends_at + buffer_after) / 1000.0))) STORED`,
  `ALTER TABLE bookings ADD CONSTRAINT sessions_do_not_overlap
     EXCLUDE USING gist (coach_id WITH =, taken WITH &&) WHERE (status <> 'cancelled')`,
];

// The lock makes writers of one coach wait for each other, so that each sees the others' rows; 23P01 is the code of the constraint.
const overlapTrigger: readonly string[] = [
  `CREATE FUNCTION refuse_overlapping_session() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     PERFORM pg_advisory_xact_lock(hashtextextended('["coach",' || to_json(NEW.coach_id) || ']', 0));
     IF ${overlaps()} THEN
       RAISE EXCEPTION 'sessions overlap' USING ERRCODE = '23P01', CONSTRAINT = 'sessions_do_not_overlap';
     END IF;
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER sessions_do_not_overlap BEFORE INSERT OR UPDATE ON bookings
   FOR EACH ROW EXECUTE FUNCTION refuse_overlapping_session()`,
];

/** A page of a list is found in the index alone: skipped rows, and rows of another status, are not loaded. */
function bookingIndexes(): readonly string[] {
  return [
    'DROP INDEX bookings_by_coach',
    'DROP INDEX bookings_by_client',
    'CREATE INDEX bookings_by_coach ON bookings (coach_id, starts_at DESC, id, status)',
    'CREATE INDEX bookings_by_client ON bookings (client_id, starts_at DESC, id, status)',
    'CREATE INDEX token_families_by_end ON token_families (expires_at)',
    'CREATE INDEX calendar_authorizations_by_end ON calendar_authorizations (expires_at)',
  ];
}

function newTables(text: string, integer: string, options: string): readonly string[] {
  return [
    `CREATE TABLE jobs (
      id ${text} PRIMARY KEY,
      kind ${text} NOT NULL,
      key ${text} NOT NULL,
      payload TEXT NOT NULL,
      state ${text} NOT NULL CHECK (state IN ('waiting', 'done', 'dead')),
      due_at ${integer} NOT NULL,
      lease_until ${integer} NOT NULL DEFAULT 0,
      ticket ${text},
      attempts ${integer} NOT NULL DEFAULT 0,
      revision ${integer} NOT NULL DEFAULT 0,
      last_error TEXT,
      created_at ${integer} NOT NULL,
      finished_at ${integer},
      UNIQUE (kind, key)
    )${options}`,
    "CREATE INDEX jobs_waiting ON jobs (due_at) WHERE state = 'waiting'",
    'CREATE INDEX jobs_by_state ON jobs (state, finished_at)',
    `CREATE TABLE limits (
      name ${text} PRIMARY KEY,
      used ${integer} NOT NULL,
      ends_at ${integer} NOT NULL
    )${options}`,
    'CREATE INDEX limits_by_end ON limits (ends_at)',
    `CREATE TABLE coach_changes (
      coach_id ${text} PRIMARY KEY,
      changes ${integer} NOT NULL
    )${options}`,
  ];
}
