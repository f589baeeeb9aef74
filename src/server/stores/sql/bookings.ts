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
import { countChange } from './changes.ts';
import { isOverlap, readRecord, readRecords, type Sql, type SqlValue } from './sql.ts';

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
      (await neighbours(sql, coachId, range)).map(({ start, end }) => ({ start, end })),
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
  await lock(sql, booking.coachId, guard.keep);
  const kept = guard.keep && (await freshReply(sql, guard.keep.userId, guard.keep.key, guard.keep.keptAt));
  if (kept) return { kind: 'replayed', reply: kept };
  const [row] = await sql.read('SELECT version, buffer_before, buffer_after FROM bookings WHERE id = ?', [booking.id]);
  if ((row === undefined ? undefined : Number(row.version)) !== guard.basedOn) return { kind: 'changed' };
  const buffers = guard.buffers ?? {
    before: Number(row?.buffer_before ?? 0),
    after: Number(row?.buffer_after ?? 0),
  };
  if (booking.status !== 'cancelled') {
    const around = { start: booking.start - NEIGHBOURHOOD_MS, end: booking.end + NEIGHBOURHOOD_MS };
    const others = await neighbours(sql, booking.coachId, around, booking.id);
    if (others.some((other) => overlaps(booking, buffers, other))) return { kind: 'taken' };
    if (guard.fits && !guard.fits(others.map(({ start, end }) => ({ start, end })))) return { kind: 'taken' };
  }
  await write(sql, booking, buffers, guard.basedOn);
  if (guard.keep) await keepReply(sql, guard.keep);
  await countChange(sql, booking.coachId);
  return { kind: 'saved' };
}

/** Between two sessions lie the earlier one's buffer after and the later one's buffer before. */
function overlaps(session: Interval, buffers: Buffers, other: Neighbour): boolean {
  return (
    session.start - buffers.before < other.end + other.buffers.after &&
    session.end + buffers.after > other.start - other.buffers.before
  );
}

/**
 * Lets only one writer at a time change a coach's bookings, or use a key. PostgreSQL's lock ends with the transaction, so it holds
 * behind a pool of connections too; a SQLite transaction locks the whole file.
 */
async function lock(sql: Sql, coachId: string, keep: KeptReply | undefined): Promise<void> {
  if (sql.dialect === 'sqlite') return;
  const names = [...(keep ? [JSON.stringify(['key', keep.userId, keep.key])] : []), JSON.stringify(['coach', coachId])];
  // Always locked in this order, so that two writers never wait for each other.
  for (const name of names) await sql.read('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [name]);
}

async function neighbours(sql: Sql, coachId: string, range: Interval, except = ''): Promise<readonly Neighbour[]> {
  // Bounded on both sides: otherwise the index would be read from the coach's first session on.
  const rows = await sql.read(
    `SELECT starts_at, ends_at, buffer_before, buffer_after FROM bookings
     WHERE coach_id = ? AND starts_at < ? AND starts_at > ? AND ends_at > ? AND status <> 'cancelled' AND id <> ?
     ORDER BY starts_at`,
    [coachId, range.end, range.start - LONGEST_SESSION_MS, range.start, except],
  );
  return rows.map((row) => ({
    start: Number(row.starts_at),
    end: Number(row.ends_at),
    buffers: { before: Number(row.buffer_before), after: Number(row.buffer_after) },
  }));
}

/** Rejects with `slot_unavailable` when the database itself refuses the row, because another program wrote. */
async function write(sql: Sql, booking: BookingRecord, buffers: Buffers, basedOn?: number): Promise<void> {
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
  await sql.write(text, values);
}

async function freshReply(sql: Sql, userId: string, key: string, now: number): Promise<KeptReply | undefined> {
  const text = 'SELECT record FROM kept_replies WHERE user_id = ? AND idempotency_key = ? AND kept_at > ?';
  return readRecord<KeptReply>((await sql.read(text, [userId, key, now - KEY_LIFETIME_MS]))[0]);
}

async function keepReply(sql: Sql, reply: KeptReply): Promise<void> {
  await sql.write(
    `INSERT INTO kept_replies (user_id, idempotency_key, kept_at, record) VALUES (?, ?, ?, ?)
     ON CONFLICT (user_id, idempotency_key) DO UPDATE SET kept_at = excluded.kept_at, record = excluded.record`,
    [reply.userId, reply.key, reply.keptAt, JSON.stringify(reply)],
  );
}

function conditions(filter: BookingFilter): { readonly where: string; readonly values: readonly SqlValue[] } {
  const columns = { client_id: filter.clientId, coach_id: filter.coachId, status: filter.status };
  const given = Object.entries(columns).filter(([, value]) => value !== undefined);
  return {
    where: given.length > 0 ? `WHERE ${given.map(([column]) => `${column} = ?`).join(' AND ')}` : '',
    values: given.map(([, value]) => String(value)),
  };
}
