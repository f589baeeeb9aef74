import type { SignIn } from '../../core/sign-in/sign-in.ts';

let owner: WeakRef<Node> | undefined;

/**
 * The signed link in the page's address (`?cb-booking=…`), for the first element on the page that asks: two widgets must not
 * both open the same booking. Empty when there is none.
 */
export function claimBookingLink(host: Node): string {
  const link = new URLSearchParams(globalThis.location?.search).get('cb-booking') ?? '';
  const holder = owner?.deref();
  if (!link || (holder?.isConnected && holder !== host)) return '';
  owner = new WeakRef(host);
  return link;
}

/**
 * Removes the link from the page's address, so that a reload does not open the booking again, and its token from the sign-in: the
 * token gives access to that booking only and cannot make another.
 */
export function leaveBookingLink(signIn: SignIn | undefined): void {
  if (signIn?.state.status === 'signed-in' && signIn.state.bookingId) signIn.logOut();
  const address = new URL(globalThis.location.href);
  address.searchParams.delete('cb-booking');
  address.searchParams.delete('cb-pay');
  try {
    globalThis.history.replaceState(globalThis.history.state, '', address);
  } catch {
    // Fails in a frame without its own address (`srcdoc`).
  }
}
