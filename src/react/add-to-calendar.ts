// Written by `npm run docs` from the sources of the elements: change those.
import { CbAddToCalendar as Element } from '../define/add-to-calendar.ts';
import { component, type ElementComponent } from './component/component.ts';

/** `<cb-add-to-calendar>` as a React component: typed properties, its events as `onCb…`, and the element as its `ref`. */
export const CbAddToCalendar: ElementComponent<'cb-add-to-calendar'> = /* @__PURE__ */ component('cb-add-to-calendar', Element, {});
