import { describe, expect, it } from 'vitest';
import { readAmount, writeAmount } from '../../../src/domain/money/read-amount.ts';

describe('an amount that a person writes', () => {
  it.each([
    ['90', 'EUR', 9000],
    ['45,50', 'EUR', 4550],
    ['45.5', 'EUR', 4550],
    [' 0 ', 'EUR', 0],
    ['9000', 'JPY', 9000],
    ['27.5', 'KWD', 27_500],
    ['27,505', 'KWD', 27_505],
  ])('%s in %s is read to the last digit', (text, currency, amount) => {
    expect(readAmount(text, currency)).toBe(amount);
  });

  it.each([
    ['', 'EUR'],
    ['ninety', 'EUR'],
    ['-5', 'EUR'],
    ['45.505', 'EUR'],
    ['9000.5', 'JPY'],
    ['1e3', 'EUR'],
    ['1.000,50', 'EUR'],
  ])('%s in %s is none', (text, currency) => {
    expect(readAmount(text, currency)).toBeUndefined();
  });

  it.each([
    [9000, 'EUR', '90'],
    [4550, 'EUR', '45.50'],
    [5, 'EUR', '0.05'],
    [9000, 'JPY', '9000'],
    [27_505, 'KWD', '27.505'],
    [0, 'KWD', '0'],
  ])('%s in %s is written so that it is read as the same', (amount, currency, text) => {
    expect(writeAmount(amount, currency)).toBe(text);
    expect(readAmount(text, currency)).toBe(amount);
  });
});
