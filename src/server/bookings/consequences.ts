import type { BookingChange, CalendarIntegrations } from '../integrations/calendars.ts';
import type { JobStore, NewJob } from '../jobs/job-store.ts';

/** The jobs that follow from a change of a booking, written in the transaction of the change. */
export type Consequence = (change: BookingChange) => readonly NewJob[];

/** Writes jobs in the transaction whose `jobs` are given. */
export async function addAll(jobs: Pick<JobStore, 'add'>, added: readonly NewJob[], now: number): Promise<void> {
  for (const job of added) await jobs.add(job, now);
}

/** The calendars to tell, and where a failure is reported. */
interface Telling {
  readonly calendars: CalendarIntegrations | undefined;
  logError(where: string, error: unknown): void;
}

/** Tells calendars that have no `jobsFor` after the change, without waiting: a slow calendar must not delay the booking. */
export function tellCalendars({ calendars, logError }: Telling, change: BookingChange): void {
  if (!calendars || calendars.jobsFor || change.kind === 'completed') return;
  calendars.onBookingChanged(change).catch((error: unknown) => logError('calendars.onBookingChanged', error));
}
