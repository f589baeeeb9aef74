import { describe, expect, it } from 'vitest';
import { currencyDigits, inMainUnit } from '../../../src/domain/money/currency-digits.ts';

describe('the decimals of a currency', () => {
  it.each([
    ['EUR', 2],
    ['eur', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['KWD', 3],
    ['TND', 3],
    ['CLF', 4],
  ])('%s has %i', (currency, digits) => expect(currencyDigits(currency)).toBe(digits));

  it('are those of ISO 4217 where a browser would round away money', () => {
    // CLDR writes Iraqi dinars and Ugandan shillings without decimals; ISO counts fils and no cents.
    expect(currencyDigits('IQD')).toBe(3);
    expect(currencyDigits('UGX')).toBe(0);
  });

  it('turn the smaller unit into the main one', () => {
    expect(inMainUnit(9000, 'EUR')).toBe(90);
    expect(inMainUnit(9000, 'JPY')).toBe(9000);
    expect(inMainUnit(27_000, 'KWD')).toBe(27);
  });
});
