import type { SignIn } from '../../core/sign-in/sign-in.ts';

/**
 * Removes the link from the page's address, so that a reload does not open the booking again, and its token from the sign-in: the
 * token gives access to that booking only and cannot make another.
 */
export function leaveLink(signIn: SignIn | undefined): void {
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
