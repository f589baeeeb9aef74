import type { Price } from '../../contract/values.ts';
import { majorAmount, moneyStyle } from './minor-digits.ts';

/** "€90" or "€89.50", in the order of the language. The amount is in minor units (cents) by default. */
export function formatPrice(amount: number, currency: string, locale: string, minor = true): string {
  const major = minor ? majorAmount({ amount, currency }) : amount;
  try {
    return new Intl.NumberFormat(locale, moneyStyle(currency)).format(major);
  } catch {
    // An invalid currency: still show the amount.
    return `${major} ${currency}`;
  }
}

/** A price in words; an amount of 0 is `free`. */
export function describePrice({ amount, currency }: Price, locale: string, free: string): string {
  return amount === 0 ? free : formatPrice(amount, currency, locale);
}
