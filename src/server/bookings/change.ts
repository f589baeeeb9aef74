import type { Price } from '../../contract/values.ts';
import type { Caller, Services } from '../http/handler.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { ShopRecords } from '../payments/shop-store.ts';
import type { BookingRecord, SaveGuard } from '../ports.ts';
import { addConsequences, tellCalendars, type Written } from './consequences.ts';
import { isCoachSide, isPartyTo } from './rights.ts';

/** The outcome of an edit: the changed booking and the conditions for writing it. */
export interface Change extends Pick<SaveGuard, 'fits' | 'buffers'> {
  readonly next: Omit<BookingRecord, 'version' | 'updatedAt'>;
  /** Written in the same step as the booking; gives the client's refund, where something was paid. */
  readonly also?: (records: ShopRecords, changed: BookingRecord, by: 'client' | 'coach') => Promise<Price | undefined>;
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
    const { next, also, ...guard } = await edit(booking);
    const changed = { ...next, version: booking.version + 1, updatedAt: clock.now() };
    const by = isCoachSide(caller, booking) ? ('coach' as const) : ('client' as const);
    let written: Written = { before: booking, booking: changed, by };
    const outcome = await shop.transaction(async (records) => {
      const saved = await records.bookings.save(changed, { ...guard, basedOn: booking.version });
      if (saved.kind !== 'saved') return saved;
      const refund = await also?.(records, changed, by);
      written = { before: booking, booking: changed, by, ...(refund && { refund }) };
      await addConsequences(records, jobsFor, written, clock.now());
      return saved;
    });
    if (outcome.kind === 'saved') {
      tellCalendars(services, written);
      return changed;
    }
    if (outcome.kind === 'taken') throw new ProblemError('slot_unavailable');
  }
  throw new Error(`Booking ${id} was changed by others ${TRIES} times in a row`);
}
