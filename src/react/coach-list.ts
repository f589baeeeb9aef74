// Written by `npm run docs` from the sources of the elements: change those.
import { CbCoachList as Element } from '../define/coach-list.ts';
import { component, type ElementComponent } from './component/component.ts';

/** `<cb-coach-list>` as a React component: typed properties, its events as `onCb…`, and the element as its `ref`. */
export const CbCoachList: ElementComponent<'cb-coach-list'> = /* @__PURE__ */ component('cb-coach-list', Element, {
  onCbCoachSelect: 'cb-coach-select',
});
