// Written by `npm run docs` from the sources of the elements: change those.
import { CbMessageSettings as Element } from '../../define/message-settings.ts';
import { component, type ElementComponent } from '../component/component.ts';

/** `<cb-message-settings>` as a React component: typed properties, its events as `onCb…`, and the element as its `ref`. */
export const CbMessageSettings: ElementComponent<'cb-message-settings'> = /* @__PURE__ */ component('cb-message-settings', Element, {});
