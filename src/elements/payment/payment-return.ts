/**
 * How a visitor came to the payment: back from the checkout, or (`due`) by a reload before the checkout. The address is no proof: the
 * server must confirm the payment.
 */
export type PaymentReturn = 'paid' | 'unpaid' | 'due';

const PARAMETER = 'cb-pay';
const LINK = 'cb-booking';

/** The parts of a `cb-pay` parameter: how the visitor came, and the id of the booking where it says so. */
export function readReturn(value: string): { readonly how: PaymentReturn | undefined; readonly bookingId: string } {
  const [how = '', bookingId = ''] = value.split(':', 2);
  return { how: how === 'paid' || how === 'unpaid' || how === 'due' ? how : undefined, bookingId };
}

/** Puts the unpaid booking into the page's address, so that a reload or a copied address finds it again. */
export function keepInAddress(link: string, bookingId: string): void {
  setAddress(returnAddress(link, 'due', bookingId));
}

/** The `cb-pay` parameter of the page's address, and whether the address has a link to the booking too. */
export function returnParameter(): { readonly how: string; readonly hasLink: boolean } {
  const parameters = new URLSearchParams(globalThis.location?.search);
  return { how: parameters.get(PARAMETER) ?? '', hasLink: Boolean(parameters.get(LINK)) };
}

/** Takes the payment out of the page's address, and the link to the booking unless it is to be kept. */
export function removeFromAddress({ keepLink = false } = {}): void {
  const address = new URL(globalThis.location.href);
  address.searchParams.delete(PARAMETER);
  if (!keepLink) address.searchParams.delete(LINK);
  setAddress(address.href);
}

function setAddress(address: string): void {
  try {
    globalThis.history.replaceState(globalThis.history.state, '', address);
  } catch {
    // Fails in a frame without its own address (`srcdoc`): a reload then begins again.
  }
}

/**
 * The return address of a checkout: this page, with the link to the booking. The booking's id is added for visitors who are still signed
 * in with an account: they need no link.
 */
export function returnAddress(link: string, how: PaymentReturn, bookingId: string): string {
  const address = new URL(globalThis.location.href);
  address.hash = '';
  if (link) address.searchParams.set(LINK, link);
  else address.searchParams.delete(LINK);
  address.searchParams.set(PARAMETER, `${how}:${bookingId}`);
  return address.href;
}
