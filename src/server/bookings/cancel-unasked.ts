import type { Services } from '../http/handler.ts';
import type { CancelledBy } from '../payments/refunds.ts';
import type { BookingRecord } from '../ports.ts';
import { asCancelled } from './as-cancelled.ts';
import { addConsequences, tellCalendars, type Written } from './consequences.ts';
import { saveNext } from './save-next.ts';

/** The services that `cancelUnasked` needs. */
export type CancelServices = Pick<Services, 'store' | 'clock' | 'payments' | 'jobsFor' | 'calendars' | 'logError'>;

/**
 * Cancels a booking without a caller: its time is over, or one side has left. Money goes back as if `by` had cancelled,
 * all of it where nobody did. Rejects when somebody wrote since `booking` was read.
 */
export async function cancelUnasked(
  { store, clock, payments, jobsFor, calendars, logError }: CancelServices,
  booking: BookingRecord,
  by: CancelledBy,
  reason?: string,
): Promise<BookingRecord> {
  const now = clock.now();
  const cancelled = asCancelled(booking, now, reason);
  const written = await store.transaction(async (records): Promise<Written> => {
    await saveNext(records.bookings, booking, cancelled);
    const refund = await payments.planCancellation(records, cancelled, by);
    const told = { before: booking, booking: cancelled, ...(by !== 'nobody' && { by }), ...(refund && { refund }) };
    await addConsequences(records, jobsFor, told, now);
    return told;
  });
  tellCalendars({ calendars, logError }, written);
  return cancelled;
}
