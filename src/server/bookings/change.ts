import type { Caller, Services } from '../http/handler.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { BookingChange } from '../integrations/calendars.ts';
import type { ShopRecords } from '../payments/shop-store.ts';
import type { BookingRecord, SaveGuard } from '../ports.ts';
import { addAll, tellCalendars } from './consequences.ts';
import { isPartyTo } from './rights.ts';

/** The outcome of an edit: the changed booking and the conditions for writing it. */
export interface Change extends Pick<SaveGuard, 'fits' | 'buffers'> {
  readonly next: Omit<BookingRecord, 'version' | 'updatedAt'>;
  /** The kind of change that calendars and jobs are told; absent when nobody is told. */
  readonly kind?: BookingChange['kind'];
  /** Written in the same step as the booking. */
  readonly also?: (records: ShopRecords, changed: BookingRecord) => Promise<void>;
}

/** How often the write is tried again when somebody else wrote first; then it is an error. */
const TRIES = 10;

/**
 * Changes a booking based on the version that was read: when somebody else wrote first, `edit` runs again on the newer version.
 * Throws `booking_not_found`, `change_forbidden`, `slot_unavailable`, and what `edit` throws.
 */
export async function changeBooking(
  services: Services,
  caller: Caller,
  id: string,
  edit: (booking: BookingRecord) => Promise<Change> | Change,
): Promise<BookingRecord> {
  const { store, shop, clock, jobsFor } = services;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const booking = await store.bookings.find(id);
    if (!booking) throw new ProblemError('booking_not_found');
    if (!isPartyTo(caller, booking)) throw new ProblemError('change_forbidden');
    const { next, kind, also, ...guard } = await edit(booking);
    const changed = { ...next, version: booking.version + 1, updatedAt: clock.now() };
    const outcome = await shop.transaction(async (records) => {
      const saved = await records.bookings.save(changed, { ...guard, basedOn: booking.version });
      if (saved.kind !== 'saved') return saved;
      await also?.(records, changed);
      if (kind !== undefined) await addAll(records.jobs, jobsFor({ kind, booking: changed }), clock.now());
      return saved;
    });
    if (outcome.kind === 'saved') {
      if (kind !== undefined) tellCalendars(services, { kind, booking: changed });
      return changed;
    }
    if (outcome.kind === 'taken') throw new ProblemError('slot_unavailable');
  }
  throw new Error(`Booking ${id} was changed by others ${TRIES} times in a row`);
}
