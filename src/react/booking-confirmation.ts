// Written by `npm run docs` from the sources of the elements: change those.
import { CbBookingConfirmation as Element } from '../define/booking-confirmation.ts';
import { component, type ElementComponent } from './component/component.ts';

/** `<cb-booking-confirmation>` as a React component: typed properties, its events as `onCb…`, and the element as its `ref`. */
export const CbBookingConfirmation: ElementComponent<'cb-booking-confirmation'> = /* @__PURE__ */ component('cb-booking-confirmation', Element, {
  onCbBookAnother: 'cb-book-another',
  onCbManage: 'cb-manage',
});
