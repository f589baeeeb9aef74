/** Currencies without a smaller unit at Stripe (docs.stripe.com/currencies#zero-decimal). */
const ZERO_DECIMAL = new Set([
  'bif',
  'clp',
  'djf',
  'gnf',
  'jpy',
  'kmf',
  'krw',
  'mga',
  'pyg',
  'rwf',
  'vnd',
  'vuv',
  'xaf',
  'xof',
  'xpf',
]);
/** Currencies with thousandths; Stripe accepts amounts whose last digit is 0 (docs.stripe.com/currencies#three-decimal). */
const THREE_DECIMAL = new Set(['bhd', 'jod', 'kwd', 'omr', 'tnd']);
/** Without a minor unit, but written with two decimals that must be 00 (docs.stripe.com/currencies#special-cases). */
const WHOLE_UNITS = new Set(['isk', 'ugx']);

/** The smallest charge, in Stripe's unit (docs.stripe.com/currencies#minimum-and-maximum-charge-amounts). */
const MINIMUM: Readonly<Record<string, number>> = {
  aed: 200,
  aud: 50,
  brl: 50,
  cad: 50,
  chf: 50,
  czk: 1500,
  dkk: 250,
  eur: 50,
  gbp: 30,
  hkd: 400,
  huf: 17_500,
  inr: 50,
  jpy: 50,
  mxn: 1000,
  myr: 200,
  nok: 300,
  nzd: 50,
  pln: 200,
  ron: 200,
  sek: 300,
  sgd: 50,
  thb: 1000,
  usd: 50,
};
const MAXIMUM = 99_999_999;

/** The fault of charging this amount, with Stripe's sentence and code; undefined when there is none. */
export function amountFault(
  amount: number,
  currency: string,
): { readonly code: string; readonly message: string } | undefined {
  if (amount > MAXIMUM) return { code: 'amount_too_large', message: 'Amount must be no more than 999,999.99' };
  if (amount < (MINIMUM[currency] ?? 1)) {
    return {
      code: 'amount_too_small',
      message: `The Checkout Session's total amount due must add up to at least ${shown(MINIMUM[currency] ?? 1, currency)}`,
    };
  }
  const mustEndIn = THREE_DECIMAL.has(currency) ? 10 : WHOLE_UNITS.has(currency) ? 100 : 1;
  if (amount % mustEndIn === 0) return undefined;
  return { code: 'invalid_amount', message: `Amounts in ${currency.toUpperCase()} must be divisible by ${mustEndIn}` };
}

/** An amount in Stripe's unit, for people: `€90.00`. */
export function shown(amount: number, currency: string): string {
  const digits = ZERO_DECIMAL.has(currency) ? 0 : THREE_DECIMAL.has(currency) ? 3 : 2;
  return new Intl.NumberFormat('en', {
    style: 'currency',
    currency: currency.toUpperCase(),
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount / 10 ** digits);
}
