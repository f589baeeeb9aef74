import type Stripe from 'stripe';
import { fromChargeAmount } from '../../../domain/money/charge-amount.ts';
import type { CheckoutState, PaymentEvent, PaymentGateway } from '../../payments/payment-gateway.ts';

/** The version of Stripe's API that this code was written for, sent with every request. */
const STRIPE_VERSION = '2026-10-28.endive';

/** How to reach Stripe. */
export interface StripeConfig {
  /** `sk_…` */
  readonly secretKey: string;
  /** `whsec_…` */
  readonly webhookSecret: string;
  /** An address other than Stripe's own: `http://127.0.0.1:8000/stand-in/stripe`. */
  readonly apiUrl?: string;
  /** @default the platform's */
  readonly fetch?: typeof globalThis.fetch;
  /** @default 2 */
  readonly retries?: number;
}

/** Signatures older than this are refused, so that a stolen one is soon useless; seconds. */
const TOLERANCE_S = 300;

/**
 * Payments through Stripe Checkout. The package `stripe` is loaded by the first call, which rejects with a sentence that names it
 * when it is not installed.
 */
export function createStripeGateway(config: StripeConfig): PaymentGateway {
  let loading: Promise<Stripe> | undefined;
  const stripe = (): Promise<Stripe> => {
    loading ??= loadStripe(config);
    return loading;
  };

  return {
    async openCheckout(wish) {
      const metadata = { booking_id: wish.bookingId, payment_id: wish.paymentId };
      const session = await (await stripe()).checkout.sessions.create(
        {
          mode: 'payment',
          line_items: [
            {
              quantity: 1,
              price_data: {
                currency: wish.currency,
                unit_amount: wish.amount,
                product_data: { name: wish.title, ...(wish.description && { description: wish.description }) },
              },
            },
          ],
          success_url: wish.successUrl,
          cancel_url: wish.cancelUrl,
          client_reference_id: wish.bookingId,
          ...(wish.email && { customer_email: wish.email }),
          expires_at: Math.floor(wish.expiresAt / 1000),
          metadata,
          payment_intent_data: { metadata },
        },
        { idempotencyKey: wish.key },
      );
      return readSession(session);
    },

    async findCheckout(sessionId) {
      return readSession(await (await stripe()).checkout.sessions.retrieve(sessionId));
    },

    async closeCheckout(sessionId) {
      const { sessions } = (await stripe()).checkout;
      try {
        // A key of its own for each call: Stripe repeats a 500 for the same key for a day, and closing twice does no harm.
        const idempotencyKey = `close-${sessionId}-${crypto.randomUUID()}`;
        return readSession(await sessions.expire(sessionId, {}, { idempotencyKey }));
      } catch (error) {
        // The checkout was just paid, or has expired: read its present state.
        const now = readSession(await sessions.retrieve(sessionId));
        if (now.status === 'open') throw error;
        return now;
      }
    },

    async refund({ refundId, attempt, intentId, paymentId, amount }) {
      const { refunds } = await stripe();
      if (attempt !== 'first') {
        // Stripe repeats a 500 for the same key for a day, so each attempt needs its own key; refunds of earlier attempts are
        // looked up first.
        const { data } = await refunds.list({ payment_intent: intentId, limit: 100 });
        if (data.some(({ metadata }) => metadata?.refund_id === refundId)) return;
      }
      await refunds.create(
        { payment_intent: intentId, amount, metadata: { payment_id: paymentId, refund_id: refundId } },
        { idempotencyKey: `refund-${refundId}-${attempt}` },
      );
    },

    async readEvent(body, signature, now) {
      const { webhooks } = await stripe();
      try {
        const event = await webhooks.constructEventAsync(
          body,
          signature,
          config.webhookSecret,
          TOLERANCE_S,
          undefined,
          now,
        );
        return { id: event.id, type: event.type, event: readEvent(event) };
      } catch {
        // A wrong or old signature, or no JSON: Stripe did not send this now.
        return undefined;
      }
    },
  };
}

async function loadStripe({ secretKey, apiUrl, fetch, retries = 2 }: StripeConfig): Promise<Stripe> {
  const { default: Package } = await import('stripe').catch((cause: unknown) => {
    throw new Error('Payments need the package "stripe": npm install stripe@23', { cause });
  });
  const url = apiUrl === undefined ? undefined : new URL(apiUrl);
  const send = fetch ?? globalThis.fetch;
  return new Package(secretKey, {
    apiVersion: STRIPE_VERSION,
    maxNetworkRetries: retries,
    timeout: 20_000,
    telemetry: false,
    httpClient: Package.createFetchHttpClient((input, init) => send(withPath(input, url), init)),
    ...(url && {
      host: url.hostname,
      port: url.port || (url.protocol === 'https:' ? '443' : '80'),
      protocol: url.protocol === 'https:' ? 'https' : 'http',
    }),
  });
}

/** The package only takes host and port: a path before `/v1` is added here. */
function withPath(input: string | URL | Request, url: URL | undefined): string | URL | Request {
  const path = url?.pathname.replace(/\/$/, '') ?? '';
  if (path === '' || input instanceof Request) return input;
  const target = new URL(input);
  target.pathname = path + target.pathname;
  return target;
}

function readSession(session: Stripe.Checkout.Session): CheckoutState {
  return {
    sessionId: session.id,
    status: statusOf(session),
    isPaid: session.payment_status === 'paid',
    intentId: idOf(session.payment_intent),
    url: session.url,
  };
}

function readEvent(event: Stripe.Event): PaymentEvent {
  switch (event.type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded': {
      const { metadata, payment_status, payment_intent } = event.data.object;
      const paymentId = metadata?.payment_id;
      if (paymentId === undefined || payment_status !== 'paid') return { kind: 'other' };
      return { kind: 'paid', paymentId, intentId: idOf(payment_intent) };
    }
    case 'checkout.session.expired': {
      const { metadata, id } = event.data.object;
      const paymentId = metadata?.payment_id;
      return paymentId === undefined ? { kind: 'other' } : { kind: 'expired', paymentId, sessionId: id };
    }
    case 'payment_intent.succeeded': {
      const { metadata, id } = event.data.object;
      const paymentId = metadata.payment_id;
      return paymentId === undefined ? { kind: 'other' } : { kind: 'paid', paymentId, intentId: id };
    }
    case 'payment_intent.payment_failed': {
      const paymentId = event.data.object.metadata.payment_id;
      return paymentId === undefined ? { kind: 'other' } : { kind: 'failed', paymentId };
    }
    case 'charge.refunded': {
      const { metadata, amount_refunded, currency } = event.data.object;
      const paymentId = metadata.payment_id;
      if (paymentId === undefined) return { kind: 'other' };
      return {
        kind: 'refunded',
        paymentId,
        returned: fromChargeAmount(amount_refunded, currency),
        currency: currency.toUpperCase(),
      };
    }
    case 'charge.dispute.created': {
      const intentId = idOf(event.data.object.payment_intent);
      return intentId === null ? { kind: 'other' } : { kind: 'disputed', intentId };
    }
    default:
      return { kind: 'other' };
  }
}

function idOf(reference: string | { readonly id: string } | null | undefined): string | null {
  if (reference === null || reference === undefined) return null;
  return typeof reference === 'string' ? reference : reference.id;
}

/** An unknown status counts as open, so it is requested again. */
function statusOf({ status }: Stripe.Checkout.Session): CheckoutState['status'] {
  if (status === 'complete') return 'complete';
  return status === 'expired' ? 'expired' : 'open';
}
