import { addAll, addConsequences } from '../bookings/consequences.ts';
import type { BookingRecord, SaveGuard } from '../ports.ts';
import { again, JOB, type PaymentContext } from './payment-context.ts';
import { type PaymentRecord, type RefundReason, settled, withRefund } from './payment-record.ts';
import type { ShopRecords } from './shop-store.ts';

/** The reason stored with a booking whose hold ended before it was paid. */
export const NOT_PAID = 'Not paid in time';
/** The reason stored with a booking that was paid after its slot was given away. */
const PAID_TOO_LATE = 'Paid after the time was given away: the money goes back';

/** The result of a payment that arrived. */
type Settlement =
  | { readonly kind: 'booked'; readonly booking: BookingRecord; readonly before: BookingRecord }
  /** The booking was cancelled, or its slot was given away: the money is refunded. */
  | { readonly kind: 'returned'; readonly booking: BookingRecord | undefined }
  /** The payment was already known. */
  | { readonly kind: 'known' }
  /** Not one of our payments. */
  | { readonly kind: 'unknown' };

/**
 * Settles a payment that has arrived: the booking is confirmed or becomes a request, or the money is refunded at once. It may be
 * called several times and in any order; `note` is written in the same transaction.
 */
export async function settlePayment(
  context: PaymentContext,
  paymentId: string,
  intentId: string | null,
  note: (records: ShopRecords) => Promise<void> = async () => undefined,
): Promise<Settlement> {
  const { store } = context;
  const known = await store.payments.find(paymentId);
  const before = known && (await store.bookings.find(known.bookingId));
  // Connected calendars are asked before the transaction, which must not wait for them.
  const blocked = before?.status === 'cancelled' ? await context.busy(before.coachId, before) : [];
  const settlement = await again(`Payment ${paymentId}`, () =>
    store.transaction(async (records): Promise<Settlement | undefined> => {
      const payment = await records.payments.find(paymentId);
      if (!payment) {
        await note(records);
        return { kind: 'unknown' };
      }
      if (payment.status === 'succeeded' || payment.status === 'refunded') {
        await note(records);
        return { kind: 'known' };
      }
      const isFree = (booking: BookingRecord) =>
        !blocked.some(({ start, end }) => start < booking.end && end > booking.start);
      const outcome = await book(context, records, payment, isFree);
      if (outcome === 'changed') return undefined;
      const paid = await keepPaid(context, records, payment, intentId, outcome);
      if (!paid) return undefined;
      const now = context.clock.now();
      if (outcome.kind === 'booked') await addConsequences(records, context.jobsFor, outcome, now);
      if (outcome.booking) {
        const change = { kind: 'succeeded' as const, payment: paid, booking: outcome.booking, amount: paid.amount };
        await addAll(records, context.paymentJobsFor(change), now);
      }
      await note(records);
      return outcome.kind === 'booked' ? outcome : { kind: 'returned', booking: outcome.booking };
    }),
  );
  if (settlement.kind === 'booked') context.announce(settlement);
  return settlement;
}

type Outcome =
  | { readonly kind: 'booked'; readonly booking: BookingRecord; readonly before: BookingRecord }
  | { readonly kind: 'returned'; readonly booking: BookingRecord | undefined; readonly reason: RefundReason };

/** Makes the booking of a payment valid, if its slot is still free. */
async function book(
  { clock }: PaymentContext,
  records: ShopRecords,
  payment: PaymentRecord,
  isFree: (booking: BookingRecord) => boolean,
): Promise<Outcome | 'changed'> {
  const now = clock.now();
  const found = await records.bookings.find(payment.bookingId);
  if (!found) return { kind: 'returned', booking: undefined, reason: 'late' };
  const { hold, isLapsed, ...booking } = found;
  const status = booking.sessionType?.confirmation === 'coach' ? 'pending' : 'confirmed';
  const write = { version: found.version + 1, updatedAt: now, paymentId: payment.id };
  if (found.status === 'pending') {
    // A booking without a hold came from the basic contract: once paid it is confirmed.
    const next: BookingRecord = { ...booking, ...write, status };
    const { kind } = await records.bookings.save(next, { basedOn: found.version });
    return kind === 'saved' ? { kind: 'booked', booking: next, before: found } : 'changed';
  }
  if (found.status !== 'cancelled') return { kind: 'booked', booking: found, before: found };
  if (!isLapsed) return { kind: 'returned', booking: found, reason: 'cancelled' };
  const { cancellationReason: _, ...back } = booking;
  const next: BookingRecord = { ...back, ...write, status, sequence: found.sequence + 1 };
  const fits: NonNullable<SaveGuard['fits']> = () => found.start > now && isFree(found);
  const { kind } = await records.bookings.save(next, { basedOn: found.version, fits });
  if (kind === 'saved') return { kind: 'booked', booking: next, before: found };
  if (kind !== 'taken') return 'changed';
  const told: BookingRecord = { ...booking, ...write, cancellationReason: PAID_TOO_LATE };
  const outcome = await records.bookings.save(told, { basedOn: found.version });
  return outcome.kind === 'saved' ? { kind: 'returned', booking: told, reason: 'late' } : 'changed';
}

/** Stores that the payment arrived, with a refund where the slot is gone, and gives it; undefined when somebody else wrote first. */
async function keepPaid(
  { clock, makeId }: PaymentContext,
  { payments, jobs }: ShopRecords,
  payment: PaymentRecord,
  intentId: string | null,
  outcome: Outcome,
): Promise<PaymentRecord | undefined> {
  const now = clock.now();
  const paid: PaymentRecord = {
    ...payment,
    status: 'succeeded',
    intentId: intentId ?? payment.intentId,
    version: payment.version + 1,
    updatedAt: now,
  };
  const back =
    outcome.kind === 'returned'
      ? withRefund(paid, { id: makeId(), amount: paid.amount, reason: outcome.reason, now })
      : undefined;
  // A refund made in the dashboard may have been heard of first.
  const kept = back?.payment ?? settled(paid);
  if (!(await payments.save(kept, payment.version))) return undefined;
  if (back) await jobs.add({ kind: JOB.refund, key: back.refund.id, payload: payment.id, dueAt: now }, now);
  return kept;
}
