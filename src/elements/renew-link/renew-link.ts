import { css, html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { accountEndpoints } from '../../contract/endpoints/account.ts';
import { CbElement } from '../base/element.ts';
import type { VisitorClient } from '../context/shared-client.ts';
import { byMailEnglish } from '../i18n/after-booking/by-mail.ts';
import type { TextPart } from '../i18n/loading/text-parts.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';
import { mailFailure } from '../words/mail-failure.ts';

/** Asks for a new link to a booking, where the one of the page's address has expired. Part of `<cb-bookings>`. */
export class CbRenewLink extends CbElement {
  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
      }
      p {
        margin: 0;
      }
      p:not(:empty) {
        margin-block-start: calc(var(--_space) * 2);
      }
    `,
  ];

  /** The expired link. */
  @property() link = '';
  @property({ attribute: false }) client: VisitorClient | undefined;

  @state() private step: 'asked' | 'busy' | 'sent' = 'asked';
  @state() private said = '';

  protected override get textParts(): readonly TextPart[] {
    return ['journey', 'visits', 'refusals'];
  }

  private get texts() {
    return this.messages('byMail', byMailEnglish);
  }

  protected override render(): TemplateResult {
    const { texts, step } = this;
    return html`<button
        type="button" class="primary" part="renew" aria-disabled=${step !== 'asked'} @click=${this.ask}
      >${step === 'busy' ? texts.working : texts.newLink}</button>
      <p role="status">${this.said}</p>`;
  }

  private async ask(): Promise<void> {
    const { client, link, step } = this;
    if (!client || step !== 'asked') return;
    this.step = 'busy';
    this.said = '';
    try {
      await client.with(accountEndpoints).mailBookingLink({ body: { link } });
      this.step = 'sent';
      this.said = this.texts.linkSent;
    } catch (error) {
      this.step = 'asked';
      this.said = mailFailure(error, this.texts, this.language);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-renew-link': CbRenewLink;
  }
}
