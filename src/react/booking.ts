// Written by `npm run docs` from the sources of the elements: change those.
import { CbBooking as Element } from '../define/booking.ts';
import { component, type ElementComponent } from './component/component.ts';

/** `<cb-booking>` as a React component: typed properties, its events as `onCb…`, and the element as its `ref`. */
export const CbBooking: ElementComponent<'cb-booking'> = /* @__PURE__ */ component('cb-booking', Element, {
  onCbDaySelect: 'cb-day-select',
  onCbSlotSelect: 'cb-slot-select',
  onCbStepChange: 'cb-step-change',
  onCbBeforeBook: 'cb-before-book',
  onCbBooked: 'cb-booked',
  onCbPaid: 'cb-paid',
  onCbSlotGone: 'cb-slot-gone',
  onCbSessionTypeSelect: 'cb-session-type-select',
  onCbBookingFailed: 'cb-booking-failed',
  onCbSignInNeeded: 'cb-sign-in-needed',
});
