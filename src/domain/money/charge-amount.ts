import type { Price } from '../../contract/values.ts';
import { minorDigits } from './minor-digits.ts';

/** Stripe counts these in whole units although ISO 4217 has a smaller one (docs.stripe.com/currencies#zero-decimal). */
const WHOLE_AT_STRIPE = new Set(['MGA']);
/** Stripe counts these in hundredths although ISO 4217 has none (docs.stripe.com/currencies#special-cases). */
const HUNDREDTHS_AT_STRIPE = new Set(['ISK', 'UGX']);

/** An amount as Stripe counts it. */
export interface ChargeAmount {
  readonly amount: number;
  /** In lower case. */
  readonly currency: string;
}

/** A price as Stripe counts it; `undefined` when Stripe cannot charge it to the last digit. */
export function chargeAmount({ amount, currency }: Price): ChargeAmount | undefined {
  if (amount % chargeStep(currency) !== 0) return undefined;
  const factor = stripeFactor(currency);
  return { amount: factor < 1 ? Math.round(amount * factor) : amount * factor, currency: currency.toLowerCase() };
}

/** An amount as Stripe counts it, converted to the currency's minor unit. */
export function fromChargeAmount(amount: number, currency: string): number {
  return Math.round(amount / stripeFactor(currency.toUpperCase()));
}

/** The smallest amount, in the minor unit, that Stripe charges or refunds: 10 for currencies with thousandths, 100 for MGA, else 1. */
export function chargeStep(currency: string): number {
  if (WHOLE_AT_STRIPE.has(currency)) return 10 ** minorDigits(currency);
  return minorDigits(currency) === 3 ? 10 : 1;
}

function stripeFactor(currency: string): number {
  if (HUNDREDTHS_AT_STRIPE.has(currency)) return 100;
  return WHOLE_AT_STRIPE.has(currency) ? 1 / 10 ** minorDigits(currency) : 1;
}
