import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { accountEndpoints } from '../../contract/endpoints/account.ts';
import { isEmail } from '../../contract/values.ts';
import { type ClientOptions, createClient } from '../../core/client/client.ts';
import { CbElement } from '../base/element.ts';
import { ElementEvent } from '../base/element-event.ts';
import { MoveFocus } from '../controllers/move-focus.ts';
import { submitAnyway, textField } from '../forms/form-field.ts';
import { byMailEnglish } from '../i18n/after-booking/by-mail.ts';
import type { TextPart } from '../i18n/loading/text-parts.ts';
import { controls } from '../styles/controls.ts';
import { formStyles } from '../styles/form.ts';
import { tokens } from '../styles/tokens.ts';
import { mailFailure } from '../words/mail-failure.ts';

/** The visitor goes back from the forgotten password to signing in. */
export class BackToSignInEvent extends ElementEvent {
  static override readonly type = 'cb-back-to-sign-in';
}

/**
 * Asks for a link to a new password by mail; says the same for every address. Part of `<cb-sign-in>`.
 *
 * @fires cb-back-to-sign-in - The visitor goes back to signing in.
 */
export class CbPasswordReset extends CbElement {
  static override styles = [
    tokens,
    controls,
    formStyles,
    css`
      :host {
        display: block;
      }
      h3 {
        margin: 0 0 calc(var(--_space) * 2);
        font-size: var(--_size-lead);
        font-weight: 600;
        line-height: 1.3;
      }
      p {
        margin: 0 0 calc(var(--_space) * 4);
      }
      form {
        margin-block-end: calc(var(--_space) * 4);
      }
    `,
  ];

  /** How to reach the API. */
  @property({ attribute: false }) connection: ClientOptions | undefined;
  /** Prefills the address. */
  @property() email = '';

  @state() private typed = '';
  @state() private error = '';
  @state() private failure = '';
  @state() private busy = false;
  @state() private sentTo = '';
  private readonly focusNext = new MoveFocus(this);

  /** Moves the focus to the heading. */
  override focus(): void {
    this.focusNext.on('h3');
  }

  protected override get textParts(): readonly TextPart[] {
    return ['journey', 'visits', 'refusals'];
  }

  private get texts() {
    return this.messages('byMail', byMailEnglish);
  }

  protected override willUpdate(): void {
    if (!this.hasUpdated) this.typed = this.email;
  }

  protected override render(): TemplateResult {
    const { texts, busy, sentTo } = this;
    return html`<h3 tabindex="-1" id="title">${texts.passwordTitle}</h3>
      ${
        sentTo
          ? html`<p role="status">${texts.passwordSent(sentTo)}</p>`
          : html`<form novalidate aria-labelledby="title" @submit=${this.submit}>
              ${this.failure ? html`<div class="panel bad" tabindex="-1" part="problem" role="alert"><p>${this.failure}</p></div>` : nothing}
              ${textField({
                field: 'email',
                label: texts.email,
                help: texts.passwordHelp,
                value: this.typed,
                type: 'email',
                autocomplete: 'username',
                error: this.error,
                readonly: busy,
                change: (value) => {
                  this.typed = value;
                  if (this.error) this.error = this.fault();
                },
              })}
              <button class="primary wide" part="submit" @click=${submitAnyway} aria-disabled=${busy}>${busy ? texts.working : texts.send}</button>
            </form>`
      }
      <button type="button" class="link" @click=${() => this.dispatchEvent(new BackToSignInEvent())}>${texts.backToSignIn}</button>`;
  }

  private fault(): string {
    const address = this.typed.trim();
    if (!address) return this.texts.emailMissing;
    return isEmail(address) ? '' : this.texts.emailWrong;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { busy, connection } = this;
    if (busy || !connection) return;
    this.failure = '';
    this.error = this.fault();
    if (this.error) return this.focusNext.on('input');
    this.busy = true;
    const email = this.typed.trim();
    try {
      await createClient(accountEndpoints, connection).requestPasswordReset({ body: { email } });
      this.sentTo = email;
      this.focusNext.on('h3');
    } catch (error) {
      this.failure = mailFailure(error, this.texts, this.language);
      this.focusNext.on('[part=problem]');
    } finally {
      this.busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-password-reset': CbPasswordReset;
  }
  interface GlobalEventHandlersEventMap {
    'cb-back-to-sign-in': BackToSignInEvent;
  }
}
