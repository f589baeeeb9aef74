import type { Price } from '../../contract/values.ts';

/** Currencies with other than two minor digits (ISO 4217, list one), by the number of digits. */
const UNUSUAL: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

/**
 * Decimal digits of a currency by ISO 4217: 2 for EUR and HUF, 0 for JPY, 3 for KWD. Do not ask `Intl`: browsers display fewer
 * digits for some currencies (HUF, IDR, COP, …), and an amount converted by those is a hundred times too high.
 */
export function minorDigits(currency: string): number {
  const found = Object.entries(UNUSUAL).find(([, currencies]) => currencies.split(' ').includes(currency));
  return found ? Number(found[0]) : 2;
}

/** A price in the currency's main unit: 8950 cents are 89.5 euros. */
export function majorAmount({ amount, currency }: Price): number {
  return amount / 10 ** minorDigits(currency);
}

/** An amount converted from the main unit to the minor one and rounded: 89.5 euros are 8950 cents. */
export function minorAmount(major: number, currency: string): number {
  return Math.round(major * 10 ** minorDigits(currency));
}

/** Options of `Intl.NumberFormat` that show an amount exactly: all digits of ISO 4217, none when it is whole. */
export function moneyStyle(currency: string) {
  const digits = minorDigits(currency);
  return {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    trailingZeroDisplay: 'stripIfInteger',
  } as const;
}
