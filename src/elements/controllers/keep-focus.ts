import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & { readonly renderRoot: ParentNode; readonly shadowRoot: ShadowRoot | null };

/**
 * Keeps the focus in its host when what had it is drawn no more, rather than let it fall back to the page's start, and moves
 * it where the host says once that is drawn.
 */
export class KeepFocus implements ReactiveController {
  private wanted: string | undefined;
  private instead: readonly string[] | undefined;

  constructor(
    private readonly host: Host,
    /** Where the focus goes when `focused` is gone: selectors, the best first; asked before each drawing. */
    private readonly heirs: (focused: Element) => readonly string[],
  ) {
    host.addController(this);
  }

  /** Focuses the first match as soon as there is one. */
  on(selector: string): void {
    this.wanted = selector;
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    const focused = this.host.shadowRoot?.activeElement;
    this.instead = focused ? this.heirs(focused) : undefined;
  }

  hostUpdated(): void {
    const { instead, host } = this;
    if (instead && !host.shadowRoot?.activeElement) {
      // None of them there yet: whichever comes first.
      this.wanted ??= instead.find((selector) => host.renderRoot.querySelector(selector)) ?? instead.join();
    }
    const target = this.wanted && host.renderRoot.querySelector<HTMLElement>(this.wanted);
    if (!target) return;
    this.wanted = undefined;
    void focusWhenReady(target);
  }
}

/** An element whose script is still on its way takes the focus when it is there. */
async function focusWhenReady(target: HTMLElement): Promise<void> {
  if (target.localName.includes('-')) await customElements.whenDefined(target.localName);
  await (target as HTMLElement & { readonly updateComplete?: Promise<unknown> }).updateComplete;
  target.focus();
}
