import type { Interval } from '../../../domain/availability/interval.ts';
import {
  type BookingRecord,
  type Buffers,
  KEY_LIFETIME_MS,
  type KeptReply,
  LONGEST_SESSION_MS,
  NEIGHBOURHOOD_MS,
  type SaveGuard,
  type SaveOutcome,
} from '../../ports.ts';
import { type Row, readRecord, type Sql, type SqlValue, type Statement } from './sql.ts';

/** Another session of the coach, with its buffers. */
interface Neighbour extends Interval {
  readonly buffers: Buffers;
}

/** The stored records that decide whether a booking is written. */
interface Before {
  readonly reply: KeptReply | undefined;
  readonly written: { readonly version: number; readonly buffers: Buffers } | undefined;
  /** Other sessions around it, sorted by start; none for a booking that is cancelled. */
  readonly others: readonly Neighbour[];
}

/** Locks, then reads all that a write depends on in one statement: PostgreSQL answers both in one round trip. */
export async function lookBefore(sql: Sql, booking: BookingRecord, keep: KeptReply | undefined): Promise<Before> {
  const { text, values } = allOf(partsBefore(booking, keep));
  return readBefore(await lockThen(sql, booking.coachId, keep, () => sql.read(text, values)));
}

/** Statements as one, whose rows are told apart by the column `what`. */
export function allOf(parts: readonly Statement[]): Statement {
  return {
    text: parts.map((part) => part.text).join(' UNION ALL '),
    values: parts.flatMap((part): readonly SqlValue[] => part.values),
  };
}

/** The statements that read the records for `Before`; all have the same columns. */
export function partsBefore(
  { id, coachId, status, start, end }: BookingRecord,
  keep: KeptReply | undefined,
): readonly Statement[] {
  return [
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
}

/** Reads the rows of `partsBefore`. */
export function readBefore(rows: readonly Row[]): Before {
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

/** The reason why a booking is not written; `undefined` when it may be. */
export function refusal(seen: Before, booking: BookingRecord, guard: SaveGuard): SaveOutcome | undefined {
  const { reply, written, others } = seen;
  if (reply) return { kind: 'replayed', reply };
  if (written?.version !== guard.basedOn) return { kind: 'changed' };
  if (booking.status === 'cancelled') return undefined;
  const buffers = buffersOfSave(seen, guard);
  if (others.some((other) => overlaps(booking, buffers, other))) return { kind: 'taken' };
  if (guard.fits && !guard.fits(others.map(({ start, end }) => ({ start, end })))) return { kind: 'taken' };
  return undefined;
}

/** The buffers that are written with a booking. */
export function buffersOfSave({ written }: Before, guard: SaveGuard): Buffers {
  return guard.buffers ?? written?.buffers ?? { before: 0, after: 0 };
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
  const names = lockNames(coachId, keep);
  const locked = sql.read(
    `SELECT ${names.map(() => 'pg_advisory_xact_lock(hashtextextended(?, 0))').join(', ')}`,
    names,
  );
  const [, found] = await Promise.all([locked, read()]);
  return found;
}

/** The names that a writer locks: the key, then the coach. */
export function lockNames(coachId: string, keep: KeptReply | undefined): readonly string[] {
  return [...(keep ? [JSON.stringify(['key', keep.userId, keep.key])] : []), JSON.stringify(['coach', coachId])];
}

// Bounded on both sides: otherwise the index would be read from the coach's first session on.
export const AROUND = `WHERE coach_id = ? AND starts_at < ? AND starts_at > ? AND ends_at > ? AND status <> 'cancelled' AND id <> ?`;

/** The values of `AROUND`. */
export function aroundValues(coachId: string, range: Interval, except: string): readonly SqlValue[] {
  return [coachId, range.end, range.start - LONGEST_SESSION_MS, range.start, except];
}

function readNeighbour(row: Row): Neighbour {
  return { start: Number(row.starts_at), end: Number(row.ends_at), buffers: readBuffers(row) };
}

function readBuffers(row: Row): Buffers {
  return { before: Number(row.buffer_before), after: Number(row.buffer_after) };
}
