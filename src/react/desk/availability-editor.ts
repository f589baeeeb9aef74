// Written by `npm run docs` from the sources of the elements: change those.
import { CbAvailabilityEditor as Element } from '../../define/availability-editor.ts';
import { component, type ElementComponent } from '../component/component.ts';

/** `<cb-availability-editor>` as a React component: typed properties, its events as `onCb…`, and the element as its `ref`. */
export const CbAvailabilityEditor: ElementComponent<'cb-availability-editor'> = /* @__PURE__ */ component('cb-availability-editor', Element, {});
