import type { Caller, Services } from '../http/handler.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { ShopRecords } from '../payments/shop-store.ts';
import type { BookingRecord, SaveGuard } from '../ports.ts';
import { isPartyTo } from './rights.ts';

/** What a change makes of the booking it found. */
export interface Change {
  readonly next: Omit<BookingRecord, 'version' | 'updatedAt'>;
  readonly fits?: NonNullable<SaveGuard['fits']>;
  /** Written in the same step as the booking. */
  readonly also?: (records: ShopRecords, changed: BookingRecord) => Promise<void>;
}

/** So often others may get in between before it is called a fault. */
const TRIES = 10;

/**
 * Changes a booking on the version that was read: when somebody else wrote meanwhile, `edit` decides again on what is
 * there now. Throws `booking_not_found`, `change_forbidden`, `slot_unavailable`, and what `edit` throws.
 */
export async function changeBooking(
  { store, shop, clock }: Services,
  caller: Caller,
  id: string,
  edit: (booking: BookingRecord) => Promise<Change> | Change,
): Promise<BookingRecord> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const booking = await store.bookings.find(id);
    if (!booking) throw new ProblemError('booking_not_found');
    if (!isPartyTo(caller, booking)) throw new ProblemError('change_forbidden');
    const { next, fits, also } = await edit(booking);
    const changed = { ...next, version: booking.version + 1, updatedAt: clock.now() };
    const outcome = await shop.transaction(async (records) => {
      const saved = await records.bookings.save(changed, { basedOn: booking.version, ...(fits && { fits }) });
      if (saved.kind === 'saved') await also?.(records, changed);
      return saved;
    });
    if (outcome.kind === 'saved') return changed;
    if (outcome.kind === 'taken') throw new ProblemError('slot_unavailable');
  }
  throw new Error(`Booking ${id} was changed by others ${TRIES} times in a row`);
}
