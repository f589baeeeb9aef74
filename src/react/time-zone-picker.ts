// Written by `npm run docs` from the sources of the elements: change those.
import { CbTimeZonePicker as Element } from '../define/time-zone-picker.ts';
import { component, type ElementComponent } from './component/component.ts';

/** `<cb-time-zone-picker>` as a React component: typed properties, its events as `onCb…`, and the element as its `ref`. */
export const CbTimeZonePicker: ElementComponent<'cb-time-zone-picker'> = /* @__PURE__ */ component('cb-time-zone-picker', Element, {
  onCbTimeZoneChange: 'cb-time-zone-change',
  onCbHourCycleChange: 'cb-hour-cycle-change',
});
