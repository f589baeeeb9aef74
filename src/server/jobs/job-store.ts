import { DAY_MS } from '../../domain/time/units.ts';

/** A value that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Work that must be done, written in the transaction that caused it. Times are epoch milliseconds. */
export interface NewJob {
  /** The name of the registered `JobKind` that does it. */
  readonly kind: string;
  /** Unique within its kind: adding a job twice has the same effect as once. */
  readonly key: string;
  readonly payload: Json;
  /** The earliest time to run it. */
  readonly dueAt: number;
  /**
   * What to do when a job of this kind and key exists. `once`: nothing, in any state. `again`: it becomes due again with this
   * payload, after a run that may be under way. @default 'once'
   */
  readonly repeat?: 'once' | 'again';
}

/** `waiting` for its time, its next attempt or the end of the present run; `done`; `dead`: given up. */
export type JobState = 'waiting' | 'done' | 'dead';

/** A stored job. */
export interface JobRecord {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly payload: Json;
  readonly state: JobState;
  readonly dueAt: number;
  /** How often it was started. */
  readonly attempts: number;
  /** The message of the last failure. */
  readonly lastError: string | null;
  readonly createdAt: number;
  /** The time when it was done or given up. */
  readonly finishedAt: number | null;
}

/** A job that one worker may run until its lease ends. */
export interface TakenJob extends JobRecord {
  /** Identifies the worker's lease: an older ticket is no longer valid. */
  readonly ticket: string;
  /** Incremented when the job is added again. */
  readonly revision: number;
}

/** The store of jobs. Each method is one atomic step. */
export interface JobStore {
  /** False when nothing was added because a job of this kind and key exists. */
  add(job: NewJob, now: number): Promise<boolean>;
  /**
   * Gives due jobs of these kinds, each to one caller until `now + leaseMs`, the longest due first. A job whose lease has ended is
   * given again: its worker was killed.
   */
  take(call: {
    readonly kinds: readonly string[];
    readonly now: number;
    readonly leaseMs: number;
    readonly limit: number;
  }): Promise<readonly TakenJob[]>;
  /**
   * Marks a job as done; one that was added again in the meantime becomes due at once instead. False when another worker has it
   * now.
   */
  finish(job: TakenJob, now: number): Promise<boolean>;
  /**
   * Returns a job to be tried again at `dueAt`; one that was added again in the meantime becomes due at `now`, with its attempts
   * reset.
   */
  retry(
    job: TakenJob,
    next: { readonly dueAt: number; readonly error: string; readonly now: number },
  ): Promise<boolean>;
  /** Marks a job as dead, unless it was added again in the meantime. */
  bury(job: TakenJob, end: { readonly error: string; readonly now: number }): Promise<boolean>;
  /** The time when the next job of these kinds is due, or its lease ends. */
  nextDueAt(kinds: readonly string[]): Promise<number | undefined>;
  find(id: string): Promise<JobRecord | undefined>;
  /** Jobs sorted latest first: by the time they ended, waiting ones by the time they are due. */
  list(
    state: JobState,
    page: { readonly skip: number; readonly limit: number },
  ): Promise<{ readonly jobs: readonly JobRecord[]; readonly total: number }>;
  /** Makes a dead job due at `now` with its attempts reset; false when there is no such dead job. */
  revive(id: string, now: number): Promise<boolean>;
}

/** How long a done job is kept; until then its key is not run again. */
export const DONE_JOBS_KEPT_MS = 30 * DAY_MS;
