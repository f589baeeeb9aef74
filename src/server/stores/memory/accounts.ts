import { buffersOf } from '../../bookings/buffers.ts';
import type { Records } from '../../ports.ts';
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
          if (!account.isGuest) {
            if (logins.get(account.email) !== undefined) return false;
            logins.set(account.email, account.id);
          }
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
    },
  };
}
