import type { SessionTypeBody } from '../../../src/contract/session-type.ts';
import { type MockServerOptions, seed } from '../../../src/mock/index.ts';
import { StripeStandIn } from '../../../src/mock/providers/stripe/stripe-stand-in.ts';
import { createStripeGateway } from '../../../src/server/integrations/stripe/stripe-gateway.ts';
import type { PaymentGateway } from '../../../src/server/payments/payment-gateway.ts';
import type { Store } from '../../../src/server/ports.ts';
import { type OnHttp, type Reply, startOnHttp } from '../on-http.ts';

export const STAND_IN = 'http://stripe.test/stand-in/stripe';
const SECRET_KEY = 'sk_test_of_the_tests';
export const WEBHOOK_SECRET = 'whsec_of_the_tests';
const PAGE = 'https://coach.example';
export const RETURN = { success_url: `${PAGE}/book?paid=1`, cancel_url: `${PAGE}/book` };

/** An hour for €90, booked at once when it is paid. */
export const HOUR: SessionTypeBody = {
  name: 'A session of an hour',
  minutes: 60,
  price: { amount: 9000, currency: 'EUR' },
  confirmation: 'instant',
  hold_minutes: 15,
  refunds: { full_until_minutes: 1440, part: { until_minutes: 120, percent: 50 } },
};

export interface Selling extends OnHttp {
  readonly stripe: StripeStandIn;
  readonly client: string;
  readonly rival: string;
  readonly coach: string;
  /** Adds a session type of Ana's. */
  addType(body?: Partial<SessionTypeBody>): Promise<{ readonly id: string }>;
  /** Books it at this time; the reply. */
  book(typeId: string, at?: string, token?: string, minutes?: number): Promise<Reply>;
  checkout(bookingId: string, token?: string, urls?: object): Promise<Reply>;
  /** Presses "Pay" on the checkout page, and waits until the webhooks have arrived. */
  pay(url: string, card?: string): Promise<Response>;
  /** What a client reads of a booking. */
  booking(id: string): Promise<Reply['body']>;
  payment(id: string, token?: string): Promise<Reply>;
  /** Sends an event to the webhook, signed by the stand-in. */
  send(payload: string, secret?: string, at?: number): Promise<Reply>;
}

/** The server, the stand-in for Stripe, and webhooks between them over HTTP. `wrap` puts something before the gateway. */
export async function startSelling(
  options: {
    readonly wrap?: (gateway: PaymentGateway) => PaymentGateway;
    readonly withoutKeys?: boolean;
    readonly store?: Store;
    /** The account at Stripe of another server. */
    readonly stripe?: StripeStandIn;
    readonly mail?: NonNullable<MockServerOptions['mail']>;
    /** Of the mock. */
    readonly server?: Pick<MockServerOptions, 'calendars' | 'clock' | 'publicUrl' | 'webhooks'>;
  } = {},
): Promise<Selling> {
  let stripe: StripeStandIn | undefined;
  const server = await startOnHttp({
    ...options.server,
    ...(options.store && { store: options.store }),
    ...(options.mail && { mail: options.mail }),
    ...(!options.withoutKeys && {
      payments: ({ clock }) => {
        const made = options.stripe ?? new StripeStandIn({ baseUrl: STAND_IN, secretKey: SECRET_KEY, clock });
        stripe = made;
        const gateway = createStripeGateway({
          secretKey: SECRET_KEY,
          webhookSecret: WEBHOOK_SECRET,
          apiUrl: STAND_IN,
          retries: 0,
          fetch: (input, init) => made.fetch(new Request(input, init)),
        });
        return { gateway: options.wrap?.(gateway) ?? gateway, returnOrigins: [PAGE] };
      },
    }),
  });
  const [client, rival, coach] = await Promise.all(
    [seed.client.email, seed.rival.email, seed.coach.email].map((email) => server.logIn(email)),
  );
  const standIn = stripe ?? new StripeStandIn({ baseUrl: STAND_IN, secretKey: SECRET_KEY, clock: server.mock.clock });
  standIn.webhooks.rules.retriesMs = [1, 1];
  standIn.webhooks.endpoint = { url: `${server.url}/payment/webhook`, secret: WEBHOOK_SECRET };
  const tokens = { client: client ?? '', rival: rival ?? '', coach: coach ?? '' };
  return {
    ...server,
    ...tokens,
    stripe: standIn,
    async addType(body = {}) {
      const path = `/coaches/${seed.coach.id}/session-types`;
      return (await server.call('POST', path, { token: tokens.coach, json: { ...HOUR, ...body } })).body;
    },
    book: (typeId, at = '2025-11-20T10:00:00Z', token = tokens.client, minutes = 60) =>
      server.call('POST', '/booking', {
        token,
        json: { coach_id: seed.coach.id, session_datetime: at, duration_minutes: minutes, session_type_id: typeId },
      }),
    checkout: (booking_id, token = tokens.client, urls = RETURN) =>
      server.call('POST', '/payment/checkout', { token, json: { booking_id, ...urls } }),
    async pay(url, number = '4242424242424242') {
      const page = await standIn.fetch(
        new Request(url, { method: 'POST', body: new URLSearchParams({ number, pay: 'yes' }) }),
      );
      await standIn.webhooks.idle();
      return page;
    },
    booking: async (id) => (await server.call('GET', `/booking/${id}`, { token: tokens.client })).body,
    payment: (id, token = tokens.client) => server.call('GET', `/payment/${id}`, { token }),
    async send(payload, secret = WEBHOOK_SECRET, at = Math.floor(server.mock.clock.now() / 1000)) {
      const response = await fetch(`${server.url}/payment/webhook`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'stripe-signature': await standIn.webhooks.sign(payload, secret, at),
        },
        body: payload,
      });
      return { status: response.status, headers: response.headers, body: await response.json() };
    },
  };
}

/** Stripe says "expired", and the money comes all the same: a bank that was slow. */
export function slowBank(gateway: PaymentGateway): PaymentGateway {
  const lie = (sessionId: string) =>
    ({ sessionId, status: 'expired', isPaid: false, intentId: null, url: null }) as const;
  return { ...gateway, findCheckout: async (id) => lie(id), closeCheckout: async (id) => lie(id) };
}

/** A process that is killed when Stripe has opened the checkout, or made the refund: nothing comes after that. `bury` ends what waits. */
export function killedAfterAnswer(): { readonly wrap: (gateway: PaymentGateway) => PaymentGateway; bury(): void } {
  let bury = (): void => undefined;
  const never = new Promise<never>((_, reject) => {
    bury = () => reject(new Error('killed'));
  });
  return {
    wrap: (gateway) => ({
      ...gateway,
      openCheckout: (wish) => gateway.openCheckout(wish).then(() => never),
      refund: (wish) => gateway.refund(wish).then(() => never),
    }),
    bury: () => bury(),
  };
}
