// Written by `npm run docs` from the sources of the elements: change those.
import { CbSignIn as Element } from '../define/sign-in.ts';
import { component, type ElementComponent } from './component/component.ts';

/** `<cb-sign-in>` as a React component: typed properties, its events as `onCb…`, and the element as its `ref`. */
export const CbSignIn: ElementComponent<'cb-sign-in'> = /* @__PURE__ */ component('cb-sign-in', Element, {
  onCbSignedIn: 'cb-signed-in',
});
