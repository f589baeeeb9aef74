// Written by `npm run docs` from the sources of the elements: change those.
import { CbWebhooks as Element } from '../../define/webhooks.ts';
import { component, type ElementComponent } from '../component/component.ts';

/** `<cb-webhooks>` as a React component: typed properties, its events as `onCb…`, and the element as its `ref`. */
export const CbWebhooks: ElementComponent<'cb-webhooks'> = /* @__PURE__ */ component('cb-webhooks', Element, {});
