// Written by `npm run docs` from the sources of the elements: change those.
import { CbSessionTypes as Element } from '../../define/session-types.ts';
import { component, type ElementComponent } from '../component/component.ts';

/** `<cb-session-types>` as a React component: typed properties, its events as `onCb…`, and the element as its `ref`. */
export const CbSessionTypes: ElementComponent<'cb-session-types'> = /* @__PURE__ */ component('cb-session-types', Element, {
  onCbSessionTypesChange: 'cb-session-types-change',
});
