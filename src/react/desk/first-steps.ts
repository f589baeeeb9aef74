// Written by `npm run docs` from the sources of the elements: change those.
import { CbFirstSteps as Element } from '../../define/first-steps.ts';
import { component, type ElementComponent } from '../component/component.ts';

/** `<cb-first-steps>` as a React component: typed properties, its events as `onCb…`, and the element as its `ref`. */
export const CbFirstSteps: ElementComponent<'cb-first-steps'> = /* @__PURE__ */ component('cb-first-steps', Element, {});
