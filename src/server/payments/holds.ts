import { isHeld, renewHold } from '../../domain/booking/hold.ts';
import { asCancelled } from '../bookings/as-cancelled.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { BookingRecord } from '../ports.ts';
import { askForCheckout } from './checkout.ts';
import { again, JOB, type Payer, type PaymentContext } from './payment-context.ts';
import type { PaymentRecord } from './payment-record.ts';
import { NOT_PAID, settlePayment } from './settle.ts';
import type { ShopRecords } from './shop-store.ts';

/** Adds the job that ends a hold on time, in the transaction of the booking. */
export async function planExpiry(
  { jobs }: Pick<ShopRecords, 'jobs'>,
  booking: BookingRecord,
  now: number,
): Promise<void> {
  if (!booking.hold) return;
  const { until } = booking.hold;
  await jobs.add({ kind: JOB.hold, key: `${booking.id} ${until}`, payload: booking.id, dueAt: until }, now);
}

/** Renews the hold of an unpaid booking, once. Throws the row's problems. */
export async function extendHold(context: PaymentContext, caller: Payer, bookingId: string): Promise<BookingRecord> {
  const { store, clock } = context;
  return again(`Booking ${bookingId}`, async () => {
    const booking = await store.bookings.find(bookingId);
    if (!booking) throw new ProblemError('booking_not_found');
    const isTheirs = caller.account.id === booking.clientId && (caller.bookingId ?? bookingId) === bookingId;
    if (!isTheirs) throw new ProblemError('change_forbidden');
    const now = clock.now();
    if (!booking.hold || booking.status !== 'pending' || !isHeld(booking.hold, now))
      throw new ProblemError('hold_ended');
    const hold = renewHold(booking.hold, booking.start, now);
    if (!hold) throw new ProblemError('hold_not_renewable');
    const next = { ...booking, hold, version: booking.version + 1, updatedAt: now };
    return store.transaction(async (records) => {
      if ((await records.bookings.save(next, { basedOn: booking.version })).kind !== 'saved') return undefined;
      await planExpiry(records, next, now);
      return next;
    });
  });
}

/**
 * Ends a hold whose time is over: asks Stripe whether the booking was paid, closes the checkout, and cancels the booking. Throws
 * when Stripe cannot be reached: the booking stays as it is, and the job is tried again.
 */
export async function endHold(context: PaymentContext, bookingId: string): Promise<void> {
  const { store, clock } = context;
  const booking = await store.bookings.find(bookingId);
  if (!booking?.hold || booking.status !== 'pending' || isHeld(booking.hold, clock.now())) return;
  const [payment] = await store.payments.ofBookings([bookingId]);
  if (payment && (await wasPaid(context, payment))) return;
  await dropUnpaid(context, bookingId);
}

/** Closes the checkout of a payment; true when it turns out to be paid and is now settled, false when that was known before. */
export async function wasPaid(context: PaymentContext, payment: PaymentRecord): Promise<boolean> {
  const { gateway } = context;
  if (!gateway || payment.status === 'succeeded' || payment.status === 'refunded') return false;
  const asked = await askForCheckout(context, gateway, payment);
  const state = asked.status === 'open' ? await gateway.closeCheckout(asked.sessionId) : asked;
  if (!state.isPaid) return false;
  await settlePayment(context, payment.id, state.intentId);
  return true;
}

/** Cancels a booking that was not paid in time; one that was paid or renewed in the meantime stays. */
export async function dropUnpaid(
  { store, clock }: PaymentContext,
  bookingId: string,
  why: 'hold-ended' | 'checkout-expired' = 'hold-ended',
): Promise<void> {
  await again(`Booking ${bookingId}`, () =>
    store.transaction(async (records): Promise<true | undefined> => {
      const booking = await records.bookings.find(bookingId);
      const now = clock.now();
      if (!booking?.hold || booking.status !== 'pending') return true;
      // An expired checkout can no longer be paid, so the slot becomes free before the hold ends.
      if (why === 'hold-ended' && isHeld(booking.hold, now)) return true;
      // A lapsed booking keeps its hold.
      const next: BookingRecord = { ...asCancelled(booking, now, NOT_PAID), hold: booking.hold, isLapsed: true };
      const { kind } = await records.bookings.save(next, { basedOn: booking.version });
      if (kind !== 'saved') return undefined;
      await failPayment(records, bookingId, now);
      return true;
    }),
  );
}

/** Marks a waiting payment as failed; money that still arrives is settled later. */
async function failPayment({ payments }: ShopRecords, bookingId: string, now: number): Promise<void> {
  const [payment] = await payments.ofBookings([bookingId]);
  if (payment?.status !== 'pending') return;
  await payments.save({ ...payment, status: 'failed', version: payment.version + 1, updatedAt: now }, payment.version);
}
