// Written by `npm run docs` from the sources of the elements: change those.
import { CbAvailabilityPicker as Element } from '../define/availability-picker.ts';
import { component, type ElementComponent } from './component/component.ts';

/** `<cb-availability-picker>` as a React component: typed properties, its events as `onCb…`, and the element as its `ref`. */
export const CbAvailabilityPicker: ElementComponent<'cb-availability-picker'> = /* @__PURE__ */ component('cb-availability-picker', Element, {
  onCbSlotSelect: 'cb-slot-select',
  onCbDaySelect: 'cb-day-select',
  onCbMonthChange: 'cb-month-change',
  onCbTimeZoneChange: 'cb-time-zone-change',
  onCbHourCycleChange: 'cb-hour-cycle-change',
  onCbDurationChange: 'cb-duration-change',
  onCbSlotGone: 'cb-slot-gone',
});
