import type { BookingChange } from '../integrations/calendars.ts';
import type { JobStore, NewJob } from '../jobs/job-store.ts';

/** The jobs that follow from a change of a booking, written in the transaction of the change. */
export type Consequence = (change: BookingChange) => readonly NewJob[];

/** Writes jobs in the transaction whose `jobs` are given. */
export async function addAll(jobs: Pick<JobStore, 'add'>, added: readonly NewJob[], now: number): Promise<void> {
  for (const job of added) await jobs.add(job, now);
}
