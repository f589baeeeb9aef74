import type { StripeConfig } from './stripe-gateway.ts';

/** The settings of online payment. */
export interface PaymentConfig {
  readonly stripe: StripeConfig;
  /** Origins of the pages that a checkout may come back to. */
  readonly returnOrigins: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings of online payment: `STRIPE_SECRET_KEY`, `STRIPE_WEBHOOK_SECRET`, and `PAYMENT_RETURN_ORIGINS` (separated by
 * blanks or commas). Undefined when no key is set: nothing is sold online. Throws when only one of the two secrets is set, or a
 * secret or an origin is invalid.
 */
export function paymentConfigFromEnv(env: Environment): PaymentConfig | undefined {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret, STRIPE_API_URL: apiUrl } = env;
  if (!secretKey && !webhookSecret) return undefined;
  // The message does not contain the value, which may be a secret.
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
