// Written by `npm run docs` from the sources of the elements: change those.
import { CbBookingButton as Element } from '../define/booking-button.ts';
import { component, type ElementComponent } from './component/component.ts';

/** `<cb-booking-button>` as a React component: typed properties, its events as `onCb…`, and the element as its `ref`. */
export const CbBookingButton: ElementComponent<'cb-booking-button'> = /* @__PURE__ */ component('cb-booking-button', Element, {
  onCbOpen: 'cb-open',
  onCbClose: 'cb-close',
  onCbBooked: 'cb-booked',
});
