/** Currencies whose smaller unit is not a hundredth, by ISO 4217:2015 (list one). */
const DIGITS: Readonly<Record<number, readonly string[]>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '),
  3: 'BHD IQD JOD KWD LYD OMR TND'.split(' '),
  4: 'CLF UYW'.split(' '),
};

/** Decimals of a currency's smaller unit: 2 for EUR, 0 for JPY, 3 for KWD. Browsers' tables (CLDR) differ for some. */
export function currencyDigits(currency: string): number {
  const entry = Object.entries(DIGITS).find(([, codes]) => codes.includes(currency.toUpperCase()));
  return entry ? Number(entry[0]) : 2;
}

/** An amount in the smaller unit as a number of the main unit: 9000 EUR is 90, 9000 JPY is 9000. */
export function inMainUnit(amount: number, currency: string): number {
  return amount / 10 ** currencyDigits(currency);
}
