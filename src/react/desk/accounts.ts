// Written by `npm run docs` from the sources of the elements: change those.
import { CbAccounts as Element } from '../../define/accounts.ts';
import { component, type ElementComponent } from '../component/component.ts';

/** `<cb-accounts>` as a React component: typed properties, its events as `onCb…`, and the element as its `ref`. */
export const CbAccounts: ElementComponent<'cb-accounts'> = /* @__PURE__ */ component('cb-accounts', Element, {
  onCbAccountBookings: 'cb-account-bookings',
  onCbAccountHours: 'cb-account-hours',
});
