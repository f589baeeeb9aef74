import { CbElement } from '../base/element.ts';

/**
 * Loads each page element when its tag is in the document, now or later, in shadow roots too. Returns the function that stops this.
 */
export function loadOnSight(root: Document = document): () => void {
  const { prototype } = Element;
  const { attachShadow } = prototype;
  const look = (where: Node) => {
    if (!('querySelectorAll' in where)) return;
    for (const each of [where, ...(where as ParentNode).querySelectorAll('*')]) {
      if (!(each instanceof Element)) continue;
      void load(each.localName);
      if (each.shadowRoot) watch(each.shadowRoot);
    }
  };
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) addedNodes.forEach(look);
  });
  const watch = (inside: Node) => {
    // Our own elements load the elements inside them.
    if (inside instanceof ShadowRoot && inside.host instanceof CbElement) return;
    look(inside);
    observer.observe(inside, { childList: true, subtree: true });
  };
  // Only this finds shadow roots that are attached later, or closed. It fails silently on a page that froze the prototype.
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

/** Loads an element of ours that is not defined yet. Writes a failed load to the console. */
async function load(tag: string): Promise<void> {
  if (!tag.startsWith('cb-') || customElements.get(tag)) return;
  try {
    const { loadPageElement } = await import('./page-elements.ts');
    await loadPageElement(tag);
  } catch (error) {
    console.error(`<${tag}> could not be loaded.`, error);
  }
}
