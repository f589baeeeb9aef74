// Written by `npm run docs` from the sources of the elements: change those.
import { CbMonthGrid as Element } from '../define/month-grid.ts';
import { component, type ElementComponent } from './component/component.ts';

/** `<cb-month-grid>` as a React component: typed properties, its events as `onCb…`, and the element as its `ref`. */
export const CbMonthGrid: ElementComponent<'cb-month-grid'> = /* @__PURE__ */ component('cb-month-grid', Element, {
  onCbDaySelect: 'cb-day-select',
  onCbMonthChange: 'cb-month-change',
});
