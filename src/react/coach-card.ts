// Written by `npm run docs` from the sources of the elements: change those.
import { CbCoachCard as Element } from '../define/coach-card.ts';
import { component, type ElementComponent } from './component/component.ts';

/** `<cb-coach-card>` as a React component: typed properties, its events as `onCb…`, and the element as its `ref`. */
export const CbCoachCard: ElementComponent<'cb-coach-card'> = /* @__PURE__ */ component('cb-coach-card', Element, {});
