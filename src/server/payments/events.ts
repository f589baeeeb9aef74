import { isFinal } from '../../domain/booking/lifecycle.ts';
import { asCancelled } from '../bookings/as-cancelled.ts';
import { addAll, addConsequences, type Written } from '../bookings/consequences.ts';
import { ProblemError } from '../http/problem-error.ts';
import { requireGateway } from './checkout.ts';
import { dropUnpaid } from './holds.ts';
import { again, type PaymentContext } from './payment-context.ts';
import type { PaymentEvent } from './payment-gateway.ts';
import type { PaymentRecord, RefundRecord } from './payment-record.ts';
import { refundedAmount, returnedAmount, settled } from './payment-record.ts';
import { settlePayment } from './settle.ts';
import type { ShopRecords } from './shop-store.ts';

/** The result of an event. */
export interface EventReply {
  readonly status: 'processed' | 'already_processed' | 'unhandled';
  readonly event_type: string;
  readonly payment_id?: string;
}

/**
 * Handles an event of Stripe. It is recorded in the transaction that applies it, so that a second delivery finds the record, and an
 * interrupted one is applied again. Throws `invalid_signature`.
 */
export async function receiveEvent(context: PaymentContext, body: string, signature: string): Promise<EventReply> {
  const { store, clock } = context;
  const signed = await requireGateway(context).readEvent(body, signature, clock.now());
  if (!signed) throw new ProblemError('invalid_signature');
  const { id, type, event } = signed;
  if (await store.payments.hasEvent(id)) return { status: 'already_processed', event_type: type };
  const note = (records: ShopRecords) => records.payments.addEvent(id, clock.now());
  const paymentId = await carryOut(context, event, note);
  if (paymentId === undefined) return { status: 'unhandled', event_type: type };
  return { status: 'processed', event_type: type, payment_id: paymentId };
}

type Note = (records: ShopRecords) => Promise<void>;

/** Applies an event; gives the id of its payment, or undefined when the payment is not ours. */
async function carryOut(context: PaymentContext, event: PaymentEvent, note: Note): Promise<string | undefined> {
  switch (event.kind) {
    case 'paid': {
      const { kind } = await settlePayment(context, event.paymentId, event.intentId, note);
      return kind === 'unknown' ? undefined : event.paymentId;
    }
    case 'failed':
      // The booking stays pending, and the visitor may try another card.
      return change(context, event.paymentId, note, (payment) =>
        payment.status === 'pending' ? { ...payment, status: 'failed' } : payment,
      );
    case 'expired':
      return expire(context, event, note);
    case 'refunded':
      return refunded(context, event, note);
    case 'disputed': {
      const payment = await context.store.payments.findByIntent(event.intentId);
      if (!payment) return undefined;
      context.logError('payments', new Error(`Payment ${payment.id} is disputed: answer in Stripe's dashboard`));
      return change(context, payment.id, note, (found) => ({ ...found, isDisputed: true }));
    }
    case 'other':
      return undefined;
  }
}

/** Changes a payment and records the event in one transaction. */
async function change(
  { store, clock, paymentJobsFor }: PaymentContext,
  paymentId: string,
  note: Note,
  edit: (payment: PaymentRecord) => PaymentRecord,
): Promise<string | undefined> {
  const found = await again(`Payment ${paymentId}`, () =>
    store.transaction(async (records) => {
      const payment = await records.payments.find(paymentId);
      if (!payment) return null;
      const next = edit(payment);
      if (next !== payment) {
        const written = { ...next, version: payment.version + 1, updatedAt: clock.now() };
        if (!(await records.payments.save(written, payment.version))) return undefined;
        const booking = next.status === 'failed' && (await records.bookings.find(payment.bookingId));
        if (booking) {
          const failed = { kind: 'failed' as const, payment: written, booking, amount: payment.amount };
          await addAll(records, paymentJobsFor(failed), clock.now());
        }
      }
      await note(records);
      return paymentId;
    }),
  );
  return found ?? undefined;
}

/** An expired checkout can no longer be paid: its hold ends too, unless another checkout replaced it. */
async function expire(
  context: PaymentContext,
  { paymentId, sessionId }: Extract<PaymentEvent, { kind: 'expired' }>,
  note: Note,
): Promise<string | undefined> {
  const payment = await context.store.payments.find(paymentId);
  if (!payment) return undefined;
  if (payment.checkout.sessionId === sessionId) {
    const booking = await context.store.bookings.find(payment.bookingId);
    if (booking?.hold && booking.status === 'pending') await dropUnpaid(context, booking.id, 'checkout-expired');
  }
  return change(context, paymentId, note, (found) =>
    found.status === 'pending' && found.checkout.sessionId === sessionId ? { ...found, status: 'failed' } : found,
  );
}

/** A refund was made. One that is not ours was made in Stripe's dashboard; a full refund cancels the booking. */
async function refunded(
  context: PaymentContext,
  { paymentId, returned }: Extract<PaymentEvent, { kind: 'refunded' }>,
  note: Note,
): Promise<string | undefined> {
  const { store, clock, makeId } = context;
  let cancelled: Written | undefined;
  const found = await again(`Payment ${paymentId}`, () =>
    store.transaction(async (records) => {
      cancelled = undefined;
      const payment = await records.payments.find(paymentId);
      if (!payment) return null;
      const now = clock.now();
      const outside = returned - refundedAmount(payment);
      const refund: RefundRecord = {
        id: makeId(),
        amount: outside,
        reason: 'outside',
        status: 'succeeded',
        requestedAt: now,
        updatedAt: now,
      };
      const next = outside > 0 ? settled({ ...payment, refunds: [...payment.refunds, refund] }) : payment;
      const written = { ...next, version: payment.version + 1, updatedAt: now };
      if (next !== payment && !(await records.payments.save(written, payment.version))) return undefined;
      const booking = await records.bookings.find(payment.bookingId);
      if (booking && outside > 0) {
        const change = { kind: 'refunded' as const, payment: written, booking, amount: outside };
        await addAll(records, context.paymentJobsFor(change), now);
      }
      if (booking && !isFinal(booking.status) && returned >= payment.amount) {
        const ended = asCancelled(booking, now, 'Refunded');
        const { kind } = await records.bookings.save(ended, { basedOn: booking.version });
        if (kind !== 'saved') throw new Error(`Booking ${booking.id} was changed while its refund was noted`);
        cancelled = {
          before: booking,
          booking: ended,
          refund: { amount: returnedAmount(next), currency: payment.currency },
        };
        await addConsequences(records, context.jobsFor, cancelled, now);
      }
      await note(records);
      return paymentId;
    }),
  );
  if (cancelled) context.announce(cancelled);
  return found ?? undefined;
}
