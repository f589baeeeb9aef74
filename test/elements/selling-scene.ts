// The gateway loads it with its first call: on a busy machine that takes longer than a test waits.
import 'stripe';
import { flowEndpoints } from '../../src/contract/endpoints/flow.ts';
import { paymentEndpoints } from '../../src/contract/endpoints/payments.ts';
import { sessionTypeEndpoints } from '../../src/contract/endpoints/session-types.ts';
import type { Booking } from '../../src/contract/index.ts';
import type { SessionType, SessionTypeBody } from '../../src/contract/session-type.ts';
import { createBookingClient } from '../../src/core/client/client.ts';
import { createMockServer, type MockServer } from '../../src/mock/index.ts';
import { StripeStandIn } from '../../src/mock/providers/stripe/stripe-stand-in.ts';
import { createStripeGateway } from '../../src/server/integrations/stripe/stripe-gateway.ts';

export const API = 'https://api.example.com';
const STAND_IN = 'https://stripe.test/stand-in/stripe';
const SECRET_KEY = 'sk_test_of_the_tests';
const WEBHOOK_SECRET = 'whsec_of_the_tests';

/** An hour for €90: everything back until a day before, half of it until two hours before. */
const HOUR: SessionTypeBody = {
  name: 'A session of an hour',
  minutes: 60,
  price: { amount: 9000, currency: 'EUR' },
  confirmation: 'instant',
  refunds: { full_until_minutes: 1440, part: { until_minutes: 120, percent: 50 } },
};

/** A server that sells, with the stand-in for Stripe behind it. */
export interface Shop {
  readonly mock: MockServer;
  readonly stripe: StripeStandIn;
  readonly fetch: (request: Request) => Promise<Response>;
  /** Adds a session type of Ana's. */
  addType(body?: Partial<SessionTypeBody>): Promise<SessionType>;
  /** Books it as the seeded client; held until it is paid. */
  hold(typeId: string, at?: string): Promise<Booking>;
  /** Pays for a booking at the stand-in, and waits until the server was told. */
  pay(bookingId: string): Promise<void>;
  /** Presses "Pay" at an open checkout. */
  payAt(url: string, card?: string): Promise<Response>;
}

/** Opens a shop at half past ten on 5 November 2025 (UTC). */
export function openShop(): Shop {
  let stripe: StripeStandIn | undefined;
  const mock = createMockServer({
    clock: '2025-11-05T10:30:00Z',
    payments: ({ clock }) => {
      const made = new StripeStandIn({ baseUrl: STAND_IN, secretKey: SECRET_KEY, clock });
      stripe = made;
      const gateway = createStripeGateway({
        secretKey: SECRET_KEY,
        webhookSecret: WEBHOOK_SECRET,
        apiUrl: STAND_IN,
        retries: 0,
        fetch: (input, init) => made.fetch(new Request(input, init)),
      });
      return { gateway, returnOrigins: [location.origin] };
    },
  });
  if (!stripe) throw new Error('The server has made no payments');
  const standIn = stripe;
  const fetch = (request: Request) => mock.fetch(request);
  standIn.webhooks.endpoint = {
    url: `${API}/payment/webhook`,
    secret: WEBHOOK_SECRET,
    fetch: (input, init) => mock.fetch(new Request(input, init)),
  };
  const clientOf = async (email: string) => {
    const client = createBookingClient({ api: API, fetch }).with({
      ...flowEndpoints,
      ...paymentEndpoints,
      ...sessionTypeEndpoints,
    });
    await client.signIn.logIn({ email, password: 'password123' });
    return client;
  };
  const payAt = async (url: string, number = '4242424242424242') => {
    const body = new URLSearchParams({ number, pay: 'yes' });
    const page = await standIn.fetch(new Request(url, { method: 'POST', body }));
    await standIn.webhooks.idle();
    return page;
  };
  return {
    mock,
    stripe: standIn,
    fetch,
    addType: async (body = {}) =>
      (await clientOf('coach@example.com')).createSessionType({
        params: { coach_id: mock.seed.coaches.ana },
        body: { ...HOUR, ...body },
      }),
    hold: async (session_type_id, session_datetime = '2025-11-20T10:00:00Z') =>
      (await clientOf('client@example.com')).createBooking({
        body: { coach_id: mock.seed.coaches.ana, session_datetime, session_type_id },
      }),
    async pay(booking_id) {
      const client = await clientOf('client@example.com');
      const page = `${location.origin}/book`;
      const { url } = await client.createCheckout({ body: { booking_id, success_url: page, cancel_url: page } });
      await payAt(url);
    },
    payAt,
  };
}
