import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { crossIcon } from '../base/booking-icons.ts';
import { developerMessage, developerStyles } from '../base/developer-message.ts';
import { register } from '../base/register.ts';
import { BookingElement } from '../booking/booking-element.ts';
import { buttonEnglish } from '../i18n/button.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';
import { bookingButtonStyles } from './booking-button.styles.ts';
import { DialogHistory } from './dialog-history.ts';
import { lockScroll } from './scroll-lock.ts';

/**
 * A button that opens `<cb-booking>` in a modal dialog: the focus stays inside and comes back, Escape and the browser's Back close,
 * the page behind does not scroll. What the visitor typed is kept when the dialog closes and opens again.
 *
 * @slot - The button's text.
 * @fires cb-open - The dialog has opened.
 * @fires cb-close - The dialog has closed.
 * @fires cb-booked - The server confirmed the booking.
 * @csspart button - The button.
 * @csspart dialog - The dialog.
 * @csspart close - Closes the dialog.
 */
export class CbBookingButton extends BookingElement {
  static override styles = [tokens, controls, developerStyles, bookingButtonStyles];

  /** Floats over the page's lower corner. */
  @property({ type: Boolean, reflect: true }) floating = false;

  /** After the first opening the widget is kept, so that nothing typed is lost. */
  @state() private used = false;
  @state() private failed = false;
  @state() private settled = false;
  private unlock: (() => void) | undefined;
  private history: DialogHistory | undefined;

  private get texts() {
    return this.messages('button', buttonEnglish);
  }

  private get dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  /** Opens the dialog. */
  async show(): Promise<void> {
    if (!this.api || !this.coach || this.dialog?.open) return;
    this.used = true;
    await this.updateComplete;
    const { dialog } = this;
    if (!dialog || dialog.open || !this.isConnected) return;
    // Opened before the widget has loaded, so that a press has an effect at once.
    dialog.showModal();
    this.unlock = lockScroll();
    this.history?.opened();
    this.dispatchEvent(new DialogEvent('cb-open'));
    await this.load();
  }

  private async load(): Promise<void> {
    this.failed = false;
    try {
      await loadBooking();
    } catch {
      this.failed = true;
    }
  }

  /** Loads the widget when a press is likely; a failure is shown only when it is opened. */
  private readonly preload = (): void => {
    loadBooking().catch(() => undefined);
  };

  /** Closes the dialog. */
  close(): void {
    this.dialog?.close();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.history = new DialogHistory(
      () => this.dialog?.open === true,
      () => void this.show(),
      () => this.close(),
    );
    // Frameworks set attributes just after they insert an element, so check for missing ones later.
    setTimeout(() => {
      this.settled = true;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.close();
    this.history?.dispose();
    this.unlock?.();
  }

  protected override render(): TemplateResult {
    const { texts } = this;
    const missing = (['api', 'coach'] as const).filter((name) => !this[name]);
    if (missing.length > 0 && this.settled) return developerMessage(texts.missing(missing.join(', ')));
    return html`
      <button type="button" class="primary open" part="button" aria-haspopup="dialog" @click=${this.show} @pointerenter=${this.preload} @focus=${this.preload}>
        <slot>${texts.book}</slot>
      </button>
      ${this.used ? this.renderDialog() : nothing}
    `;
  }

  private renderDialog(): TemplateResult {
    const { texts } = this;
    return html`<dialog part="dialog" aria-labelledby="title" @close=${this.closed} @click=${this.clickedBackdrop}>
      <div class="bar">
        <h2 id="title" tabindex="-1" autofocus>${texts.dialog}</h2>
        <button type="button" class="icon" part="close" aria-label=${texts.close} @click=${this.close}>${crossIcon}</button>
      </div>
      <div class="content">
        ${
          this.failed
            ? html`<div class="failed" role="alert"><p>${texts.failed}</p>
                <button type="button" class="secondary" @click=${this.load}>${texts.tryAgain}</button></div>`
            : nothing
        }
        <cb-booking></cb-booking>
      </div>
    </dialog>`;
  }

  /**
   * Passes all properties of a booking element to the widget, but not the listener: events bubble to the button, which reports
   * them. `session` is another name of `signIn`.
   */
  protected override updated(): void {
    const booking = this.renderRoot.querySelector('cb-booking');
    if (!booking) return;
    for (const name of BookingElement.elementProperties.keys()) {
      if (!/^(eventListener|onEvent|session)$/.test(String(name))) Reflect.set(booking, name, Reflect.get(this, name));
    }
  }

  private clickedBackdrop(event: MouseEvent): void {
    // The dialog has no padding, so a press on the dialog itself is one on the backdrop.
    if (event.target === this.dialog) this.close();
  }

  private closed(): void {
    if (!this.dialog?.open) {
      this.unlock?.();
      this.unlock = undefined;
    }
    this.history?.closed();
    // The browser restores the focus; Safari does not focus a pressed button, so focus it here.
    if (document.activeElement === document.body)
      this.renderRoot.querySelector<HTMLElement>('.open')?.focus({ preventScroll: true });
    this.dispatchEvent(new DialogEvent('cb-close'));
  }
}

/** The dialog opened (`cb-open`) or closed (`cb-close`). */
export class DialogEvent extends Event {
  constructor(type: 'cb-open' | 'cb-close') {
    super(type, { bubbles: true, composed: true });
  }
}

async function loadBooking(): Promise<void> {
  const { CbBooking } = await import('../booking/booking.ts');
  register('cb-booking', CbBooking);
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cb-open': DialogEvent;
    'cb-close': DialogEvent;
  }
  interface HTMLElementTagNameMap {
    'cb-booking-button': CbBookingButton;
  }
}
