import type { Interval } from '../../../domain/availability/interval.ts';
import {
  type BookingRecord,
  KEY_LIFETIME_MS,
  type KeptReply,
  NEIGHBOURHOOD_MS,
  type Records,
  type SaveGuard,
  type SaveOutcome,
} from '../../ports.ts';
import type { MemoryAccess } from './access.ts';
import { type BookedSession, keyOf, type Tables } from './tables.ts';

/** Bookings in memory, and the replies stored with them. */
export function memoryBookings({ read, write, announce }: MemoryAccess): Records['bookings'] {
  return {
    find: (id) => read(({ bookings }) => bookings.get(id)?.booking),
    list: (filter, { skip, limit, countTo = Number.POSITIVE_INFINITY }) =>
      read(({ bookings }) => {
        const found = [...bookings.values()]
          .map(({ booking }) => booking)
          .filter(
            ({ clientId, coachId, status }) =>
              (filter.clientId === undefined || clientId === filter.clientId) &&
              (filter.coachId === undefined || coachId === filter.coachId) &&
              (filter.status === undefined || status === filter.status),
          )
          .sort((a, b) => b.start - a.start || (a.id < b.id ? -1 : 1));
        return { bookings: found.slice(skip, skip + limit), total: Math.min(found.length, countTo) };
      }),
    notErased: (coachId, endedBefore, limit) =>
      read(({ bookings }) =>
        [...bookings.values()]
          .map(({ booking }) => booking)
          .filter((each) => each.coachId === coachId && each.end <= endedBefore && each.erasedAt === undefined)
          .sort((a, b) => a.end - b.end || (a.id < b.id ? -1 : 1))
          .slice(0, limit),
      ),
    sessions: (coachId, range) =>
      read((tables) => neighbours(tables, coachId, range).map(({ booking: { start, end } }) => ({ start, end }))),
    save: async (booking, guard) => {
      const outcome = await write((tables) => save(tables, booking, guard));
      if (outcome.kind === 'saved') announce({ about: 'times', coachId: booking.coachId });
      return outcome;
    },
    keptReply: (userId, key, now) => read((tables) => freshReply(tables, userId, key, now)),
    forgetReplies: (userId) =>
      write(({ replies }) => {
        for (const reply of [...replies.values()])
          if (reply.userId === userId) replies.delete(keyOf(userId, reply.key));
      }),
  };
}

function save(tables: Tables, booking: BookingRecord, guard: SaveGuard): SaveOutcome {
  const { bookings, replies, changes } = tables;
  const kept = guard.keep && freshReply(tables, guard.keep.userId, guard.keep.key, guard.keep.keptAt);
  if (kept) return { kind: 'replayed', reply: kept };
  const found = bookings.get(booking.id);
  if (found?.booking.version !== guard.basedOn) return { kind: 'changed' };
  const session = { booking, buffers: guard.buffers ?? found?.buffers ?? { before: 0, after: 0 } };
  if (booking.status !== 'cancelled') {
    const around = { start: booking.start - NEIGHBOURHOOD_MS, end: booking.end + NEIGHBOURHOOD_MS };
    const others = neighbours(tables, booking.coachId, around).filter((other) => other.booking.id !== booking.id);
    if (others.some((other) => overlaps(session, other))) return { kind: 'taken' };
    const times = others.map(({ booking: { start, end } }) => ({ start, end }));
    if (guard.fits && !guard.fits(times)) return { kind: 'taken' };
  }
  bookings.set(booking.id, session);
  changes.set(booking.coachId, (changes.get(booking.coachId) ?? 0) + 1);
  if (guard.keep) replies.set(keyOf(guard.keep.userId, guard.keep.key), guard.keep);
  return { kind: 'saved' };
}

function neighbours({ bookings }: Tables, coachId: string, range: Interval): BookedSession[] {
  return [...bookings.values()]
    .filter(
      ({ booking }) =>
        booking.coachId === coachId &&
        booking.status !== 'cancelled' &&
        booking.start < range.end &&
        booking.end > range.start,
    )
    .sort((a, b) => a.booking.start - b.booking.start);
}

/** Between two sessions lie the earlier one's buffer after and the later one's buffer before. */
function overlaps(session: BookedSession, other: BookedSession): boolean {
  return (
    session.booking.start - session.buffers.before < other.booking.end + other.buffers.after &&
    session.booking.end + session.buffers.after > other.booking.start - other.buffers.before
  );
}

function freshReply({ replies }: Tables, userId: string, key: string, now: number): KeptReply | undefined {
  const kept = replies.get(keyOf(userId, key));
  return kept && now - kept.keptAt < KEY_LIFETIME_MS ? kept : undefined;
}
