import { buffersOf } from '../../bookings/buffers.ts';
import { loginEmailOf, type Records } from '../../ports.ts';
import { foldText, searchTextOf } from '../search-text.ts';
import type { MemoryAccess } from './access.ts';

/** Accounts, coaches and their hours, and sign-ins in memory. */
export function memoryAccounts({
  read,
  write,
  announce,
}: MemoryAccess): Pick<Records, 'accounts' | 'coaches' | 'tokens'> {
  return {
    accounts: {
      find: (id) => read(({ accounts }) => accounts.get(id)),
      findByEmail: (email) => read(({ accounts, logins }) => accounts.get(logins.get(email) ?? '')),
      add: (account) =>
        write(({ accounts, logins }) => {
          const login = loginEmailOf(account);
          if (login !== undefined) {
            if (logins.get(login) !== undefined) return false;
            logins.set(login, account.id);
          }
          accounts.set(account.id, account);
          return true;
        }),
      list: ({ role, words = [] }, { skip, limit, countTo = Number.POSITIVE_INFINITY }) =>
        read(({ accounts }) => {
          const found = [...accounts.values()]
            .map((account) => ({ account, text: searchTextOf(account) }))
            .filter(
              ({ account, text }) =>
                text !== '' &&
                (role === undefined || account.role === role) &&
                words.every((word) => text.includes(foldText(word))),
            )
            .sort((a, b) => compare(a.text, b.text) || compare(a.account.id, b.account.id))
            .map(({ account }) => account);
          return { accounts: found.slice(skip, skip + limit), total: Math.min(found.length, countTo) };
        }),
      setActive: (id, isActive) =>
        write(({ accounts }) => {
          const found = accounts.get(id);
          const next = found && { ...found, isActive };
          if (next) accounts.set(id, next);
          return next;
        }),
      update: (account) =>
        write(({ accounts, logins }) => {
          const found = accounts.get(account.id);
          if (!found) return false;
          const [before, after] = [loginEmailOf(found), loginEmailOf(account)];
          if (after !== undefined && (logins.get(after) ?? account.id) !== account.id) return false;
          if (before !== undefined) logins.delete(before);
          if (after !== undefined) logins.set(after, account.id);
          accounts.set(account.id, account);
          return true;
        }),
    },
    coaches: {
      find: (id) => read(({ coaches }) => coaches.get(id)),
      list: () => read(({ coaches }) => [...coaches.values()]),
      add: (coach) => write(({ coaches }) => void coaches.set(coach.profile.user_id, coach)),
      saveSchedule: async (id, basedOn, schedule) => {
        const isSaved = await write(({ coaches, bookings, changes }) => {
          const coach = coaches.get(id);
          if (coach?.scheduleVersion !== basedOn) return false;
          coaches.set(id, { ...coach, schedule, scheduleVersion: basedOn + 1 });
          const { before, after } = buffersOf(schedule);
          for (const { booking, buffers } of [...bookings.values()]) {
            if (booking.coachId !== id || (buffers.before <= before && buffers.after <= after)) continue;
            const shorter = { before: Math.min(buffers.before, before), after: Math.min(buffers.after, after) };
            bookings.set(booking.id, { booking, buffers: shorter });
          }
          changes.set(id, (changes.get(id) ?? 0) + 1);
          return true;
        });
        if (isSaved) announce({ about: 'times', coachId: id });
        return isSaved;
      },
      change: async (id, change) => {
        const next = await write(({ coaches, changes }) => {
          const found = coaches.get(id);
          const changed = found && { ...found, ...change };
          if (!changed) return undefined;
          coaches.set(id, changed);
          changes.set(id, (changes.get(id) ?? 0) + 1);
          return changed;
        });
        if (next) announce({ about: 'times', coachId: id });
        return next;
      },
    },
    tokens: {
      find: (id) => read(({ families }) => families.get(id)),
      add: (family) => write(({ families }) => void families.set(family.id, family)),
      rotate: (family, from) =>
        write(({ families }) => {
          if (families.get(family.id)?.current !== from) return false;
          families.set(family.id, family);
          return true;
        }),
      end: (id) => write(({ families }) => void families.delete(id)),
      endAll: (userId, except) =>
        write(({ families }) => {
          for (const family of [...families.values()]) {
            if (family.userId === userId && family.id !== except) families.delete(family.id);
          }
        }),
    },
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
