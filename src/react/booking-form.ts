// Written by `npm run docs` from the sources of the elements: change those.
import { CbBookingForm as Element } from '../define/booking-form.ts';
import { component, type ElementComponent } from './component/component.ts';

/** `<cb-booking-form>` as a React component: typed properties, its events as `onCb…`, and the element as its `ref`. */
export const CbBookingForm: ElementComponent<'cb-booking-form'> = /* @__PURE__ */ component('cb-booking-form', Element, {
  onCbBeforeBook: 'cb-before-book',
  onCbBooked: 'cb-booked',
  onCbBookingFailed: 'cb-booking-failed',
  onCbBack: 'cb-back',
  onCbSignInNeeded: 'cb-sign-in-needed',
});
