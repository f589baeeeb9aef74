import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Interval } from '../../domain/availability/interval.ts';
import {
  type BookingFilter,
  type BookingRecord,
  KEY_LIFETIME_MS,
  type KeptReply,
  NEIGHBOURHOOD_MS,
  type SaveGuard,
  type SaveOutcome,
  type Store,
} from '../ports.ts';
import { inTransaction, readRecord } from './sqlite-records.ts';

/** The bookings of a SQLite store, and the replies kept with them. */
export function sqliteBookings(db: DatabaseSync): Store['bookings'] {
  const find = db.prepare('SELECT record FROM bookings WHERE id = ?');
  const version = db.prepare('SELECT version FROM bookings WHERE id = ?');
  const overlapping = db.prepare(
    `SELECT starts_at AS start, ends_at AS "end" FROM bookings
     WHERE coach_id = ? AND status <> 'cancelled' AND id <> ? AND starts_at < ? AND ends_at > ? ORDER BY starts_at`,
  );
  const insert = db.prepare(
    `INSERT INTO bookings (client_id, coach_id, starts_at, ends_at, status, version, record, id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const update = db.prepare(
    `UPDATE bookings SET client_id = ?, coach_id = ?, starts_at = ?, ends_at = ?, status = ?, version = ?, record = ?
     WHERE id = ?`,
  );
  const findReply = db.prepare(
    'SELECT record FROM kept_replies WHERE user_id = ? AND idempotency_key = ? AND kept_at > ?',
  );
  const keep = db.prepare(
    'INSERT OR REPLACE INTO kept_replies (user_id, idempotency_key, kept_at, record) VALUES (?, ?, ?, ?)',
  );
  const forgetReplies = db.prepare('DELETE FROM kept_replies WHERE kept_at <= ?');

  const sessions = (coachId: string, range: Interval, except = ''): Interval[] =>
    overlapping.all(coachId, except, range.end, range.start).map((row) => ({
      start: Number(row.start),
      end: Number(row.end),
    }));

  const freshReply = (userId: string, key: string, now: number) =>
    readRecord<KeptReply>(findReply.get(userId, key, now - KEY_LIFETIME_MS));

  const decide = (booking: BookingRecord, guard: SaveGuard): SaveOutcome => {
    const kept = guard.keep && freshReply(guard.keep.userId, guard.keep.key, guard.keep.keptAt);
    if (kept) return { kind: 'replayed', reply: kept };
    if (version.get(booking.id)?.version !== guard.basedOn) return { kind: 'changed' };
    if (booking.status === 'cancelled') return { kind: 'saved' };
    const around = { start: booking.start - NEIGHBOURHOOD_MS, end: booking.end + NEIGHBOURHOOD_MS };
    const others = sessions(booking.coachId, around, booking.id);
    const isFree = !others.some(({ start, end }) => start < booking.end && end > booking.start);
    return { kind: isFree && (guard.fits?.(others) ?? true) ? 'saved' : 'taken' };
  };

  const write = (booking: BookingRecord, guard: SaveGuard) => {
    (guard.basedOn === undefined ? insert : update).run(
      booking.clientId,
      booking.coachId,
      booking.start,
      booking.end,
      booking.status,
      booking.version,
      JSON.stringify(booking),
      booking.id,
    );
    if (!guard.keep) return;
    const { userId, key, keptAt } = guard.keep;
    forgetReplies.run(keptAt - KEY_LIFETIME_MS);
    keep.run(userId, key, keptAt, JSON.stringify(guard.keep));
  };

  return {
    find: async (id) => readRecord<BookingRecord>(find.get(id)),
    list: async (filter, { skip, limit }) => {
      const { where, values } = conditions(filter);
      const total = db.prepare(`SELECT count(*) AS total FROM bookings ${where}`).get(...values)?.total;
      const rows = db
        .prepare(`SELECT record FROM bookings ${where} ORDER BY starts_at DESC, id LIMIT ? OFFSET ?`)
        .all(...values, limit, skip);
      return { bookings: rows.flatMap((row) => readRecord<BookingRecord>(row) ?? []), total: Number(total) };
    },
    sessions: async (coachId, range) => sessions(coachId, range),
    save: async (booking, guard) =>
      inTransaction(db, () => {
        const outcome = decide(booking, guard);
        if (outcome.kind === 'saved') write(booking, guard);
        return outcome;
      }),
    keptReply: async (userId, key, now) => freshReply(userId, key, now),
  };
}

function conditions(filter: BookingFilter): { readonly where: string; readonly values: SQLInputValue[] } {
  const columns = { client_id: filter.clientId, coach_id: filter.coachId, status: filter.status };
  const given = Object.entries(columns).filter(([, value]) => value !== undefined);
  return {
    where: given.length > 0 ? `WHERE ${given.map(([column]) => `${column} = ?`).join(' AND ')}` : '',
    values: given.map(([, value]) => String(value)),
  };
}
