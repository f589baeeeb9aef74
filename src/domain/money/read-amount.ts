import { minorDigits } from './minor-digits.ts';

/**
 * The amount that a person wrote, in the currency's minor unit: `45,50` and `45.50` are 4550 in EUR. Undefined for a text that is no
 * amount, or has more decimals than the currency (ISO 4217).
 */
export function readAmount(text: string, currency: string): number | undefined {
  const plain = text.trim().replace(',', '.');
  const [, whole, decimals = ''] = /^(\d{1,9})(?:\.(\d+))?$/.exec(plain) ?? [];
  const digits = minorDigits(currency);
  if (whole === undefined || decimals.length > digits) return undefined;
  return Number(whole + decimals.padEnd(digits, '0'));
}

/** An amount in the minor unit as a person would write it into a field: 4550 in EUR is `45.50`, 4500 is `45`. */
export function writeAmount(amount: number, currency: string): string {
  const digits = minorDigits(currency);
  const text = String(amount).padStart(digits + 1, '0');
  const at = text.length - digits;
  const decimals = text.slice(at);
  return Number(decimals) === 0 ? text.slice(0, at) : `${text.slice(0, at)}.${decimals}`;
}
