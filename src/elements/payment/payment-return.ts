/** How a visitor came back from the checkout. The address is no proof: the server must confirm the payment. */
export type PaymentReturn = 'paid' | 'unpaid';

const PARAMETER = 'cb-pay';

/** The return address of a checkout: this page, with the booking of `link`. */
export function returnAddress(link: string, how: PaymentReturn): string {
  const address = new URL(globalThis.location.href);
  address.hash = '';
  address.searchParams.set('cb-booking', link);
  address.searchParams.set(PARAMETER, how);
  return address.href;
}
