import {
  type BookingFilter,
  type BookingRecord,
  type Buffers,
  KEY_LIFETIME_MS,
  type KeptReply,
  type Records,
  type SaveGuard,
  type SaveOutcome,
} from '../../ports.ts';
import { sendWithChange } from './changes.ts';
import { AROUND, aroundValues, buffersOfSave, lookBefore, refusal } from './look-before.ts';
import { saveAtOnce } from './save-at-once.ts';
import { countRows, isOverlap, readRecord, readRecords, type Sql, type SqlValue, type Statement } from './sql.ts';

/** The bookings in a database, and the replies stored with them. */
export function sqlBookings(sql: Sql): Records['bookings'] {
  return {
    find: async (id) =>
      readRecord<BookingRecord>((await sql.read('SELECT record FROM bookings WHERE id = ?', [id]))[0]),
    list: async (filter, { skip, limit, countTo }) => {
      const { where, values } = conditions(filter);
      const [total, rows] = await Promise.all([
        countRows(sql, { text: `bookings ${where}`, values }, 'starts_at DESC, id', countTo),
        limit === 0
          ? []
          : // The inner query reads only the index: skipped rows are not loaded.
            sql.read(
              `SELECT record FROM bookings WHERE id IN (
                 SELECT id FROM bookings ${where} ORDER BY starts_at DESC, id LIMIT ? OFFSET ?)
               ORDER BY starts_at DESC, id`,
              [...values, limit, skip],
            ),
      ]);
      return { bookings: readRecords<BookingRecord>(rows), total };
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
    ...(sql.together && { saveAtOnce: saveAtOnce(sql, sql.together) }),
    keptReply: (userId, key, now) => freshReply(sql, userId, key, now),
    forgetReplies: async (userId) => {
      await sql.write('DELETE FROM kept_replies WHERE user_id = ?', [userId]);
    },
  };
}

async function save(sql: Sql, booking: BookingRecord, guard: SaveGuard): Promise<SaveOutcome> {
  const seen = await lookBefore(sql, booking, guard.keep);
  const refused = refusal(seen, booking, guard);
  if (refused) return refused;
  const buffers = buffersOfSave(seen, guard);
  const writes = [write(booking, buffers, guard.basedOn), ...(guard.keep ? [keepReply(guard.keep)] : [])];
  await sendWithChange(sql, booking.coachId, writes);
  return { kind: 'saved' };
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
