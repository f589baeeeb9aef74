import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & { readonly renderRoot: ParentNode };

/** Moves the focus to a part of its host once that part is drawn: after every step, and after every error. */
export class FocusNext implements ReactiveController {
  private selector: string | undefined;

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  /** Focuses the first match after the next drawing; a custom element that is still loading is waited for. */
  on(selector: string): void {
    this.selector = selector;
    this.host.requestUpdate();
  }

  hostUpdated(): void {
    const { selector } = this;
    this.selector = undefined;
    const element = selector && this.host.renderRoot.querySelector<HTMLElement>(selector);
    if (element) void focus(element);
  }
}

async function focus(element: HTMLElement): Promise<void> {
  if (element.localName.includes('-')) {
    await customElements.whenDefined(element.localName);
    // Its own `focus` goes to a heading that it has yet to draw.
    await (element as HTMLElement & { readonly updateComplete?: Promise<unknown> }).updateComplete;
  }
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'nearest' });
}
