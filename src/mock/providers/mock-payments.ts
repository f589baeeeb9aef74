import type { PaymentOptions } from '../../server/http/server.ts';
import { paymentConfigFromEnv } from '../../server/integrations/stripe/payment-config.ts';
import { createStripeGateway } from '../../server/integrations/stripe/stripe-gateway.ts';
import type { Clock } from '../../server/ports.ts';
import { StripeStandIn } from './stripe/stripe-stand-in.ts';

/** Options of a mock server's payments. */
interface MockPaymentsOptions {
  /** The mock server's address for browsers, without a slash at the end: `http://localhost:8000`. */
  readonly origin: string;
  /** Origins of pages that a checkout may return to. */
  readonly returnOrigins: readonly string[];
  /** Real keys, as for the server itself: with them the real Stripe is used. @default none */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export interface MockPayments {
  /** For `createMockServer({ payments })`. */
  readonly payments: (parts: { readonly clock: Clock }) => PaymentOptions;
  /** Answers the stand-in's own page and calls; undefined for other paths. */
  answer(request: Request): Promise<Response | undefined>;
  /** The stand-in; undefined with real keys, and until the server is made. */
  readonly standIn: StripeStandIn | undefined;
}

/** The keys of the stand-in, which protect nothing. */
const SECRET_KEY = 'sk_test_of_the_stand_in_no_secret_at_all';
const WEBHOOK_SECRET = 'whsec_of_the_stand_in_no_secret_at_all';

/** Payments for a mock server: the stand-in for Stripe below `/stand-in/stripe`, unless real keys are given. */
export function createMockPayments({ origin, returnOrigins, env = {} }: MockPaymentsOptions): MockPayments {
  const baseUrl = `${origin}/stand-in/stripe`;
  const { pathname } = new URL(baseUrl);
  const real = paymentConfigFromEnv(env);
  let standIn: StripeStandIn | undefined;
  return {
    payments({ clock }) {
      if (real) {
        return {
          gateway: createStripeGateway(real.stripe),
          returnOrigins: [...new Set([...real.returnOrigins, ...returnOrigins])],
        };
      }
      const made = new StripeStandIn({ baseUrl, secretKey: SECRET_KEY, clock });
      made.webhooks.endpoint = { url: `${origin}/payment/webhook`, secret: WEBHOOK_SECRET };
      standIn = made;
      const gateway = createStripeGateway({
        secretKey: SECRET_KEY,
        webhookSecret: WEBHOOK_SECRET,
        apiUrl: baseUrl,
        fetch: (input, init) => made.fetch(new Request(input, init)),
      });
      return { gateway, returnOrigins };
    },
    answer: async (request) =>
      standIn && new URL(request.url).pathname.startsWith(`${pathname}/`) ? standIn.fetch(request) : undefined,
    get standIn() {
      return standIn;
    },
  };
}
