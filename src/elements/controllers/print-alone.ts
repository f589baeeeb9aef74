import type { LitElement, ReactiveController } from 'lit';

/** The attribute of the page's element that is printed alone. */
const MARK = 'data-cb-print';

let adopted = false;

/** Hides everything in print except marked elements and their ancestors. */
function adoptSheet(): void {
  if (adopted) return;
  adopted = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@media print {
    body:has([${MARK}]) :not(:has([${MARK}]), [${MARK}], [${MARK}] *) { display: none !important; }
    [${MARK}] { color-scheme: light !important; }
  }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** Prints its host alone while it is shown and `isWanted`: somebody who prints a booking wants a page of it, not the site. */
export class PrintAlone implements ReactiveController {
  private marked: Element | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly isWanted: () => boolean,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const wanted = this.isWanted() ? outermost(this.host) : undefined;
    if (wanted === this.marked) return;
    this.hostDisconnected();
    this.marked = wanted;
    if (!wanted) return;
    adoptSheet();
    wanted.setAttribute(MARK, '');
  }

  hostDisconnected(): void {
    this.marked?.removeAttribute(MARK);
    this.marked = undefined;
  }
}

/** The element of the page that `element` is in, however many shadow roots around it. */
function outermost(element: Element): Element {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? outermost(root.host) : element;
}
