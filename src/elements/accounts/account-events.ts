import type { ManagedAccount } from '../../contract/desk/account.ts';

/** An admin asks for somebody's bookings (`cb-account-bookings`) or a coach's hours (`cb-account-hours`). */
export class AccountEvent extends Event {
  constructor(
    type: 'cb-account-bookings' | 'cb-account-hours',
    /** The account that it is about. */
    readonly account: ManagedAccount,
  ) {
    super(type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cb-account-bookings': AccountEvent;
    'cb-account-hours': AccountEvent;
  }
}
