import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Booking } from '../../contract/booking.ts';
import { accountEndpoints } from '../../contract/endpoints/account.ts';
import { isEmail } from '../../contract/values.ts';
import { CbElement } from '../base/element.ts';
import { ElementEvent } from '../base/element-event.ts';
import type { VisitorClient } from '../context/shared-client.ts';
import { MoveFocus } from '../controllers/move-focus.ts';
import { Subscriptions } from '../controllers/subscriptions.ts';
import { submitAnyway, textField } from '../forms/form-field.ts';
import { byMailEnglish } from '../i18n/after-booking/by-mail.ts';
import type { TextPart } from '../i18n/loading/text-parts.ts';
import { controls } from '../styles/controls.ts';
import { formStyles } from '../styles/form.ts';
import { tokens } from '../styles/tokens.ts';
import { mailFailure } from '../words/mail-failure.ts';

/** A guest corrected the address; `booking` has its new link. */
export class EmailCorrectedEvent extends ElementEvent {
  static override readonly type = 'cb-email-corrected';
  constructor(readonly booking: Booking) {
    super();
  }
}

/**
 * Says where the mail about a booking went; a guest who has just booked corrects the address. Part of `<cb-booking-confirmation>`.
 *
 * @fires cb-email-corrected - The address was corrected.
 */
export class CbMailNote extends CbElement {
  static override styles = [
    tokens,
    controls,
    formStyles,
    css`
      :host {
        display: block;
      }
      p {
        margin: 0;
      }
      /* Apart from the line above the facts. */
      .inner > p {
        margin-block-end: calc(var(--_space) * 4);
      }
      form {
        gap: calc(var(--_space) * 3);
        max-width: calc(26 * var(--_rem));
        padding-block: calc(var(--_space) * 2);
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: calc(var(--_space) * 2);
      }
      /* On a line of its own rather than broken after its ellipsis. */
      .address {
        display: inline-block;
        max-inline-size: 100%;
        overflow-wrap: anywhere;
      }
      /* On paper there is nothing to press. */
      @media print {
        form,
        button {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) booking: Booking | undefined;
  @property({ attribute: false }) client: VisitorClient | undefined;

  @state() private correcting = false;
  @state() private email = '';
  @state() private error = '';
  @state() private failure = '';
  @state() private busy = false;
  private readonly focusNext = new MoveFocus(this);

  constructor() {
    super();
    new Subscriptions(this, () => [this.client?.signIn]);
  }

  protected override get textParts(): readonly TextPart[] {
    return ['journey', 'visits', 'refusals'];
  }

  private get texts() {
    return this.messages('byMail', byMailEnglish);
  }

  /** True for the guest who made the booking, on the page where it was made: a signed link does not prove who opened it. */
  private get mayCorrect(): boolean {
    const account = this.client?.signIn.state;
    return account?.status === 'signed-in' && account.user?.is_guest === true && account.bookingId === undefined;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { texts, booking } = this;
    const address = booking?.mailed_to;
    if (!address) return nothing;
    if (this.correcting && this.mayCorrect) return this.renderForm();
    const shown = masked(address);
    const went = texts.mailed[booking.status === 'pending' ? 'pending' : 'confirmed'](shown);
    const [before, ...after] = went.split(shown);
    return html`<p>
      <span role="status">${before}<bdi class="address">${shown}</bdi>${after.join(shown)}</span>
      ${this.mayCorrect ? html`<button type="button" class="link" @click=${() => this.begin(address)}>${texts.wrongAddress}</button>` : nothing}
    </p>`;
  }

  private begin(address: string): void {
    this.email = address;
    this.error = '';
    this.failure = '';
    this.correcting = true;
    this.focusNext.on('input', true);
  }

  private renderForm(): TemplateResult {
    const { texts, busy } = this;
    return html`<form novalidate aria-label=${texts.emailTitle} @submit=${this.submit} @keydown=${this.leaveByKey}>
        ${this.failure ? html`<div class="panel bad" tabindex="-1" part="problem" role="alert"><p>${this.failure}</p></div>` : nothing}
        ${textField({
          field: 'email',
          label: texts.email,
          help: texts.emailHelp,
          value: this.email,
          type: 'email',
          autocomplete: 'email',
          error: this.error,
          readonly: busy,
          change: (value) => {
            this.email = value;
            if (this.error) this.error = this.fault();
          },
        })}
        <div class="buttons">
          <button class="primary" part="submit" @click=${submitAnyway} aria-disabled=${busy}>${busy ? texts.working : texts.correct}</button>
          <button type="button" class="plain" @click=${this.keep}>${texts.keep}</button>
        </div>
      </form>
      <p class="visually-hidden" role="status">${busy ? texts.working : ''}</p>`;
  }

  private fault(): string {
    const { texts, booking } = this;
    const address = this.email.trim();
    if (!address) return texts.emailMissing;
    if (!isEmail(address)) return texts.emailWrong;
    return address.toLowerCase() === booking?.mailed_to?.toLowerCase() ? texts.emailSame : '';
  }

  private keep(): void {
    if (this.busy) return;
    this.correcting = false;
    this.focusNext.on('p button');
  }

  private leaveByKey({ key }: KeyboardEvent): void {
    if (key === 'Escape') this.keep();
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { client, booking, busy } = this;
    if (busy || !client || !booking) return;
    this.failure = '';
    this.error = this.fault();
    if (this.error) return this.focusNext.on('input');
    this.busy = true;
    try {
      const params = { booking_id: booking.id };
      const body = { email: this.email.trim() };
      const corrected = await client.with(accountEndpoints).correctBookingEmail({ params, body });
      this.booking = { ...booking, ...corrected };
      this.correcting = false;
      this.focusNext.on('p button');
      this.dispatchEvent(new EmailCorrectedEvent(this.booking));
    } catch (error) {
      this.failure = mailFailure(error, this.texts, this.language);
      this.focusNext.on('[part=problem]');
    } finally {
      this.busy = false;
    }
  }
}

/** The first letter and the domain of an address, `s…@example.com`: others may look at the screen. */
function masked(address: string): string {
  const at = address.lastIndexOf('@');
  return `${[...address][0] ?? ''}…${at < 0 ? '' : address.slice(at)}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-mail-note': CbMailNote;
  }
  interface GlobalEventHandlersEventMap {
    'cb-email-corrected': EmailCorrectedEvent;
  }
}
