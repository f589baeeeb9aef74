import {
  type BookingRecord,
  type Buffers,
  KEY_LIFETIME_MS,
  type NewBookingGuard,
  type Records,
  type SaveOutcome,
  type WrittenAlong,
} from '../../ports.ts';
import { allOf, buffersOfSave, lockNames, partsBefore, readBefore, refusal } from './look-before.ts';
import { openCount } from './open-requests.ts';
import type { Sql, SqlValue, Statement } from './sql.ts';

/**
 * Saves a new booking in two statements: one looks, one writes if nobody has changed the coach's bookings since, which the coach's
 * count of changes says. The second one stands for a transaction: it locks what `save` locks, without waiting, and writes all or
 * nothing. Bookings of one coach that this process saves take turns: otherwise all but the first would look in vain.
 */
export function saveAtOnce(
  sql: Sql,
  together: NonNullable<Sql['together']>,
): NonNullable<Records['bookings']['saveAtOnce']> {
  const lastTurns = new Map<string, Promise<unknown>>();

  const save = async (
    booking: BookingRecord,
    guard: NewBookingGuard,
    along: WrittenAlong,
  ): Promise<SaveOutcome | undefined> => {
    const { text, values } = allOf([
      ...partsBefore(booking, guard.keep),
      {
        text: "SELECT 'changes', NULL, changes, NULL, NULL, NULL, NULL FROM coach_changes WHERE coach_id = ?",
        values: [booking.coachId],
      },
      ...along.openRequests.keys.map((key) => openPart(key, along.now)),
    ]);
    const rows = await sql.read(text, values);
    const seen = readBefore(rows);
    const refused = refusal(seen, booking, guard);
    if (refused) return refused;
    // The transaction finds the same, and refuses in its own words.
    if (rows.some(({ what, version }) => what === 'open' && Number(version) >= along.openRequests.most))
      return undefined;
    const changes = Number(rows.find(({ what }) => what === 'changes')?.version ?? 0);
    const written = await together(insertAll(booking, guard, buffersOfSave(seen, guard), along, changes));
    if (written?.rows.length !== 1) return undefined;
    sql.announce({ about: 'times', coachId: booking.coachId });
    if (along.jobs.length > 0) sql.announce({ about: 'jobs' });
    return { kind: 'saved' };
  };

  return async (booking, guard, along) => {
    const { coachId } = booking;
    // A job that comes again under an old key changes a row: that is left to the transaction.
    if (along.jobs.some(({ repeat }) => repeat === 'again')) return undefined;
    const before = lastTurns.get(coachId);
    const turn = (async () => {
      if (before && !(await endsSoon(before))) return undefined;
      return save(booking, guard, along);
    })();
    const ended = turn.catch(() => undefined);
    lastTurns.set(coachId, ended);
    try {
      return await turn;
    } finally {
      if (lastTurns.get(coachId) === ended) lastTurns.delete(coachId);
    }
  };
}

/** The longest wait for the coach's previous booking; then a transaction waits instead, within the database's time limits. */
const LONGEST_WAIT_MS = 500;

/** True when the turn ends within `LONGEST_WAIT_MS`. */
async function endsSoon(turn: Promise<unknown>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), LONGEST_WAIT_MS);
  });
  try {
    return await Promise.race([turn.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}

function openPart(key: string, now: number): Statement {
  const { text, values } = openCount(key, now);
  return { text: `SELECT 'open', NULL, (${text}), NULL, NULL, NULL, NULL`, values };
}

/** One statement for all rows; it gives one row when they are written, and none when the coach's count is another one. */
function insertAll(
  booking: BookingRecord,
  { keep }: NewBookingGuard,
  buffers: Buffers,
  { jobs, openRequests, now }: WrittenAlong,
  changes: number,
): Statement {
  const names = lockNames(booking.coachId, keep);
  const parts: (Statement & { readonly name: string })[] = [
    {
      name: 'locked AS MATERIALIZED',
      text: `SELECT ${names.map(() => 'pg_try_advisory_xact_lock(hashtextextended(?, 0))').join(' AND ')} AS is_free`,
      values: names,
    },
    {
      name: 'counted AS',
      text: `INSERT INTO coach_changes (coach_id, changes) SELECT CAST(? AS TEXT), 1 FROM locked WHERE is_free
             ON CONFLICT (coach_id) DO UPDATE SET changes = coach_changes.changes + 1
               WHERE coach_changes.changes = CAST(? AS BIGINT) RETURNING coach_id`,
      values: [booking.coachId, changes],
    },
  ];
  // Written before the booking, which is inserted from it: nothing is inserted when the key has got a reply, such as for another coach.
  if (keep) {
    parts.push({
      name: 'kept AS',
      text: `INSERT INTO kept_replies (user_id, idempotency_key, kept_at, record)
             SELECT CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS BIGINT), CAST(? AS TEXT) FROM counted
             ON CONFLICT (user_id, idempotency_key) DO UPDATE SET kept_at = excluded.kept_at, record = excluded.record
               WHERE kept_replies.kept_at <= CAST(? AS BIGINT) RETURNING user_id`,
      values: [keep.userId, keep.key, keep.keptAt, JSON.stringify(keep), keep.keptAt - KEY_LIFETIME_MS],
    });
  }
  const { id, clientId, coachId, start, end, status, version } = booking;
  const row: SqlValue[] = [id, clientId, coachId, start, end, buffers.before, buffers.after, status, version];
  parts.push({
    name: 'saved AS',
    text: `INSERT INTO bookings (id, client_id, coach_id, starts_at, ends_at, buffer_before, buffer_after, status, version, record)
           SELECT CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS BIGINT),
             CAST(? AS BIGINT), CAST(? AS TEXT), CAST(? AS BIGINT), CAST(? AS TEXT) FROM ${keep ? 'kept' : 'counted'} RETURNING id`,
    values: [...row, JSON.stringify(booking)],
  });
  if (jobs.length > 0) {
    const rows = jobs.map(({ kind, key, payload, dueAt }) => ({
      id: crypto.randomUUID(),
      kind,
      key,
      payload: JSON.stringify(payload),
      due_at: dueAt,
    }));
    parts.push({
      name: 'planned AS',
      text: `INSERT INTO jobs (id, kind, key, payload, state, due_at, created_at)
             SELECT job.id, job.kind, job.key, job.payload, 'waiting', job.due_at, CAST(? AS BIGINT)
             FROM saved, json_to_recordset(CAST(? AS JSON)) AS job(id TEXT, kind TEXT, key TEXT, payload TEXT, due_at BIGINT)
             ON CONFLICT (kind, key) DO NOTHING`,
      values: [now, JSON.stringify(rows)],
    });
  }
  if (openRequests.keys.length > 0) {
    parts.push({
      name: 'asked AS',
      text: `INSERT INTO open_requests (key, booking_id, noted_at)
             SELECT asked.key, saved.id, CAST(? AS BIGINT) FROM saved, json_array_elements_text(CAST(? AS JSON)) AS asked(key)
             ON CONFLICT DO NOTHING`,
      values: [now, JSON.stringify(openRequests.keys)],
    });
  }
  return {
    text: `WITH ${parts.map(({ name, text }) => `${name} (${text})`).join(', ')} SELECT id FROM saved`,
    values: parts.flatMap(({ values }) => values),
  };
}
