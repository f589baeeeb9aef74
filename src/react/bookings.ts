// Written by `npm run docs` from the sources of the elements: change those.
import { CbBookings as Element } from '../define/bookings.ts';
import { component, type ElementComponent } from './component/component.ts';

/** `<cb-bookings>` as a React component: typed properties, its events as `onCb…`, and the element as its `ref`. */
export const CbBookings: ElementComponent<'cb-bookings'> = /* @__PURE__ */ component('cb-bookings', Element, {
  onCbBookingsChange: 'cb-bookings-change',
});
