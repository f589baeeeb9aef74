import Stripe from 'stripe';
import { afterEach } from 'vitest';
import { createMockClock, type MockClock } from '../../../src/mock/clock.ts';
import { STRIPE_API_VERSION, StripeStandIn } from '../../../src/mock/providers/stripe/stripe-stand-in.ts';
import { type NodeHost, serve } from '../../../src/server/hosts/node.ts';

export const SECRET_KEY = 'sk_test_the_key_of_a_stand_in';
export const WEBHOOK_SECRET = 'whsec_the_secret_of_a_stand_in';

const hosts: NodeHost[] = [];

afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.stop()));
});

export interface StripeWorld {
  readonly standIn: StripeStandIn;
  readonly stripe: Stripe;
  readonly clock: MockClock;
  readonly url: string;
  /** Presses "Pay" on the checkout page; what came back, redirects not followed. */
  pay(sessionUrl: string, card?: string): Promise<Response>;
  /** Answers the bank's question on the page that `pay` showed. */
  authenticate(sessionUrl: string, page: string, answer: 'yes' | 'no'): Promise<Response>;
}

/** The stand-in on a port of its own, and Stripe's own package talking to it. */
export async function stripeWorld(start = '2025-11-05T10:30:00Z'): Promise<StripeWorld> {
  const clock = createMockClock(start);
  let standIn: StripeStandIn | undefined;
  const host = await serve(async (request) => standIn?.fetch(request) ?? new Response(null, { status: 503 }), {
    port: 0,
    idleGraceMs: 0,
  });
  hosts.push(host);
  standIn = new StripeStandIn({ baseUrl: host.url, secretKey: SECRET_KEY, clock });
  const stripe = new Stripe(SECRET_KEY, {
    apiVersion: STRIPE_API_VERSION,
    protocol: 'http',
    host: '127.0.0.1',
    port: host.port,
    maxNetworkRetries: 0,
    telemetry: false,
  });
  const post = (url: string, form: Record<string, string>) =>
    fetch(url, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
  return {
    standIn,
    stripe,
    clock,
    url: host.url,
    pay: (sessionUrl, number = '4242 4242 4242 4242') => post(sessionUrl, { number, pay: 'yes' }),
    authenticate: (sessionUrl, page, answer) =>
      post(sessionUrl, { intent: /name="intent" value="([^"]+)"/.exec(page)?.[1] ?? '', authenticate: answer }),
  };
}

/** What a booking page asks of Stripe. */
export const SESSION = {
  mode: 'payment',
  line_items: [
    {
      quantity: 1,
      price_data: { currency: 'eur', unit_amount: 9000, product_data: { name: '60 min with Ana Keller' } },
    },
  ],
  success_url: 'https://coach.example/book?paid={CHECKOUT_SESSION_ID}',
  cancel_url: 'https://coach.example/book',
  client_reference_id: 'booking-1',
  metadata: { booking_id: 'booking-1' },
  payment_intent_data: { metadata: { booking_id: 'booking-1' } },
} satisfies Stripe.Checkout.SessionCreateParams;
