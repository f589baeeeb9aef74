import type { Interval } from '../../domain/availability/interval.ts';
import {
  type Account,
  type BookingRecord,
  type CoachRecord,
  KEY_LIFETIME_MS,
  type KeptReply,
  NEIGHBOURHOOD_MS,
  type SaveOutcome,
  type Store,
  type TokenFamily,
} from '../ports.ts';

/** A store in this process's memory. Each step runs without waiting, so nothing comes between its checks and its write. */
export function createMemoryStore(): Store {
  const accounts = new Map<string, Account>();
  const byEmail = new Map<string, Account>();
  const coaches = new Map<string, CoachRecord>();
  const bookings = new Map<string, BookingRecord>();
  const byCoach = new Map<string, Map<string, BookingRecord>>();
  const replies = new Map<string, KeptReply>();
  const families = new Map<string, TokenFamily>();

  const sessions = (coachId: string, range: Interval, except?: string): Interval[] =>
    [...(byCoach.get(coachId)?.values() ?? [])]
      .filter(({ id, status, start, end }) => {
        return id !== except && status !== 'cancelled' && start < range.end && end > range.start;
      })
      .map(({ start, end }) => ({ start, end }))
      .sort((a, b) => a.start - b.start);

  const freshReply = (userId: string, key: string, now: number): KeptReply | undefined => {
    const kept = replies.get(replyKey(userId, key));
    return kept && now - kept.keptAt < KEY_LIFETIME_MS ? kept : undefined;
  };

  return {
    accounts: {
      find: async (id) => accounts.get(id),
      findByEmail: async (email) => byEmail.get(email),
      add: async (account) => {
        if (!account.isGuest) {
          if (byEmail.has(account.email)) return false;
          byEmail.set(account.email, account);
        }
        accounts.set(account.id, account);
        return true;
      },
    },
    coaches: {
      find: async (id) => coaches.get(id),
      list: async () => [...coaches.values()],
      add: async (coach) => {
        coaches.set(coach.profile.user_id, coach);
      },
      saveSchedule: async (id, basedOn, schedule) => {
        const coach = coaches.get(id);
        if (coach?.scheduleVersion !== basedOn) return false;
        coaches.set(id, { ...coach, schedule, scheduleVersion: basedOn + 1 });
        return true;
      },
    },
    bookings: {
      find: async (id) => bookings.get(id),
      list: async (filter, { skip, limit }) => {
        const found = [...bookings.values()]
          .filter(
            (booking) =>
              (filter.clientId === undefined || booking.clientId === filter.clientId) &&
              (filter.coachId === undefined || booking.coachId === filter.coachId) &&
              (filter.status === undefined || booking.status === filter.status),
          )
          .sort((a, b) => b.start - a.start || (a.id < b.id ? -1 : 1));
        return { bookings: found.slice(skip, skip + limit), total: found.length };
      },
      sessions: async (coachId, range) => sessions(coachId, range),
      save: async (booking, guard): Promise<SaveOutcome> => {
        const kept = guard.keep && freshReply(guard.keep.userId, guard.keep.key, guard.keep.keptAt);
        if (kept) return { kind: 'replayed', reply: kept };
        if (bookings.get(booking.id)?.version !== guard.basedOn) return { kind: 'changed' };
        if (booking.status !== 'cancelled') {
          const around = { start: booking.start - NEIGHBOURHOOD_MS, end: booking.end + NEIGHBOURHOOD_MS };
          const others = sessions(booking.coachId, around, booking.id);
          if (others.some(({ start, end }) => start < booking.end && end > booking.start)) return { kind: 'taken' };
          if (guard.fits && !guard.fits(others)) return { kind: 'taken' };
        }
        bookings.set(booking.id, booking);
        const ofCoach = byCoach.get(booking.coachId) ?? new Map<string, BookingRecord>();
        byCoach.set(booking.coachId, ofCoach.set(booking.id, booking));
        if (guard.keep) keepReply(replies, guard.keep);
        return { kind: 'saved' };
      },
      keptReply: async (userId, key, now) => freshReply(userId, key, now),
    },
    tokens: {
      find: async (familyId) => families.get(familyId),
      add: async (family) => {
        families.set(family.id, family);
      },
      rotate: async (family, from) => {
        if (families.get(family.id)?.current !== from) return false;
        families.set(family.id, family);
        return true;
      },
      end: async (familyId) => {
        families.delete(familyId);
      },
    },
  };
}

const replyKey = (userId: string, key: string) => JSON.stringify([userId, key]);

function keepReply(replies: Map<string, KeptReply>, reply: KeptReply): void {
  // A map keeps its insertion order: the oldest are first, and all that are too old go.
  for (const [key, { keptAt }] of replies) {
    if (reply.keptAt - keptAt < KEY_LIFETIME_MS) break;
    replies.delete(key);
  }
  replies.set(replyKey(reply.userId, reply.key), reply);
}
