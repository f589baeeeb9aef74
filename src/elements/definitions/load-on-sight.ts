import { CbElement } from '../base/element.ts';
import { loadPageElement } from './page-elements.ts';

/**
 * Loads each element that a page may write when its tag is seen in the document, now or later, in its shadow roots too. Returns the
 * function that stops looking.
 */
export function loadOnSight(root: Document = document): () => void {
  const { prototype } = Element;
  const { attachShadow } = prototype;
  const look = (where: Node) => {
    if (!('querySelectorAll' in where)) return;
    for (const each of [where, ...(where as ParentNode).querySelectorAll('*')]) {
      if (!(each instanceof Element)) continue;
      void loadPageElement(each.localName);
      if (each.shadowRoot) watch(each.shadowRoot);
    }
  };
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) addedNodes.forEach(look);
  });
  const watch = (inside: Node) => {
    // What our own elements have inside them they load themselves.
    if (inside instanceof ShadowRoot && inside.host instanceof CbElement) return;
    look(inside);
    observer.observe(inside, { childList: true, subtree: true });
  };
  // Nothing else tells of a shadow root that comes later, or is closed. A page may have frozen what it has.
  Reflect.set(prototype, 'attachShadow', function (this: Element, options: ShadowRootInit): ShadowRoot {
    const inside = attachShadow.call(this, options);
    watch(inside);
    return inside;
  });
  watch(root);
  return () => {
    observer.disconnect();
    Reflect.set(prototype, 'attachShadow', attachShadow);
  };
}
