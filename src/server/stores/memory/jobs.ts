import type { JobRecord, JobStore, TakenJob } from '../../jobs/job-store.ts';
import type { MemoryAccess } from './access.ts';
import { keyOf, type MemoryJob, type Tables } from './tables.ts';

/** Jobs in memory: lost when the process ends, like the whole store. */
export function memoryJobs({ read, write, announce }: MemoryAccess): JobStore {
  /** Ends a lease; a job that was added again in the meantime becomes due instead of ended. */
  const release = (
    job: TakenJob,
    now: number,
    end: Pick<MemoryJob, 'state' | 'dueAt' | 'lastError' | 'finishedAt'>,
  ): Promise<boolean> =>
    write(({ jobs }) => {
      const found = findById({ jobs }, job.id);
      if (found?.ticket !== job.ticket) return false;
      const free = { ...found, ticket: null, leaseUntil: 0 };
      const isAgain = found.revision !== job.revision;
      const next: MemoryJob = isAgain ? { ...free, state: 'waiting', dueAt: now, attempts: 0 } : { ...free, ...end };
      jobs.set(keyOf(found.kind, found.key), next);
      return true;
    });

  return {
    add: async (job, now) => {
      const isAdded = await write(({ jobs }) => {
        const found = jobs.get(keyOf(job.kind, job.key));
        if (found && job.repeat !== 'again') return false;
        const { kind, key, payload, dueAt } = job;
        jobs.set(keyOf(kind, key), {
          ...(found ?? { id: crypto.randomUUID(), kind, key, ticket: null, leaseUntil: 0, createdAt: now }),
          payload,
          dueAt,
          state: 'waiting',
          attempts: 0,
          lastError: null,
          finishedAt: null,
          revision: found ? found.revision + 1 : 0,
        });
        return true;
      });
      if (isAdded) announce({ about: 'jobs' });
      return isAdded;
    },
    take: ({ kinds, now, leaseMs, limit }) =>
      write(({ jobs }) => {
        const due = [...jobs.values()]
          .filter(
            (job) => job.state === 'waiting' && job.dueAt <= now && job.leaseUntil <= now && kinds.includes(job.kind),
          )
          .sort((a, b) => a.dueAt - b.dueAt)
          .slice(0, Math.max(0, limit));
        return due.map((job) => {
          const ticket = crypto.randomUUID();
          const taken = { ...job, ticket, leaseUntil: now + leaseMs, attempts: job.attempts + 1 };
          jobs.set(keyOf(job.kind, job.key), taken);
          return { ...recordOf(taken), ticket, revision: taken.revision };
        });
      }),
    finish: (job, now) => release(job, now, { state: 'done', dueAt: job.dueAt, lastError: null, finishedAt: now }),
    retry: (job, { dueAt, error, now }) =>
      release(job, now, { state: 'waiting', dueAt, lastError: error, finishedAt: null }),
    bury: (job, { error, now }) =>
      release(job, now, { state: 'dead', dueAt: job.dueAt, lastError: error, finishedAt: now }),
    nextDueAt: (kinds) =>
      read(({ jobs }) => {
        const times = [...jobs.values()]
          .filter(({ state, kind }) => state === 'waiting' && kinds.includes(kind))
          .map(({ dueAt, leaseUntil }) => Math.max(dueAt, leaseUntil));
        return times.length === 0 ? undefined : Math.min(...times);
      }),
    find: (id) =>
      read((tables) => {
        const found = findById(tables, id);
        return found && recordOf(found);
      }),
    list: (state, { skip, limit }) =>
      read(({ jobs }) => {
        const time = (job: JobRecord) => (state === 'waiting' ? job.dueAt : (job.finishedAt ?? 0));
        const found = [...jobs.values()]
          .filter((job) => job.state === state)
          .map(recordOf)
          .sort((a, b) => time(b) - time(a) || (a.id < b.id ? -1 : 1));
        return { jobs: found.slice(skip, skip + limit), total: found.length };
      }),
    revive: async (id, now) => {
      const isRevived = await write(({ jobs }) => {
        const found = findById({ jobs }, id);
        if (found?.state !== 'dead') return false;
        jobs.set(keyOf(found.kind, found.key), {
          ...found,
          state: 'waiting',
          dueAt: now,
          attempts: 0,
          finishedAt: null,
        });
        return true;
      });
      if (isRevived) announce({ about: 'jobs' });
      return isRevived;
    },
  };
}

function findById({ jobs }: Pick<Tables, 'jobs'>, id: string): MemoryJob | undefined {
  return [...jobs.values()].find((job) => job.id === id);
}

function recordOf({ ticket: _, leaseUntil: __, revision: ___, ...job }: MemoryJob): JobRecord {
  return job;
}
