import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & { readonly renderRoot: ParentNode; readonly shadowRoot: ShadowRoot | null };

/**
 * Moves the focus to a part of its host once that part is drawn. With `fallbacks` it also keeps the focus inside the host: when
 * the focused part is removed, the focus goes to the first fallback and not to the start of the page.
 */
export class MoveFocus implements ReactiveController {
  private wanted: string | undefined;
  private selects = false;
  private instead: readonly string[] | undefined;

  constructor(
    private readonly host: Host,
    /** Selectors of the elements that get the focus when `focused` is removed, the best first; called before each update. */
    private readonly fallbacks?: (focused: Element) => readonly string[],
  ) {
    host.addController(this);
  }

  /**
   * Focuses the first match after the next update; with `fallbacks`, after the first update that has a match. `selects`: selects the
   * text of the input, as Tab does.
   */
  on(selector: string, selects = false): void {
    this.wanted = selector;
    this.selects = selects;
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    const focused = this.host.shadowRoot?.activeElement;
    this.instead = focused ? this.fallbacks?.(focused) : undefined;
  }

  hostUpdated(): void {
    const { instead, host } = this;
    const find = (selector: string | undefined) => selector && host.renderRoot.querySelector<HTMLElement>(selector);
    // No fallback exists yet: focus the first one that is drawn.
    if (instead && !host.shadowRoot?.activeElement) this.wanted ??= instead.find(find) ?? instead.join();
    const target = find(this.wanted);
    if (target || !this.fallbacks) this.wanted = undefined;
    if (target) void focusWhenReady(target, this.selects);
  }
}

async function focusWhenReady(target: HTMLElement, selects: boolean): Promise<void> {
  if (target.localName.includes('-')) {
    await customElements.whenDefined(target.localName);
    // Its own `focus` moves to a heading that is not drawn yet.
    await (target as HTMLElement & { readonly updateComplete?: Promise<unknown> }).updateComplete;
  }
  // Hidden meanwhile: WebKit would focus it even so, and then take the focus away.
  if (!target.checkVisibility()) return;
  target.focus({ preventScroll: true });
  if (selects) (target as HTMLInputElement).select();
  keepInView(target);
}

/**
 * Scrolls the focused target into view, and again when the page scrolls by itself within a second: a smooth scroll that was under way
 * goes on to its old goal once the page is tall enough again. Stops when the visitor scrolls or presses anything.
 */
function keepInView(target: HTMLElement): void {
  const kept = new AbortController();
  const { signal } = kept;
  const end = () => kept.abort();
  const show = () =>
    target.matches(':focus-within') ? target.scrollIntoView({ block: 'nearest', behavior: 'instant' }) : end();
  show();
  addEventListener('scroll', show, { capture: true, signal });
  for (const type of ['wheel', 'touchmove', 'pointerdown', 'keydown'])
    addEventListener(type, end, { passive: true, signal });
  setTimeout(end, 1000);
}
