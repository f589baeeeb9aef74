import { MAX_LIMIT_WINDOWS, type Records, type WindowCount } from '../../ports.ts';
import type { MemoryAccess } from './access.ts';
import type { Table } from './table.ts';
import type { NamedWindow } from './tables.ts';

/** Counters of limits in memory, in fixed windows; and how often each coach's slots changed. */
export function memoryLimits({ read, write }: MemoryAccess): Pick<Records, 'limits' | 'changes'> {
  return {
    limits: {
      take: (name, windowMs, now) =>
        write(({ limits }) => {
          const open = limits.get(name);
          if (open && open.endsAt > now) {
            const counted = { name, count: open.count + 1, endsAt: Math.min(open.endsAt, now + windowMs) };
            limits.set(name, counted);
            return windowOf(counted);
          }
          const begun = { name, count: 1, endsAt: now + windowMs };
          // Deleted first, so that the oldest windows come first in the table.
          limits.delete(name);
          limits.set(name, begun);
          makeRoom(limits, now);
          return windowOf(begun);
        }),
      giveBack: (name, now) =>
        write(({ limits }) => {
          const open = limits.get(name);
          if (open && open.endsAt > now) limits.set(name, { ...open, count: Math.max(0, open.count - 1) });
        }),
      look: (name, now) =>
        read(({ limits }) => {
          const open = limits.get(name);
          return open && open.endsAt > now ? windowOf(open) : undefined;
        }),
    },
    changes: {
      counts: (coachIds) => read(({ changes }) => new Map(coachIds.map((id) => [id, changes.get(id) ?? 0]))),
    },
  };
}

function windowOf({ count, endsAt }: NamedWindow): WindowCount {
  return { count, endsAt };
}

/** Pages and tests may never sweep: each window that begins looks at the two oldest, and deletes those that are over or too many. */
function makeRoom(limits: Table<NamedWindow>, now: number): void {
  let looked = 0;
  for (const { name, endsAt } of limits.values()) {
    if (endsAt <= now || limits.size > MAX_LIMIT_WINDOWS) limits.delete(name);
    looked += 1;
    if (looked === 2) return;
  }
}
