import type { Records, WindowCount } from '../../ports.ts';
import type { MemoryAccess } from './access.ts';
import type { NamedWindow } from './tables.ts';

/** Counters of limits in memory, in fixed windows; and how often each coach's times changed. */
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
