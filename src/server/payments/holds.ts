import { isHeld, renewHold } from '../../domain/booking/hold.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { BookingRecord } from '../ports.ts';
import { askForCheckout } from './checkout.ts';
import { again, JOB, type Payer, type PaymentContext } from './payment-context.ts';
import type { PaymentRecord } from './payment-record.ts';
import { NOT_PAID, settlePayment } from './settle.ts';
import type { ShopRecords } from './shop-store.ts';

/** The job that ends a hold in its time; added with the booking. */
export async function planExpiry(
  { jobs }: Pick<ShopRecords, 'jobs'>,
  booking: BookingRecord,
  now: number,
): Promise<void> {
  if (!booking.hold) return;
  const { until } = booking.hold;
  await jobs.add({ kind: JOB.hold, key: `${booking.id} ${until}`, payload: booking.id, dueAt: until }, now);
}

/** Holds the time of an unpaid booking as long again, once. Throws the row's problems. */
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
 * A hold's time is over: Stripe is asked whether it was paid after all, the checkout is closed, and the booking is dropped.
 * Throws when Stripe cannot be reached: the time stays held until it is known.
 */
export async function endHold(context: PaymentContext, bookingId: string): Promise<void> {
  const { store, clock } = context;
  const booking = await store.bookings.find(bookingId);
  if (!booking?.hold || booking.status !== 'pending' || isHeld(booking.hold, clock.now())) return;
  const [payment] = await store.payments.ofBookings([bookingId]);
  if (payment && (await wasPaid(context, payment))) return;
  await dropUnpaid(context, bookingId);
}

/** Closes the checkout of a payment; true when it was paid, and is settled. */
export async function wasPaid(context: PaymentContext, payment: PaymentRecord): Promise<boolean> {
  const { gateway } = context;
  if (!gateway || payment.status === 'succeeded' || payment.status === 'refunded') return false;
  const asked = await askForCheckout(context, gateway, payment);
  const state = asked.status === 'open' ? await gateway.closeCheckout(asked.sessionId) : asked;
  if (!state.isPaid) return false;
  await settlePayment(context, payment.id, state.intentId);
  return true;
}

/** Cancels a booking that was not paid in its time; one that was paid or renewed meanwhile stays. */
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
      // A checkout that expired can no longer be paid: the time is free before the hold ends.
      if (why === 'hold-ended' && isHeld(booking.hold, now)) return true;
      const next: BookingRecord = {
        ...booking,
        status: 'cancelled',
        isLapsed: true,
        cancellationReason: NOT_PAID,
        sequence: booking.sequence + 1,
        version: booking.version + 1,
        updatedAt: now,
      };
      const { kind } = await records.bookings.save(next, { basedOn: booking.version });
      if (kind !== 'saved') return undefined;
      await failPayment(records, bookingId, now);
      return true;
    }),
  );
}

/** A payment that waits for money waits no longer; money that comes all the same is still settled. */
async function failPayment({ payments }: ShopRecords, bookingId: string, now: number): Promise<void> {
  const [payment] = await payments.ofBookings([bookingId]);
  if (payment?.status !== 'pending') return;
  await payments.save({ ...payment, status: 'failed', version: payment.version + 1, updatedAt: now }, payment.version);
}
