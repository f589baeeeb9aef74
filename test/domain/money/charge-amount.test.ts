import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chargeAmount, chargeStep, fromChargeAmount } from '../../../src/domain/money/charge-amount.ts';
import { amountFault } from '../../../src/mock/providers/stripe/stripe-currencies.ts';

const CURRENCIES = ['EUR', 'USD', 'JPY', 'KRW', 'KWD', 'BHD', 'ISK', 'UGX', 'MGA', 'HUF', 'GBP'];

describe('an amount as Stripe counts it', () => {
  it.each([
    ['EUR', 9000, 9000],
    ['JPY', 9000, 9000],
    ['KWD', 27_000, 27_000],
    ['ISK', 9000, 900_000],
    ['MGA', 90_000, 900],
  ])('%s %i is %i', (currency, amount, stripe) => {
    expect(chargeAmount({ amount, currency })).toEqual({ amount: stripe, currency: currency.toLowerCase() });
  });

  it('is none where Stripe would have to round', () => {
    expect(chargeAmount({ amount: 27_005, currency: 'KWD' })).toBeUndefined();
    expect(chargeAmount({ amount: 90_050, currency: 'MGA' })).toBeUndefined();
  });

  it('comes back as what it was, and is one that Stripe takes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CURRENCIES), fc.integer({ min: 20_000, max: 900_000 }), (currency, wish) => {
        const amount = wish - (wish % chargeStep(currency));
        const charged = chargeAmount({ amount, currency });
        expect(charged && fromChargeAmount(charged.amount, charged.currency)).toBe(amount);
        if (charged && charged.amount <= 99_999_999) {
          expect(amountFault(charged.amount, charged.currency)?.code).not.toBe('invalid_amount');
        }
      }),
    );
  });
});
