import type { Clock } from '../../../server/ports.ts';
import type { TestCard } from './stripe-cards.ts';
import { amountFault, shown } from './stripe-currencies.ts';
import { invalidParameter, missing, StripeRefusal } from './stripe-error.ts';
import {
  type StripeCharge,
  type StripeDispute,
  type StripeIntent,
  type StripeRefund,
  type StripeSession,
  type Written,
  writeCharge,
  writeDispute,
  writeIntent,
  writeSession,
} from './stripe-objects.ts';
import type { CreateSessionParams } from './stripe-wire.ts';

/** Events with one cause, in order: each with its type and the object as it is afterwards. */
type EmittedEvents = readonly (readonly [type: string, object: Written])[];

/** The result shown on the checkout page. */
export type PayResult =
  | { readonly kind: 'paid'; readonly session: StripeSession }
  | { readonly kind: 'authentication'; readonly intent: StripeIntent }
  | { readonly kind: 'declined'; readonly message: string }
  /** Paid, expired or unknown: it cannot be paid. */
  | { readonly kind: 'closed' };

interface TillOptions {
  readonly clock: Clock;
  /** The checkout page of a session. */
  readonly addressOf: (sessionId: string) => string;
  readonly emit: (events: EmittedEvents) => void;
}

const HALF_HOUR_S = 30 * 60;
const DAY_S = 24 * 60 * 60;

/** Checkout sessions, payments, refunds and disputes. */
export class StripeTill {
  readonly sessions = new Map<string, StripeSession>();
  readonly intents = new Map<string, StripeIntent>();
  readonly charges = new Map<string, StripeCharge>();
  readonly refunds = new Map<string, StripeRefund>();
  readonly #options: TillOptions;
  /** Cards that wait for their owner's authentication, by payment intent. */
  readonly #waiting = new Map<string, { readonly sessionId: string; readonly card: TestCard }>();

  constructor(options: TillOptions) {
    this.#options = options;
  }

  createSession(params: CreateSessionParams): StripeSession {
    const created = this.#now();
    const [first] = params.line_items;
    if (!first) throw invalidParameter('line_items', 'Missing required param: line_items.', 'parameter_missing');
    const { currency } = first.price_data;
    if (params.line_items.some(({ price_data }) => price_data.currency !== currency)) {
      throw invalidParameter('line_items', 'All line items must have the same currency');
    }
    if (params.line_items.some(({ quantity, price_data }) => quantity < 1 || price_data.unit_amount < 0)) {
      throw invalidParameter('line_items', 'Invalid positive integer', 'parameter_invalid_integer');
    }
    const amount = params.line_items.reduce((sum, item) => sum + item.quantity * item.price_data.unit_amount, 0);
    const fault = amountFault(amount, currency);
    if (fault) throw invalidParameter('line_items[0][price_data][unit_amount]', fault.message, fault.code);
    const expiresAt = params.expires_at ?? created + DAY_S;
    if (expiresAt < created + HALF_HOUR_S) {
      throw invalidParameter(
        'expires_at',
        'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.',
      );
    }
    if (expiresAt > created + DAY_S) {
      throw invalidParameter(
        'expires_at',
        'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.',
      );
    }
    const session: StripeSession = {
      id: makeId('cs_test'),
      created,
      expiresAt,
      amount,
      currency,
      name: first.price_data.product_data.name,
      description: first.price_data.product_data.description ?? null,
      quantity: first.quantity,
      successUrl: params.success_url,
      cancelUrl: params.cancel_url ?? null,
      clientReferenceId: params.client_reference_id ?? null,
      customerEmail: params.customer_email ?? null,
      metadata: params.metadata ?? {},
      intentMetadata: params.payment_intent_data?.metadata ?? {},
      status: 'open',
      paymentIntent: null,
    };
    this.sessions.set(session.id, session);
    return session;
  }

  /** The checkout session now: one whose time is over becomes expired, and emits that once. */
  session(id: string): StripeSession {
    const found = this.sessions.get(id);
    if (!found) throw missing('checkout.session', id, 'session');
    return found.status === 'open' && found.expiresAt <= this.#now() ? this.#expire(found) : found;
  }

  expireSession(id: string): StripeSession {
    const session = this.session(id);
    if (session.status === 'open') return this.#expire(session);
    throw new StripeRefusal(400, {
      type: 'invalid_request_error',
      message: `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${session.status}\`.`,
    });
  }

  /** Pays a checkout session with a card, as the button on the checkout page does. */
  pay(sessionId: string, card: TestCard): PayResult {
    const session = this.sessions.has(sessionId) ? this.session(sessionId) : undefined;
    if (session?.status !== 'open') return { kind: 'closed' };
    const { outcome } = card;
    const known = session.paymentIntent === null ? undefined : this.intents.get(session.paymentIntent);
    const intent = known ?? this.#addIntent(session);
    if (outcome.kind === 'declined') return this.#decline(intent, card, outcome);
    if (outcome.kind !== 'authentication') return this.#succeed(session, intent, card);
    const waiting: StripeIntent = { ...intent, status: 'requires_action', lastError: null };
    this.intents.set(waiting.id, waiting);
    this.#waiting.set(waiting.id, { sessionId, card });
    this.#options.emit([['payment_intent.requires_action', writeIntent(waiting)]]);
    return { kind: 'authentication', intent: waiting };
  }

  /** Answers the bank's authentication. */
  authenticate(intentId: string, isOwner: boolean): PayResult {
    const waiting = this.#waiting.get(intentId);
    const intent = this.intents.get(intentId);
    this.#waiting.delete(intentId);
    if (!waiting || !intent) return { kind: 'closed' };
    const session = this.session(waiting.sessionId);
    if (session.status !== 'open') return { kind: 'closed' };
    if (isOwner) return this.#succeed(session, intent, waiting.card);
    return this.#decline(intent, waiting.card, {
      code: 'payment_intent_authentication_failure',
      message:
        'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
    });
  }

  refund(wish: {
    readonly paymentIntent: string | undefined;
    readonly charge: string | undefined;
    readonly amount: number | undefined;
    readonly reason: string | undefined;
    readonly metadata: Readonly<Record<string, string>> | undefined;
  }): StripeRefund {
    const charge = this.#chargeOf(wish.paymentIntent, wish.charge);
    const left = charge.amount - charge.amountRefunded;
    if (left === 0) {
      throw new StripeRefusal(400, {
        type: 'invalid_request_error',
        code: 'charge_already_refunded',
        message: `Charge ${charge.id} has already been refunded.`,
      });
    }
    const amount = wish.amount ?? left;
    if (amount < 1) throw invalidParameter('amount', 'Invalid positive integer', 'parameter_invalid_integer');
    if (amount > left) {
      const { currency } = charge;
      throw invalidParameter(
        'amount',
        `Refund amount (${shown(amount, currency)}) is greater than unrefunded amount on charge (${shown(left, currency)})`,
      );
    }
    const refund: StripeRefund = {
      id: makeId('re'),
      created: this.#now(),
      amount,
      currency: charge.currency,
      charge: charge.id,
      paymentIntent: charge.paymentIntent,
      reason: wish.reason ?? null,
      metadata: wish.metadata ?? {},
    };
    this.refunds.set(refund.id, refund);
    const refunded = { ...charge, amountRefunded: charge.amountRefunded + amount };
    this.charges.set(charge.id, refunded);
    this.#options.emit([['charge.refunded', writeCharge(refunded)]]);
    return refund;
  }

  /** Disputes a charge, as the card's owner does at the bank. */
  dispute(chargeId: string): StripeDispute {
    const charge = this.charges.get(chargeId);
    if (!charge) throw missing('charge', chargeId);
    const disputed = { ...charge, disputed: true };
    this.charges.set(charge.id, disputed);
    const { amount, currency, paymentIntent } = charge;
    const dispute = { id: makeId('du'), created: this.#now(), amount, currency, charge: charge.id, paymentIntent };
    this.#options.emit([['charge.dispute.created', writeDispute(dispute)]]);
    return dispute;
  }

  intent(id: string): StripeIntent {
    const found = this.intents.get(id);
    if (!found) throw missing('payment_intent', id, 'intent');
    return found;
  }

  charge(id: string): StripeCharge {
    const found = this.charges.get(id);
    if (!found) throw missing('charge', id);
    return found;
  }

  /** Latest first. */
  refundsOf(filter: {
    readonly paymentIntent: string | undefined;
    readonly charge: string | undefined;
  }): StripeRefund[] {
    return [...this.refunds.values()]
      .filter((refund) => filter.paymentIntent === undefined || refund.paymentIntent === filter.paymentIntent)
      .filter((refund) => filter.charge === undefined || refund.charge === filter.charge)
      .reverse();
  }

  #expire(session: StripeSession): StripeSession {
    const expired: StripeSession = { ...session, status: 'expired' };
    this.sessions.set(session.id, expired);
    this.#options.emit([['checkout.session.expired', this.write(expired)]]);
    return expired;
  }

  #addIntent(session: StripeSession): StripeIntent {
    const intent: StripeIntent = {
      id: makeId('pi'),
      created: this.#now(),
      amount: session.amount,
      currency: session.currency,
      status: 'requires_payment_method',
      latestCharge: null,
      lastError: null,
      metadata: session.intentMetadata,
    };
    this.intents.set(intent.id, intent);
    this.sessions.set(session.id, { ...session, paymentIntent: intent.id });
    this.#options.emit([['payment_intent.created', writeIntent(intent)]]);
    return intent;
  }

  #addCharge(intent: StripeIntent, card: TestCard, status: StripeCharge['status']): StripeCharge {
    const charge: StripeCharge = {
      id: makeId('ch'),
      created: this.#now(),
      amount: intent.amount,
      amountRefunded: 0,
      currency: intent.currency,
      paymentIntent: intent.id,
      status,
      last4: card.number.slice(-4),
      disputed: false,
      metadata: intent.metadata,
    };
    this.charges.set(charge.id, charge);
    return charge;
  }

  #decline(intent: StripeIntent, card: TestCard, lastError: NonNullable<StripeIntent['lastError']>): PayResult {
    const charge = this.#addCharge(intent, card, 'failed');
    const { code, declineCode, message } = lastError;
    const failed: StripeIntent = {
      ...intent,
      status: 'requires_payment_method',
      latestCharge: charge.id,
      lastError: { code, message, ...(declineCode !== undefined && { declineCode }) },
    };
    this.intents.set(failed.id, failed);
    this.#options.emit([
      ['charge.failed', writeCharge(charge)],
      ['payment_intent.payment_failed', writeIntent(failed)],
    ]);
    return { kind: 'declined', message };
  }

  #succeed(session: StripeSession, intent: StripeIntent, card: TestCard): PayResult {
    const charge = this.#addCharge(intent, card, 'succeeded');
    const paid: StripeIntent = { ...intent, status: 'succeeded', latestCharge: charge.id, lastError: null };
    const complete: StripeSession = { ...session, status: 'complete', paymentIntent: paid.id };
    this.intents.set(paid.id, paid);
    this.sessions.set(complete.id, complete);
    this.#options.emit([
      ['charge.succeeded', writeCharge(charge)],
      ['payment_intent.succeeded', writeIntent(paid)],
      ['checkout.session.completed', this.write(complete)],
    ]);
    if (card.outcome.kind === 'disputed') this.dispute(charge.id);
    return { kind: 'paid', session: complete };
  }

  #chargeOf(paymentIntent: string | undefined, chargeId: string | undefined): StripeCharge {
    if ((paymentIntent === undefined) === (chargeId === undefined)) {
      throw new StripeRefusal(400, {
        type: 'invalid_request_error',
        message: 'One of the following params should be provided for this request: payment_intent or charge.',
      });
    }
    if (chargeId !== undefined) return this.charge(chargeId);
    const { id, latestCharge, status } = this.intent(paymentIntent ?? '');
    if (status === 'succeeded' && latestCharge !== null) return this.charge(latestCharge);
    throw new StripeRefusal(400, {
      type: 'invalid_request_error',
      message: `This PaymentIntent (${id}) does not have a successful charge to refund.`,
    });
  }

  /** A session as Stripe writes it. */
  write(session: StripeSession): Written {
    return writeSession(session, this.#options.addressOf(session.id));
  }

  #now(): number {
    return Math.floor(this.#options.clock.now() / 1000);
  }
}

function makeId(prefix: string): string {
  return `${prefix}_${crypto.randomUUID().replaceAll('-', '')}`;
}
