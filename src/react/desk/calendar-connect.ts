// Written by `npm run docs` from the sources of the elements: change those.
import { CbCalendarConnect as Element } from '../../define/calendar-connect.ts';
import { component, type ElementComponent } from '../component/component.ts';

/** `<cb-calendar-connect>` as a React component: typed properties, its events as `onCb…`, and the element as its `ref`. */
export const CbCalendarConnect: ElementComponent<'cb-calendar-connect'> = /* @__PURE__ */ component('cb-calendar-connect', Element, {
  onCbCalendarChange: 'cb-calendar-change',
});
