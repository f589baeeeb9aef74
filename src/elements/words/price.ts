/** "€90" or "€89.50", in the order of the language. The amount is in minor units (cents) unless told. */
export function formatPrice(amount: number, currency: string, locale: string, minor = true): string {
  const style = { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' } as const;
  try {
    const format = new Intl.NumberFormat(locale, style);
    return format.format(minor ? amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2) : amount);
  } catch {
    // A currency the backend made up: still say the amount.
    return `${minor ? amount / 100 : amount} ${currency}`;
  }
}
