import { isSlotOnly } from '../../domain/booking/hold.ts';
import type { BookingChange, CalendarIntegrations } from '../integrations/calendars.ts';
import type { NewJob } from '../jobs/job-store.ts';
import type { Records } from '../ports.ts';
import { withoutUnheard } from '../webhooks/heard-events.ts';

/** The jobs that follow from a change of a booking, written in the transaction of the change. */
export type Consequence = (change: BookingChange) => readonly NewJob[];

/** A change that was written: the booking, the booking before (absent for a new one), and who changed it (absent: a time was over). */
export type Written = Pick<BookingChange, 'booking' | 'before' | 'by' | 'refund'>;

/**
 * The changes that others are told of. A slot that is only held for payment is not a session yet: `created` is told when it is paid or
 * the coach confirms it, and an unpaid end is not told. A session that is confirmed as soon as it is booked is `created` and `confirmed`.
 */
export function announcedChanges(written: Written): readonly BookingChange[] {
  const { booking, before, by, refund } = written;
  return kindsOf(written).map((kind) => ({
    kind,
    booking,
    ...(before && { before }),
    ...(by && { by }),
    ...(refund && { refund }),
  }));
}

function kindsOf({ before, booking }: Written): readonly BookingChange['kind'][] {
  if (isSlotOnly(booking)) return [];
  if (before === undefined || isSlotOnly(before)) {
    if (booking.status === 'cancelled') return [];
    return booking.status === 'confirmed' ? ['created', 'confirmed'] : ['created'];
  }
  if (booking.status !== before.status) return booking.status === 'pending' ? [] : [booking.status];
  return booking.sequence > before.sequence ? ['moved'] : [];
}

/** The records that jobs are written to, with those that say whether anybody is told of an event. */
type JobRecords = Pick<Records, 'jobs' | 'webhooks'>;

/** Writes jobs in the transaction whose records are given, without those that tell an event to nobody. */
export async function addAll({ jobs, webhooks }: JobRecords, added: readonly NewJob[], now: number): Promise<void> {
  const heard = await withoutUnheard(webhooks, added);
  await Promise.all(heard.map((job) => jobs.add(job, now)));
}

/** The jobs that follow from what was written. */
export function consequencesOf(jobsFor: Consequence, written: Written): readonly NewJob[] {
  return announcedChanges(written).flatMap(jobsFor);
}

/** Writes the jobs that follow from what was written, in its transaction. */
export async function addConsequences(
  records: JobRecords,
  jobsFor: Consequence,
  written: Written,
  now: number,
): Promise<void> {
  await addAll(records, consequencesOf(jobsFor, written), now);
}

/** The calendars to tell, and where a failure is reported. */
interface Telling {
  readonly calendars: CalendarIntegrations | undefined;
  logError(where: string, error: unknown): void;
}

/** The changes that calendars without `jobsFor` are called with. */
const CALLED: ReadonlySet<BookingChange['kind']> = new Set(['confirmed', 'moved', 'cancelled']);

/** Tells calendars that have no `jobsFor` after the change, without waiting: a slow calendar must not delay the booking. */
export function tellCalendars({ calendars, logError }: Telling, written: Written): void {
  if (!calendars || calendars.jobsFor) return;
  for (const change of announcedChanges(written)) {
    if (!CALLED.has(change.kind)) continue;
    calendars.onBookingChanged(change).catch((error: unknown) => logError('calendars.onBookingChanged', error));
  }
}
