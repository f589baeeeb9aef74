// Written by `npm run docs` from the sources of the elements: change those.
import { CbCoachProfile as Element } from '../../define/coach-profile.ts';
import { component, type ElementComponent } from '../component/component.ts';

/** `<cb-coach-profile>` as a React component: typed properties, its events as `onCb…`, and the element as its `ref`. */
export const CbCoachProfile: ElementComponent<'cb-coach-profile'> = /* @__PURE__ */ component('cb-coach-profile', Element, {
  onCbProfileSaved: 'cb-profile-saved',
});
