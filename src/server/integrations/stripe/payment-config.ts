import type { StripeConfig } from './stripe-gateway.ts';

/** How a server is paid. */
export interface PaymentConfig {
  readonly stripe: StripeConfig;
  /** Origins of the pages that a checkout may come back to. */
  readonly returnOrigins: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads how the server is paid: `STRIPE_SECRET_KEY`, `STRIPE_WEBHOOK_SECRET`, and `PAYMENT_RETURN_ORIGINS` (separated by
 * blanks or commas). `undefined` when no key is set: nothing is sold. Throws when only one of the two secrets is set, one does
 * not look like one, or an origin is none.
 */
export function paymentConfigFromEnv(env: Environment): PaymentConfig | undefined {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret, STRIPE_API_URL: apiUrl } = env;
  if (!secretKey && !webhookSecret) return undefined;
  // What was set is never repeated: it may be a secret.
  if (!secretKey || !/^(sk|rk)_/.test(secretKey)) {
    throw new Error('STRIPE_SECRET_KEY must be set beside STRIPE_WEBHOOK_SECRET, and begin with sk_ or rk_');
  }
  if (!webhookSecret?.startsWith('whsec_')) {
    throw new Error('STRIPE_WEBHOOK_SECRET must be set beside STRIPE_SECRET_KEY, and begin with whsec_');
  }
  return {
    stripe: { secretKey, webhookSecret, ...(apiUrl && { apiUrl }) },
    returnOrigins: (env.PAYMENT_RETURN_ORIGINS ?? '')
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(readOrigin),
  };
}

function readOrigin(text: string): string {
  if (URL.canParse(text) && new URL(text).origin === text) return text;
  throw new Error(`PAYMENT_RETURN_ORIGINS ${text}: must be an origin such as https://www.example.com`);
}
