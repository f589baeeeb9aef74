import type { Checkout } from '../../contract/payment.ts';
import { isHeld } from '../../domain/booking/hold.ts';
import { isFinal } from '../../domain/booking/lifecycle.ts';
import { type ChargeAmount, chargeAmount } from '../../domain/money/charge-amount.ts';
import { DAY_MS, MINUTE_MS } from '../../domain/time/units.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { BookingRecord } from '../ports.ts';
import { again, type Payer, type PaymentContext } from './payment-context.ts';
import type { CheckoutState, CheckoutWish, PaymentGateway } from './payment-gateway.ts';
import type { CheckoutRecord, PaymentRecord } from './payment-record.ts';
import { settlePayment } from './settle.ts';

/** A page's request for a checkout. */
export interface CheckoutRequest {
  readonly bookingId: string;
  readonly successUrl: string;
  readonly cancelUrl: string;
}

/** Stripe keeps a checkout open for at least half an hour and at most a day. */
const SHORTEST_MS = 31 * MINUTE_MS;
const LONGEST_MS = DAY_MS - MINUTE_MS;

/**
 * Opens the checkout of a booking, or returns the one already open. The plan is stored before Stripe is asked: a process killed in
 * between asks again with the same key and gets the same checkout. Throws the row's problems.
 */
export async function openCheckout(
  context: PaymentContext,
  caller: Payer,
  request: CheckoutRequest,
): Promise<Checkout> {
  const gateway = requireGateway(context);
  for (const url of [request.successUrl, request.cancelUrl]) {
    if (!context.returnOrigins.includes(new URL(url).origin)) throw new ProblemError('return_url_not_allowed');
  }
  const { payment, booking } = await again(`Booking ${request.bookingId}`, () =>
    plan(context, gateway, caller, request),
  );
  const charge = chargeOf(payment);
  const state = await ask(context, gateway, payment, booking);
  if (state.isPaid) {
    await settlePayment(context, payment.id, state.intentId);
    throw new ProblemError('payment_exists');
  }
  if (state.url === null || state.status !== 'open') throw new ProblemError('hold_ended');
  await keepState(context, payment, state);
  return {
    session_id: state.sessionId,
    url: state.url,
    payment_id: payment.id,
    amount: payment.amount,
    currency: charge.currency.toUpperCase(),
  };
}

/** Gives the checkout of a payment at the provider; opens it if it was never opened. */
export async function askForCheckout(
  context: PaymentContext,
  gateway: PaymentGateway,
  payment: PaymentRecord,
): Promise<CheckoutState> {
  const { sessionId } = payment.checkout;
  if (sessionId !== undefined) return gateway.findCheckout(sessionId);
  const booking = await context.store.bookings.find(payment.bookingId);
  if (!booking) throw new Error(`Payment ${payment.id} has no booking`);
  return gateway.openCheckout(await wishFor(context, payment, booking));
}

/** Stores in one step what will be paid for; undefined when somebody else wrote first. */
async function plan(
  context: PaymentContext,
  gateway: PaymentGateway,
  caller: Payer,
  request: CheckoutRequest,
): Promise<{ payment: PaymentRecord; booking: BookingRecord } | undefined> {
  const { store, clock, makeId } = context;
  const booking = await store.bookings.find(request.bookingId);
  if (!booking) throw new ProblemError('booking_not_found');
  if (!mayPay(caller, booking)) throw new ProblemError('payment_create_forbidden');
  const now = clock.now();
  const [known] = await store.payments.ofBookings([booking.id]);
  if (known?.status === 'succeeded' || known?.status === 'refunded') throw new ProblemError('payment_exists');
  if ((booking.hold && !isHeld(booking.hold, now)) || isFinal(booking.status)) throw new ProblemError('hold_ended');
  const price = booking.price;
  if (!price || price.amount === 0) throw new ProblemError('nothing_to_pay');
  if (known && continues(known.checkout, request, now)) return { payment: known, booking };
  if (known?.checkout.sessionId !== undefined) {
    // The pages to return to have changed, or its time is over: close the old checkout, so that nobody pays it besides the new one.
    const closed = await gateway.closeCheckout(known.checkout.sessionId).catch(refused(context));
    if (closed.isPaid) {
      await settlePayment(context, known.id, closed.intentId);
      throw new ProblemError('payment_exists');
    }
  }
  const checkout: CheckoutRecord = {
    attempt: (known?.checkout.attempt ?? 0) + 1,
    successUrl: request.successUrl,
    cancelUrl: request.cancelUrl,
    expiresAt: Math.min(Math.max(booking.hold?.until ?? 0, now + SHORTEST_MS), now + LONGEST_MS),
  };
  const payment: PaymentRecord = {
    ...(known ?? {
      id: makeId(),
      bookingId: booking.id,
      intentId: null,
      refunds: [],
      isDisputed: false,
      createdAt: now,
    }),
    amount: price.amount,
    currency: price.currency,
    status: 'pending',
    checkout,
    updatedAt: now,
    version: (known?.version ?? 0) + 1,
  };
  const linked: BookingRecord = { ...booking, paymentId: payment.id, version: booking.version + 1, updatedAt: now };
  const isKept = await store
    .transaction(async (records) => {
      if (!(await records.payments.save(payment, known?.version))) return false;
      if (booking.paymentId === payment.id) return true;
      const { kind } = await records.bookings.save(linked, { basedOn: booking.version });
      if (kind !== 'saved') throw new Overtaken();
      return true;
    })
    .catch((error: unknown) => {
      if (error instanceof Overtaken) return false;
      throw error;
    });
  return isKept ? { payment, booking: booking.paymentId === payment.id ? booking : linked } : undefined;
}

/** Rolls back a transaction whose booking somebody else has changed. */
class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

/** True when the planned or open checkout matches the request. */
function continues(checkout: CheckoutRecord, { successUrl, cancelUrl }: CheckoutRequest, now: number): boolean {
  return checkout.successUrl === successUrl && checkout.cancelUrl === cancelUrl && checkout.expiresAt > now;
}

function mayPay({ account, bookingId }: Payer, booking: BookingRecord): boolean {
  if (bookingId !== undefined && bookingId !== booking.id) return false;
  return account.role === 'admin' || (account.role === 'client' && account.id === booking.clientId);
}

async function ask(
  context: PaymentContext,
  gateway: PaymentGateway,
  payment: PaymentRecord,
  booking: BookingRecord,
): Promise<CheckoutState> {
  try {
    const { sessionId } = payment.checkout;
    if (sessionId !== undefined) return await gateway.findCheckout(sessionId);
    return await gateway.openCheckout(await wishFor(context, payment, booking));
  } catch (error) {
    // Stripe repeats a refusal for the same key for a day: the next attempt needs another key.
    if (payment.checkout.sessionId === undefined && isAnswer(error)) await nextAttempt(context, payment);
    return refused(context)(error);
  }
}

async function wishFor(
  { findAccount, findCoach }: PaymentContext,
  payment: PaymentRecord,
  booking: BookingRecord,
): Promise<CheckoutWish> {
  const [client, coach] = await Promise.all([findAccount(booking.clientId), findCoach(booking.coachId)]);
  const minutes = Math.round((booking.end - booking.start) / MINUTE_MS);
  const what = booking.sessionType?.name ?? `${minutes} min`;
  const coachName = coach?.profile.name;
  return {
    ...chargeOf(payment),
    key: `checkout-${payment.id}-${payment.checkout.attempt}`,
    paymentId: payment.id,
    bookingId: booking.id,
    title: coachName ? `${what} · ${coachName}` : what,
    description: booking.sessionType?.tax_note ?? undefined,
    email: client?.email,
    successUrl: payment.checkout.successUrl,
    cancelUrl: payment.checkout.cancelUrl,
    expiresAt: payment.checkout.expiresAt,
  };
}

/** Throws `payment_provider_failed` for a price that Stripe cannot charge to the last digit. */
export function chargeOf({ amount, currency }: Pick<PaymentRecord, 'amount' | 'currency'>): ChargeAmount {
  const charge = chargeAmount({ amount, currency });
  if (charge) return charge;
  const cause = new Error(`${currency} ${amount} cannot be charged to the last digit`);
  throw new ProblemError('payment_provider_failed', { cause });
}

async function keepState({ store, clock }: PaymentContext, { id }: PaymentRecord, state: CheckoutState): Promise<void> {
  await again(`Payment ${id}`, async () => {
    const payment = await store.payments.find(id);
    if (!payment || payment.checkout.sessionId === state.sessionId) return true;
    const checkout = { ...payment.checkout, sessionId: state.sessionId, ...(state.url !== null && { url: state.url }) };
    const next = { ...payment, checkout, version: payment.version + 1, updatedAt: clock.now() };
    return (await store.payments.save(next, payment.version)) || undefined;
  });
}

async function nextAttempt({ store, clock }: PaymentContext, payment: PaymentRecord): Promise<void> {
  const checkout = { ...payment.checkout, attempt: payment.checkout.attempt + 1 };
  const next = { ...payment, checkout, version: payment.version + 1, updatedAt: clock.now() };
  // When somebody else wrote first, their version is kept.
  await store.payments.save(next, payment.version);
}

/** True when Stripe has answered; without an answer the same key must be used again. */
function isAnswer(error: unknown): boolean {
  return typeof (error as { readonly statusCode?: unknown } | null)?.statusCode === 'number';
}

/** Converts the provider's refusal to a `ProblemError`, and logs it. */
function refused({ logError }: Pick<PaymentContext, 'logError'>): (error: unknown) => never {
  return (error) => {
    logError('payments', error);
    throw new ProblemError('payment_provider_failed', { cause: error });
  };
}

/** The gateway, or `payments_not_configured`. */
export function requireGateway({ gateway }: Pick<PaymentContext, 'gateway'>): PaymentGateway {
  if (!gateway) throw new ProblemError('payments_not_configured');
  return gateway;
}
