import { HOUR_MS } from '../../domain/time/units.ts';
import { DONE_JOBS_KEPT_MS } from '../jobs/job-store.ts';
import { MESSAGES_KEPT_MS } from '../messages/message-records.ts';
import {
  KEY_LIFETIME_MS,
  MAX_LIMIT_WINDOWS,
  OPEN_REQUESTS_KEPT_MS,
  type Records,
  type Store,
  type StoreChange,
} from '../ports.ts';
import { DELIVERIES_KEPT_MS } from '../webhooks/webhook-records.ts';
import { createListeners } from './listeners.ts';
import type { MemoryAccess } from './memory/access.ts';
import { memoryAccounts } from './memory/accounts.ts';
import { memoryBookings } from './memory/bookings.ts';
import { memoryCalendars } from './memory/calendars.ts';
import { memoryJobs } from './memory/jobs.ts';
import { memoryLimits } from './memory/limits.ts';
import { memoryOpenRequests } from './memory/open-requests.ts';
import { memorySales } from './memory/sales.ts';
import type { Table } from './memory/table.ts';
import { changesOf, emptyTables, keyOf, type Tables } from './memory/tables.ts';
import { memoryTold } from './memory/told.ts';
import { withinTransactionTime } from './transaction-time.ts';

/**
 * Makes a store in this process's memory, also in a browser. Each step is synchronous, so nothing happens between its checks and
 * its write.
 *
 * @example
 * const answer = createBookingServer({ store: createMemoryStore(), secret: 'at least 32 bytes, for tests only' });
 */
export function createMemoryStore(): Store {
  const base = emptyTables();
  let last: Promise<unknown> | undefined;

  const listeners = createListeners();
  const committed: MemoryAccess = {
    announce: listeners.tell,
    read: async (work) => work(base),
    write: async (work) => {
      // Checked again after each wait: another transaction may have started.
      while (last) await last;
      return work(base);
    },
  };

  const run = async <T>(work: (records: Records) => Promise<T>): Promise<T> => {
    const changes = changesOf(base);
    const announced: StoreChange[] = [];
    let isOver = false;
    const step = async <R>(work: (tables: Tables) => R): Promise<R> => {
      if (isOver) throw new Error('This transaction is over: its records can no longer be used');
      return work(changes);
    };
    try {
      const result = await withinTransactionTime(
        work(memoryRecords({ read: step, write: step, announce: (change) => announced.push(change) })),
      );
      for (const table of Object.values(changes)) table.commit();
      announced.forEach(listeners.tell);
      return result;
    } finally {
      isOver = true;
    }
  };

  return {
    ...memoryRecords(committed),
    transaction: async (work) => {
      while (last) await last;
      const result = run(work);
      const settled = result.then(
        () => undefined,
        () => undefined,
      );
      last = settled.then(() => {
        last = undefined;
      });
      return result;
    },
    listen: listeners.add,
    sweep: (now) => committed.write((tables) => sweepTables(tables, now)),
    close: () => undefined,
  };
}

function memoryRecords(access: MemoryAccess): Records {
  return {
    ...memoryAccounts(access),
    bookings: memoryBookings(access),
    calendars: memoryCalendars(access),
    jobs: memoryJobs(access),
    ...memoryLimits(access),
    openRequests: memoryOpenRequests(access),
    ...memorySales(access),
    ...memoryTold(access),
  };
}

function sweepTables(tables: Tables, now: number): void {
  forget(
    tables.messages,
    ({ id }) => id,
    ({ at }) => at < now - MESSAGES_KEPT_MS,
  );
  forget(
    tables.deliveries,
    ({ id }) => id,
    ({ createdAt }) => createdAt < now - DELIVERIES_KEPT_MS,
  );
  forget(
    tables.replies,
    ({ userId, key }) => keyOf(userId, key),
    ({ keptAt }) => keptAt <= now - KEY_LIFETIME_MS,
  );
  forget(
    tables.limits,
    ({ name }) => name,
    ({ endsAt }) => endsAt <= now,
  );
  const last = [...tables.limits.values()].sort((a, b) => b.endsAt - a.endsAt)[MAX_LIMIT_WINDOWS];
  forget(
    tables.limits,
    ({ name }) => name,
    ({ endsAt }) => last !== undefined && endsAt <= last.endsAt,
  );
  forget(
    tables.openRequests,
    ({ key, bookingId }) => keyOf(key, bookingId),
    ({ notedAt }) => notedAt < now - OPEN_REQUESTS_KEPT_MS,
  );
  forget(
    tables.families,
    ({ id }) => id,
    ({ expiresAt }) => expiresAt < now,
  );
  // Kept an hour longer than valid, so that a late return gets the right error.
  forget(
    tables.authorizations,
    ({ state }) => state,
    ({ expiresAt }) => expiresAt < now - HOUR_MS,
  );
  forget(
    tables.jobs,
    ({ kind, key }) => keyOf(kind, key),
    ({ state, finishedAt }) => state === 'done' && (finishedAt ?? now) < now - DONE_JOBS_KEPT_MS,
  );
}

function forget<T>(table: Table<T>, keyOf: (record: T) => string, isOld: (record: T) => boolean): void {
  for (const record of [...table.values()]) if (isOld(record)) table.delete(keyOf(record));
}
