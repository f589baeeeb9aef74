import type { Clock, Store } from '../ports.ts';
import type { PaymentRecord } from './payment-record.ts';
import type { PaymentJobKind } from './payments.ts';
import type {
  PaymentRecords,
  SessionTypeRecord,
  SessionTypeRecords,
  ShopJobs,
  ShopRecords,
  ShopStore,
} from './shop-store.ts';

/** Session types in this process's memory. */
function memorySessionTypes(): SessionTypeRecords {
  const types = new Map<string, SessionTypeRecord>();
  return {
    find: async (id) => types.get(id),
    ofCoach: async (coachId) =>
      [...types.values()]
        .filter(({ coach_id }) => coach_id === coachId)
        .sort((a, b) => (a.position ?? 0) - (b.position ?? 0) || a.name.localeCompare(b.name)),
    save: async (type) => {
      types.set(type.id, type);
    },
  };
}

/** Payments in this process's memory. */
function memoryPayments(): PaymentRecords {
  const payments = new Map<string, PaymentRecord>();
  const events = new Set<string>();
  return {
    find: async (id) => payments.get(id),
    findByIntent: async (intentId) => [...payments.values()].find((payment) => payment.intentId === intentId),
    ofBookings: async (bookingIds) => {
      const wanted = new Set(bookingIds);
      return [...payments.values()].filter(({ bookingId }) => wanted.has(bookingId));
    },
    save: async (payment, basedOn) => {
      if (payments.get(payment.id)?.version !== basedOn) return false;
      const isSecond = [...payments.values()].some(
        ({ bookingId, id }) => bookingId === payment.bookingId && id !== payment.id,
      );
      if (isSecond) return false;
      payments.set(payment.id, payment);
      return true;
    },
    hasEvent: async (id) => events.has(id),
    addEvent: async (id) => {
      events.add(id);
    },
  };
}

/** Session types and payments in memory beside a store of bookings, with jobs that live as long as the process. */
export interface MemoryShop extends ShopStore {
  /** Begins to do the jobs. */
  run(kinds: readonly PaymentJobKind[], logError: (where: string, error: unknown) => void): void;
  /** Does the jobs that are due. */
  runDueJobs(): Promise<void>;
}

interface WaitingJob {
  readonly kind: string;
  readonly key: string;
  readonly payload: string;
  dueAt: number;
  attempts: number;
}

const RETRY_MS = [1000, 5000, 30_000, 120_000];

export function memoryShop(store: Store, clock: Clock): MemoryShop {
  let kinds: readonly PaymentJobKind[] = [];
  let logError: (where: string, error: unknown) => void = () => undefined;
  const known = new Set<string>();
  const waiting = new Set<WaitingJob>();

  const runDueJobs = async (): Promise<void> => {
    for (const job of [...waiting].filter(({ dueAt }) => dueAt <= clock.now())) {
      if (!waiting.delete(job)) continue;
      job.attempts += 1;
      try {
        await kinds.find(({ name }) => name === job.kind)?.run(job);
      } catch (error) {
        logError('jobs', error);
        const wait = RETRY_MS[job.attempts - 1];
        if (wait !== undefined) wakeFor({ ...job, dueAt: clock.now() + wait });
      }
    }
  };
  const wakeFor = (job: WaitingJob) => {
    waiting.add(job);
    later(Math.max(0, job.dueAt - clock.now()), () => void runDueJobs());
  };

  const jobs: ShopJobs = {
    add: async ({ kind, key, payload, dueAt, repeat }) => {
      const name = `${kind} ${key}`;
      if (repeat !== 'again' && known.has(name)) return false;
      known.add(name);
      wakeFor({ kind, key, payload, dueAt, attempts: 0 });
      return true;
    },
  };
  const records: ShopRecords = {
    bookings: store.bookings,
    payments: memoryPayments(),
    sessionTypes: memorySessionTypes(),
    jobs,
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    ...records,
    transaction: (work) => {
      const next = last.then(() => work(records));
      last = next.catch(() => undefined);
      return next;
    },
    run(given, log) {
      kinds = given;
      logError = log;
    },
    runDueJobs,
  };
}

function later(ms: number, work: () => void): void {
  const timer: unknown = setTimeout(work, Math.min(ms, 2_147_483_647));
  // Node only: a timer must not keep the process alive.
  (timer as { unref?: () => void }).unref?.();
}
