import type { Checkout } from '../../contract/payment.ts';
import type { Price } from '../../contract/values.ts';
import { HOUR_MS } from '../../domain/time/units.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { RetryPolicy } from '../jobs/retry-policy.ts';
import type { BookingRecord } from '../ports.ts';
import { type CheckoutRequest, openCheckout } from './checkout.ts';
import { type EventReply, receiveEvent } from './events.ts';
import { endHold, extendHold, planExpiry, wasPaid } from './holds.ts';
import { JOB, type Payer, type PaymentContext } from './payment-context.ts';
import type { PaymentRecord } from './payment-record.ts';
import { type CancelledBy, carryOutRefund, planCancellation, REFUND_TRIES, refundByHand } from './refunds.ts';
import { settlePayment } from './settle.ts';
import type { ShopRecords } from './shop-store.ts';

/** A job as the runner passes it. */
interface RunningJob {
  readonly key: string;
  readonly payload: unknown;
  readonly attempts: number;
}

/** Five attempts within 15 seconds: most failures are short, and the coach sees the refund as failed and starts it again. */
const refundRetries: RetryPolicy = { tries: REFUND_TRIES, firstMs: 1000, longestMs: 8000 };

/** Nobody starts these again: attempts after 1, 2, 4 … seconds, then each hour, for about half a day. */
const holdRetries: RetryPolicy = { tries: 24, firstMs: 1000, longestMs: HOUR_MS };

/** A kind of job that follows from a payment. */
interface PaymentJobKind {
  readonly name: string;
  readonly retry: RetryPolicy;
  run(job: RunningJob): Promise<void>;
}

/** The operations of online payment: holds, checkouts, payments and refunds. */
export interface Payments {
  /** False when no keys are set: nothing is sold online, and sessions with a price are paid at the session. */
  readonly isConfigured: boolean;
  readonly jobs: readonly PaymentJobKind[];
  checkout(caller: Payer, request: CheckoutRequest): Promise<Checkout>;
  receive(body: string, signature: string): Promise<EventReply>;
  /** Gives a payment and its booking; asks Stripe about a pending one. */
  find(paymentId: string): Promise<{ readonly payment: PaymentRecord; readonly booking: BookingRecord } | undefined>;
  refund(paymentId: string, amount: number | undefined): Promise<PaymentRecord>;
  extendHold(caller: Payer, bookingId: string): Promise<BookingRecord>;
  /** Call it in the transaction that books. */
  planExpiry(records: Pick<ShopRecords, 'jobs'>, booking: BookingRecord): Promise<void>;
  /** Call it in the transaction that cancels; gives the refund of a paid session. */
  planCancellation(
    records: Pick<ShopRecords, 'payments' | 'jobs'>,
    booking: BookingRecord,
    by: CancelledBy,
  ): Promise<Price | undefined>;
}

/** The shortest time between two requests to Stripe about one payment. */
const ASK_EVERY_MS = 2000;

/** Makes the operations of online payment on a gateway; without one nothing is sold. */
export function createPayments(context: PaymentContext): Payments {
  const { store, clock, gateway } = context;
  const askedAt = new Map<string, number>();

  /** Asks Stripe about a payment that is pending here, because a webhook may be late or lost. */
  const repair = async (payment: PaymentRecord): Promise<boolean> => {
    const { sessionId } = payment.checkout;
    const isOpen = payment.status === 'pending' || payment.status === 'failed';
    if (!gateway || !isOpen || sessionId === undefined) return false;
    const now = clock.now();
    if (now - (askedAt.get(payment.id) ?? Number.NEGATIVE_INFINITY) < ASK_EVERY_MS) return false;
    if (askedAt.size > 1000) askedAt.clear();
    askedAt.set(payment.id, now);
    const state = await gateway.findCheckout(sessionId).catch((error: unknown) => {
      context.logError('payments', error);
      return undefined;
    });
    if (!state?.isPaid) return false;
    await settlePayment(context, payment.id, state.intentId);
    return true;
  };

  return {
    isConfigured: gateway !== undefined,
    jobs: [
      {
        name: JOB.refund,
        retry: refundRetries,
        run: ({ key, payload, attempts }) => carryOutRefund(context, key, String(payload), attempts),
      },
      { name: JOB.hold, retry: holdRetries, run: ({ payload }) => endHold(context, String(payload)) },
      {
        name: JOB.close,
        retry: holdRetries,
        async run({ payload }) {
          const payment = await store.payments.find(String(payload));
          if (payment) await wasPaid(context, payment);
        },
      },
    ],
    checkout: (caller, request) => openCheckout(context, caller, request),
    receive: (body, signature) => receiveEvent(context, body, signature),
    async find(paymentId) {
      const found = await store.payments.find(paymentId);
      if (!found) return undefined;
      const payment = (await repair(found)) ? await store.payments.find(paymentId) : found;
      const booking = await store.bookings.find(found.bookingId);
      return payment && booking && { payment, booking };
    },
    async refund(paymentId, amount) {
      if (!gateway) throw new ProblemError('payments_not_configured');
      return refundByHand(context, paymentId, amount);
    },
    extendHold: (caller, bookingId) => extendHold(context, caller, bookingId),
    planExpiry: (records, booking) => planExpiry(records, booking, clock.now()),
    planCancellation: (records, booking, by) => planCancellation(context, records, booking, by),
  };
}
