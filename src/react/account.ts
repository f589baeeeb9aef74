// Written by `npm run docs` from the sources of the elements: change those.
import { CbAccount as Element } from '../define/account.ts';
import { component, type ElementComponent } from './component/component.ts';

/** `<cb-account>` as a React component: typed properties, its events as `onCb…`, and the element as its `ref`. */
export const CbAccount: ElementComponent<'cb-account'> = /* @__PURE__ */ component('cb-account', Element, {});
