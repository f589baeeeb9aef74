import { css, type LitElement, type ReactiveController } from 'lit';
import { adoptStyles } from '../styles/adopt-styles.ts';

/** The attribute of the page's element that is printed alone. */
const MARK = 'data-cb-print';

/** Hides everything in print except marked elements and their ancestors. */
const alone = css`
  @media print {
    body:has([data-cb-print]) :not(:has([data-cb-print]), [data-cb-print], [data-cb-print] *) {
      display: none !important;
    }
    [data-cb-print] {
      color-scheme: light !important;
    }
  }
`;

/** While `isWanted`, printing the page prints only its host: somebody who prints a booking does not want the rest of the site. */
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
    adoptStyles(document, alone);
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
