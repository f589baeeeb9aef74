import { DAY_MS, MINUTE_MS } from '../../domain/time/units.ts';
import type { Clock, Store } from '../ports.ts';
import { GiveUp, RetryLater } from './job-failure.ts';
import type { TakenJob } from './job-store.ts';
import { defaultRetryPolicy, type RetryPolicy, retryDelay } from './retry-policy.ts';

/** One kind of job: its work and its retry policy. */
export interface JobKind {
  /** The `kind` of its jobs. */
  readonly name: string;
  /**
   * Does the work. It may run twice, when a process is killed before the job is marked as done: by `job.key` it must have the same
   * effect as once. An error is stored and the job tried again later; see `RetryLater` and `GiveUp`.
   */
  run(job: TakenJob, context: JobContext): Promise<void>;
  /** @default defaultRetryPolicy */
  readonly retry?: RetryPolicy;
}

/** The context of a running job. */
export interface JobContext {
  /** Aborts shortly before another worker may take the job: start nothing after it. */
  readonly signal: AbortSignal;
}

/** One line of the runner's log; `error` is the message of what a job threw. */
export interface JobLogEntry {
  readonly level: 'warn' | 'error';
  readonly message: string;
  readonly kind?: string;
  readonly key?: string;
  readonly error?: string;
}

/** Options of a job runner. */
export interface JobRunnerOptions {
  readonly store: Pick<Store, 'jobs' | 'listen'>;
  /** @default the machine's clock */
  readonly clock?: Clock;
  /** Runs a function after a delay. @default the machine's timers, which do not keep the process alive */
  readonly schedule?: (delayMs: number, run: () => void) => void;
  /** 0 to 1. @default Math.random */
  readonly random?: () => number;
  /** The most jobs that run at once. @default 8 */
  readonly atOnce?: number;
  /** @default nothing is written */
  readonly log?: (entry: JobLogEntry) => void;
}

/** Runs due jobs: those added by this process at once, those of other processes after `start`. */
export interface JobRunner {
  /** Runs jobs of this kind from now on; replaces a kind of the same name. */
  register(kind: JobKind): void;
  /** Looks for due jobs now. Not needed after a job was added through the runner's own store. */
  wake(): void;
  /** Looks regularly for jobs that other processes added, or left when they were killed. */
  start(): void;
  /** Starts no further jobs; resolves when the running ones have ended. */
  stop(): Promise<void>;
  /** Resolves when no job is running; waiting ones do not count. */
  idle(): Promise<void>;
}

/** How long a worker may keep a job; after that it is assumed to have been killed. */
const LEASE_MS = 5 * MINUTE_MS;
/** A run is aborted this long before its lease ends. */
const LEASE_MARGIN_MS = 15_000;
const LOOK_EVERY_MS = 3_000;
/** Timers count up to 2^31 - 1 ms. */
const LONGEST_TIMER_MS = DAY_MS;

/** Makes a runner of a store's jobs; several runners, in several processes, may share one store. */
export function createJobRunner(options: JobRunnerOptions): JobRunner {
  const { store, atOnce = 8, random = Math.random } = options;
  const clock = options.clock ?? { now: () => Date.now() };
  const schedule = options.schedule ?? later;
  const log = options.log ?? (() => undefined);
  const kinds = new Map<string, JobKind>();
  const running = new Set<Promise<void>>();
  let looking: Promise<void> | undefined;
  let lookAgain = false;
  let plannedFor = Number.POSITIVE_INFINITY;
  let isStopped = false;
  let poll: ReturnType<typeof setInterval> | undefined;

  const run = async (job: TakenJob): Promise<void> => {
    const kind = kinds.get(job.kind);
    if (!kind) return;
    const policy = kind.retry ?? defaultRetryPolicy;
    let error: unknown;
    if (job.attempts > policy.tries) {
      error = new GiveUp(job.lastError ?? `was begun ${job.attempts - 1} times and never came to an end`);
    } else {
      try {
        await kind.run(job, { signal: AbortSignal.timeout(LEASE_MS - LEASE_MARGIN_MS) });
        await store.jobs.finish(job, clock.now());
        return;
      } catch (thrown) {
        error = thrown;
      }
    }
    await noteFailure(policy, job, error);
  };

  const noteFailure = async (policy: RetryPolicy, job: TakenJob, thrown: unknown): Promise<void> => {
    const error = thrown instanceof Error ? thrown.message : String(thrown);
    const about = { kind: job.kind, key: job.key, error };
    const now = clock.now();
    const delay = thrown instanceof GiveUp ? undefined : retryDelay(policy, job.attempts, random);
    if (delay === undefined) {
      log({ level: 'error', message: 'A job was given up', ...about });
      await store.jobs.bury(job, { error, now });
      return;
    }
    log({ level: 'warn', message: 'A job failed and will be tried again', ...about });
    const least = thrown instanceof RetryLater ? thrown.afterMs : 0;
    await store.jobs.retry(job, { dueAt: now + Math.max(least, delay), error, now });
  };

  const begin = (job: TakenJob): void => {
    const ended: Promise<void> = run(job)
      // The store could not be reached: the job is taken again when its lease ends.
      .catch((error: unknown) => log({ level: 'error', message: 'A job could not be noted', error: String(error) }))
      .then(() => {
        running.delete(ended);
        wake();
      });
    running.add(ended);
  };

  const look = async (): Promise<void> => {
    do {
      lookAgain = false;
      const free = atOnce - running.size;
      if (free <= 0 || kinds.size === 0) break;
      const names = [...kinds.keys()];
      const jobs = await store.jobs.take({ kinds: names, now: clock.now(), leaseMs: LEASE_MS, limit: free });
      jobs.forEach(begin);
      if (jobs.length === 0) plan(await store.jobs.nextDueAt(names));
    } while (lookAgain && !isStopped);
  };

  const plan = (dueAt: number | undefined): void => {
    if (dueAt === undefined || dueAt >= plannedFor) return;
    plannedFor = dueAt;
    schedule(Math.min(LONGEST_TIMER_MS, Math.max(0, dueAt - clock.now())), () => {
      plannedFor = Number.POSITIVE_INFINITY;
      wake();
    });
  };

  const wake = (): void => {
    if (isStopped) return;
    lookAgain = true;
    looking ??= look()
      .catch((error: unknown) => log({ level: 'error', message: 'Jobs could not be read', error: String(error) }))
      .finally(() => {
        looking = undefined;
        if (lookAgain && running.size < atOnce && !isStopped && kinds.size > 0) wake();
      });
  };

  const unlisten = store.listen(({ about }) => {
    if (about === 'jobs') wake();
  });

  const idle = async (): Promise<void> => {
    while (looking || running.size > 0) await Promise.all([looking, ...running]);
  };

  return {
    register(kind) {
      kinds.set(kind.name, kind);
      wake();
    },
    wake,
    start() {
      if (poll !== undefined) return;
      poll = setInterval(wake, LOOK_EVERY_MS);
      unref(poll);
      wake();
    },
    async stop() {
      isStopped = true;
      clearInterval(poll);
      unlisten();
      await idle();
    },
    idle,
  };
}

const later = (delayMs: number, run: () => void): void => unref(setTimeout(run, delayMs));

/** A number in browsers, an object in Node, where a timer must not keep the process alive. */
function unref(timer: unknown): void {
  if (typeof timer === 'object' && timer !== null && 'unref' in timer && typeof timer.unref === 'function')
    timer.unref();
}
