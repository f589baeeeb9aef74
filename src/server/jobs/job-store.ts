import { DAY_MS } from '../../domain/time/units.ts';

/** A value that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Work that must happen, written with what caused it. Times are epoch milliseconds. */
export interface NewJob {
  /** Who does it: the name under which a `JobKind` was registered. */
  readonly kind: string;
  /** What it is about, unique in its kind: adding a job twice is adding it once. */
  readonly key: string;
  readonly payload: Json;
  /** Not before this time. */
  readonly dueAt: number;
  /**
   * What happens when there is a job of this kind and key. `once`: nothing, whether it waits, is done or is dead. `again`:
   * it is due again with this payload, after the run that may be under way. @default 'once'
   */
  readonly repeat?: 'once' | 'again';
}

/** `waiting` for its time, its next try or the end of the run that is under way; `done`; `dead`: given up. */
export type JobState = 'waiting' | 'done' | 'dead';

/** A job as it is kept. */
export interface JobRecord {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly payload: Json;
  readonly state: JobState;
  readonly dueAt: number;
  /** How often it was begun. */
  readonly attempts: number;
  /** What went wrong at the last try. */
  readonly lastError: string | null;
  readonly createdAt: number;
  /** When it was done or given up. */
  readonly finishedAt: number | null;
}

/** A job that a worker has for itself, until its lease ends. */
export interface TakenJob extends JobRecord {
  /** Shows that this worker has it: whoever holds an older one was overtaken. */
  readonly ticket: string;
  /** Rises when the job is added again. */
  readonly revision: number;
}

/** Where jobs are kept. Each method is one atomic step. */
export interface JobStore {
  /** False when nothing was added, because there is a job of the kind and key. */
  add(job: NewJob, now: number): Promise<boolean>;
  /**
   * Hands out jobs of these kinds that are due, each to one caller until `now + leaseMs`, the longest due first. A job whose
   * lease has ended is handed out again: its worker was killed.
   */
  take(call: {
    readonly kinds: readonly string[];
    readonly now: number;
    readonly leaseMs: number;
    readonly limit: number;
  }): Promise<readonly TakenJob[]>;
  /** Marks it done; one that was added again meanwhile is due at once instead. False when somebody else has it by now. */
  finish(job: TakenJob, now: number): Promise<boolean>;
  /** Gives it back to be tried at `dueAt`; one that was added again meanwhile is due at `now`, without its earlier tries. */
  retry(
    job: TakenJob,
    next: { readonly dueAt: number; readonly error: string; readonly now: number },
  ): Promise<boolean>;
  /** Gives it up, unless it was added again meanwhile. */
  bury(job: TakenJob, end: { readonly error: string; readonly now: number }): Promise<boolean>;
  /** When the next job of these kinds is due, or its lease ends. */
  nextDueAt(kinds: readonly string[]): Promise<number | undefined>;
  find(id: string): Promise<JobRecord | undefined>;
  /** Latest first: by when they were given up or done, waiting ones by when they are due. */
  list(
    state: JobState,
    page: { readonly skip: number; readonly limit: number },
  ): Promise<{ readonly jobs: readonly JobRecord[]; readonly total: number }>;
  /** Makes a dead job due at `now`, as if it had never been tried; false when there is no such dead job. */
  revive(id: string, now: number): Promise<boolean>;
}

/** A job that is done is kept so long: its key is not done again. */
export const DONE_JOBS_KEPT_MS = 30 * DAY_MS;
