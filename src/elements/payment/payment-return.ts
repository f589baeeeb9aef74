/** How a visitor came back from the checkout. The address proves nothing: it only says where to look. */
export type PaymentReturn = 'paid' | 'unpaid';

const PARAMETER = 'cb-pay';

/** The address of this page that a checkout comes back to, opened on the booking of `link`. */
export function returnAddress(link: string, how: PaymentReturn): string {
  const address = new URL(globalThis.location.href);
  address.hash = '';
  address.searchParams.set('cb-booking', link);
  address.searchParams.set(PARAMETER, how);
  return address.href;
}
