import type { Page } from 'playwright-core';

/** Runs in the page, and so stands alone: the page's tree as people meet it, through shadow roots and slots. */
export function treeInPage() {
  /** All elements below, each before those of its shadow root. */
  const within = (root: ParentNode): HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? within(element.shadowRoot) : []),
    ]);
  /** What a node is drawn in: its slot, or the host of its shadow root. */
  const parentOf = (node: Node): Element | null => {
    if (node instanceof Element && node.assignedSlot) return node.assignedSlot;
    const { parentNode } = node;
    return parentNode instanceof ShadowRoot ? parentNode.host : node.parentElement;
  };
  const holds = (outer: Element, inner: Element | null): boolean =>
    inner !== null && (inner === outer || holds(outer, parentOf(inner)));
  const isInert = (element: Element | null): boolean =>
    element !== null && (element.matches('[inert]') || isInert(parentOf(element)));
  const focused = (): Element | null => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active;
  };
  /** What is drawn uppermost at a point of the screen. */
  const uppermostAt = (x: number, y: number): Element | null => {
    let hit = document.elementFromPoint(x, y);
    while (hit?.shadowRoot) {
      const inner: Element | null = hit.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === hit) break;
      hit = inner;
    }
    return hit;
  };
  /** What a report calls an element. */
  const nameOf = (element: Element): string => {
    const root = element.getRootNode();
    const host = root instanceof ShadowRoot ? `${root.host.localName} ` : '';
    const id = element.id && `#${element.id}`;
    const classes = [...element.classList].map((name) => `.${name}`).join('');
    const words = (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim();
    return `${host}${element.localName}${id}${classes} “${words.slice(0, 40)}”`;
  };
  return { within, parentOf, holds, isInert, focused, uppermostAt, nameOf };
}

/** The tree of the page that is open, for functions that run there: they import nothing, and have it as an argument. */
export const treeOf = (page: Page) => page.evaluateHandle(treeInPage);
