// Written by `npm run docs` from the sources of the elements: change those.
import { CbSlotList as Element } from '../define/slot-list.ts';
import { component, type ElementComponent } from './component/component.ts';

/** `<cb-slot-list>` as a React component: typed properties, its events as `onCb…`, and the element as its `ref`. */
export const CbSlotList: ElementComponent<'cb-slot-list'> = /* @__PURE__ */ component('cb-slot-list', Element, {
  onCbSlotSelect: 'cb-slot-select',
});
