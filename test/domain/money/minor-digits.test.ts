import { expect, test } from 'vitest';
import { majorAmount, minorAmount, minorDigits, moneyStyle } from '../../../src/domain/money/minor-digits.ts';

test('digits are those of ISO 4217, whatever a browser displays', () => {
  // The four for which CLDR displays other digits than ISO 4217 has are among those that were wrong by a factor of a hundred.
  for (const currency of [
    'EUR',
    'USD',
    'HUF',
    'COP',
    'IDR',
    'PKR',
    'RSD',
    'TWD',
    'CZK',
    'UZS',
    'MMK',
    'IRR',
    'AFN',
    'ALL',
    'LAK',
    'LBP',
    'MGA',
    'SLE',
    'SOS',
    'SYP',
    'YER',
  ]) {
    expect(minorDigits(currency), currency).toBe(2);
  }
  for (const currency of ['JPY', 'KRW', 'CLP', 'ISK', 'VND', 'XOF', 'PYG', 'UGX'])
    expect(minorDigits(currency)).toBe(0);
  for (const currency of ['KWD', 'BHD', 'IQD', 'JOD', 'LYD', 'OMR', 'TND']) expect(minorDigits(currency)).toBe(3);
  expect(minorDigits('CLF')).toBe(4);
});

test.each([
  ['HUF', 1_500_000, 15_000],
  ['COP', 25_000_000, 250_000],
  ['IDR', 50_000_000, 500_000],
  ['PKR', 900_000, 9_000],
  ['RSD', 600_000, 6_000],
  ['JPY', 9_000, 9_000],
  ['KWD', 25_500, 25.5],
  ['EUR', 8_950, 89.5],
])('%s: %i minor units are %f', (currency, amount, major) => {
  expect(majorAmount({ amount, currency })).toBe(major);
  expect(minorAmount(major, currency)).toBe(amount);
});

test('an amount is written whole, to the last digit it has and no further', () => {
  const write = (amount: number, currency: string) =>
    new Intl.NumberFormat('en', moneyStyle(currency)).format(majorAmount({ amount, currency })).replace(/\s/g, ' ');
  expect([
    write(1_500_000, 'HUF'),
    write(1_500_050, 'HUF'),
    write(50_000_000, 'IDR'),
    write(9_000, 'JPY'),
    write(25_500, 'KWD'),
    write(8_950, 'EUR'),
    write(9_000, 'EUR'),
  ]).toEqual(['HUF 15,000', 'HUF 15,000.50', 'IDR 500,000', '¥9,000', 'KWD 25.500', '€89.50', '€90']);
});
