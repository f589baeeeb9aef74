import type { Price } from '../../contract/values.ts';

/** Currencies whose minor unit is not a hundredth (ISO 4217, list one), by the digits it has. All others have two. */
const UNUSUAL: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

/**
 * Digits behind the point of an amount, by ISO 4217: 2 for EUR and HUF, 0 for JPY, 3 for KWD. Never ask `Intl` for it: browsers
 * display fewer digits of some currencies (HUF, IDR, COP, …), and an amount divided by those is a hundred times too high.
 */
export function minorDigits(currency: string): number {
  const found = Object.entries(UNUSUAL).find(([, currencies]) => currencies.split(' ').includes(currency));
  return found ? Number(found[0]) : 2;
}

/** A price in the currency's main unit: 8950 cents are 89.5 euros. */
export function majorAmount({ amount, currency }: Price): number {
  return amount / 10 ** minorDigits(currency);
}

/** An amount of the main unit in the minor one, whole: 89.5 euros are 8950 cents. */
export function minorAmount(major: number, currency: string): number {
  return Math.round(major * 10 ** minorDigits(currency));
}

/** How `Intl.NumberFormat` writes an amount without losing any of it: all digits of ISO 4217, none when it is whole. */
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
