import type { Interval } from '../../../domain/availability/interval.ts';
import {
  type BookingFilter,
  type BookingRecord,
  type Buffers,
  KEY_LIFETIME_MS,
  type KeptReply,
  LONGEST_SESSION_MS,
  NEIGHBOURHOOD_MS,
  type Records,
  type SaveGuard,
  type SaveOutcome,
} from '../../ports.ts';
import { sendWithChange } from './changes.ts';
import { isOverlap, type Row, readRecord, readRecords, type Sql, type SqlValue, type Statement } from './sql.ts';

/** Another session of the coach, with its buffers. */
interface Neighbour extends Interval {
  readonly buffers: Buffers;
}

/** The bookings in a database, and the replies stored with them. */
export function sqlBookings(sql: Sql): Records['bookings'] {
  return {
    find: async (id) =>
      readRecord<BookingRecord>((await sql.read('SELECT record FROM bookings WHERE id = ?', [id]))[0]),
    list: async (filter, { skip, limit }) => {
      const { where, values } = conditions(filter);
      const [count] = await sql.read(`SELECT count(*) AS total FROM bookings ${where}`, values);
      // The inner query reads only the index: skipped rows are not loaded.
      const rows = await sql.read(
        `SELECT record FROM bookings WHERE id IN (
           SELECT id FROM bookings ${where} ORDER BY starts_at DESC, id LIMIT ? OFFSET ?)
         ORDER BY starts_at DESC, id`,
        [...values, limit, skip],
      );
      return { bookings: readRecords<BookingRecord>(rows), total: Number(count?.total) };
    },
    notErased: async (coachId, endedBefore, limit) =>
      readRecords<BookingRecord>(
        await sql.read(
          `SELECT record FROM bookings WHERE coach_id = ? AND erased_at IS NULL AND ends_at <= ?
           ORDER BY ends_at, id LIMIT ?`,
          [coachId, endedBefore, limit],
        ),
      ),
    sessions: async (coachId, range) =>
      (
        await sql.read(
          `SELECT starts_at, ends_at FROM bookings ${AROUND} ORDER BY starts_at`,
          aroundValues(coachId, range, ''),
        )
      ).map((row) => ({ start: Number(row.starts_at), end: Number(row.ends_at) })),
    save: (booking, guard) =>
      sql.inTransaction
        ? save(sql, booking, guard)
        : sql
            .transaction((tx) => save(tx, booking, guard))
            .catch((error: unknown): SaveOutcome => {
              if (isOverlap(error)) return { kind: 'taken' };
              throw error;
            }),
    keptReply: (userId, key, now) => freshReply(sql, userId, key, now),
    forgetReplies: async (userId) => {
      await sql.write('DELETE FROM kept_replies WHERE user_id = ?', [userId]);
    },
  };
}

async function save(sql: Sql, booking: BookingRecord, guard: SaveGuard): Promise<SaveOutcome> {
  const { reply, written, others } = await lookBefore(sql, booking, guard.keep);
  if (reply) return { kind: 'replayed', reply };
  if (written?.version !== guard.basedOn) return { kind: 'changed' };
  const buffers = guard.buffers ?? written?.buffers ?? { before: 0, after: 0 };
  if (booking.status !== 'cancelled') {
    if (others.some((other) => overlaps(booking, buffers, other))) return { kind: 'taken' };
    if (guard.fits && !guard.fits(others.map(({ start, end }) => ({ start, end })))) return { kind: 'taken' };
  }
  const writes = [write(booking, buffers, guard.basedOn), ...(guard.keep ? [keepReply(guard.keep)] : [])];
  await sendWithChange(sql, booking.coachId, writes);
  return { kind: 'saved' };
}

/** What is there before a booking is written. */
interface Before {
  readonly reply: KeptReply | undefined;
  readonly written: { readonly version: number; readonly buffers: Buffers } | undefined;
  /** Other sessions around it, sorted by start; none for a booking that is cancelled. */
  readonly others: readonly Neighbour[];
}

/** Locks, then reads all that a write depends on in one statement: PostgreSQL answers both in one round trip. */
async function lookBefore(sql: Sql, booking: BookingRecord, keep: KeptReply | undefined): Promise<Before> {
  const { id, coachId, status, start, end } = booking;
  const parts = [
    {
      text: `SELECT 'written' AS what, NULL AS record, version, CAST(NULL AS BIGINT) AS starts_at, CAST(NULL AS BIGINT) AS ends_at,
               buffer_before, buffer_after FROM bookings WHERE id = ?`,
      values: [id],
    },
    ...(keep
      ? [
          {
            text: `SELECT 'reply', record, NULL, NULL, NULL, NULL, NULL FROM kept_replies
                   WHERE user_id = ? AND idempotency_key = ? AND kept_at > ?`,
            values: [keep.userId, keep.key, keep.keptAt - KEY_LIFETIME_MS],
          },
        ]
      : []),
    ...(status === 'cancelled'
      ? []
      : [
          {
            text: `SELECT 'other', NULL, NULL, starts_at, ends_at, buffer_before, buffer_after FROM bookings ${AROUND}`,
            values: aroundValues(coachId, { start: start - NEIGHBOURHOOD_MS, end: end + NEIGHBOURHOOD_MS }, id),
          },
        ]),
  ];
  const text = parts.map((part) => part.text).join(' UNION ALL ');
  const values = parts.flatMap((part): readonly SqlValue[] => part.values);
  const rows = await lockThen(sql, coachId, keep, () => sql.read(text, values));
  const of = (what: string) => rows.filter((row) => row.what === what);
  const [written] = of('written');
  return {
    reply: readRecord<KeptReply>(of('reply')[0]),
    written: written && { version: Number(written.version), buffers: readBuffers(written) },
    others: of('other')
      .map(readNeighbour)
      .sort((a, b) => a.start - b.start),
  };
}

/** Between two sessions lie the earlier one's buffer after and the later one's buffer before. */
function overlaps(session: Interval, buffers: Buffers, other: Neighbour): boolean {
  return (
    session.start - buffers.before < other.end + other.buffers.after &&
    session.end + buffers.after > other.start - other.buffers.before
  );
}

/**
 * Reads once no other writer changes the coach's bookings or uses the key, until the transaction ends. PostgreSQL's lock holds behind
 * a pool of connections too, and what is sent after it sees all that was written before it; a SQLite transaction locks the whole file.
 */
async function lockThen<T>(sql: Sql, coachId: string, keep: KeptReply | undefined, read: () => Promise<T>): Promise<T> {
  if (sql.dialect === 'sqlite') return read();
  // Always locked in this order, so that two writers never wait for each other.
  const names = [...(keep ? [JSON.stringify(['key', keep.userId, keep.key])] : []), JSON.stringify(['coach', coachId])];
  const locked = sql.read(
    `SELECT ${names.map(() => 'pg_advisory_xact_lock(hashtextextended(?, 0))').join(', ')}`,
    names,
  );
  const [, found] = await Promise.all([locked, read()]);
  return found;
}

// Bounded on both sides: otherwise the index would be read from the coach's first session on.
const AROUND = `WHERE coach_id = ? AND starts_at < ? AND starts_at > ? AND ends_at > ? AND status <> 'cancelled' AND id <> ?`;

function aroundValues(coachId: string, range: Interval, except: string): readonly SqlValue[] {
  return [coachId, range.end, range.start - LONGEST_SESSION_MS, range.start, except];
}

function readNeighbour(row: Row): Neighbour {
  return { start: Number(row.starts_at), end: Number(row.ends_at), buffers: readBuffers(row) };
}

function readBuffers(row: Row): Buffers {
  return { before: Number(row.buffer_before), after: Number(row.buffer_after) };
}

/** Fails with `slot_unavailable` when the database itself refuses the row, because another program wrote. */
function write(booking: BookingRecord, buffers: Buffers, basedOn?: number): Statement {
  const { clientId, coachId, start, end, status, version, id } = booking;
  const values: SqlValue[] = [clientId, coachId, start, end, buffers.before, buffers.after, status, version];
  values.push(booking.erasedAt ?? null, JSON.stringify(booking), id);
  const text =
    basedOn === undefined
      ? `INSERT INTO bookings
           (client_id, coach_id, starts_at, ends_at, buffer_before, buffer_after, status, version, erased_at, record, id)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
      : `UPDATE bookings SET client_id = ?, coach_id = ?, starts_at = ?, ends_at = ?, buffer_before = ?, buffer_after = ?,
           status = ?, version = ?, erased_at = ?, record = ? WHERE id = ?`;
  return { text, values };
}

async function freshReply(sql: Sql, userId: string, key: string, now: number): Promise<KeptReply | undefined> {
  const text = 'SELECT record FROM kept_replies WHERE user_id = ? AND idempotency_key = ? AND kept_at > ?';
  return readRecord<KeptReply>((await sql.read(text, [userId, key, now - KEY_LIFETIME_MS]))[0]);
}

function keepReply(reply: KeptReply): Statement {
  return {
    text: `INSERT INTO kept_replies (user_id, idempotency_key, kept_at, record) VALUES (?, ?, ?, ?)
           ON CONFLICT (user_id, idempotency_key) DO UPDATE SET kept_at = excluded.kept_at, record = excluded.record`,
    values: [reply.userId, reply.key, reply.keptAt, JSON.stringify(reply)],
  };
}

function conditions(filter: BookingFilter): { readonly where: string; readonly values: readonly SqlValue[] } {
  const columns = { client_id: filter.clientId, coach_id: filter.coachId, status: filter.status };
  const given = Object.entries(columns).filter(([, value]) => value !== undefined);
  return {
    where: given.length > 0 ? `WHERE ${given.map(([column]) => `${column} = ?`).join(' AND ')}` : '',
    values: given.map(([, value]) => String(value)),
  };
}
