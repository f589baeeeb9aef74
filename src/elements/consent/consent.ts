import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Coach } from '../../contract/coach.ts';
import { webAddress } from '../../domain/calendar/web-address.ts';
import { comma } from '../../domain/language/listed.ts';
import { CbElement } from '../base/element.ts';
import { ElementEvent } from '../base/element-event.ts';
import { labelText } from '../forms/form-field.ts';
import { byMailEnglish } from '../i18n/after-booking/by-mail.ts';
import type { TextPart } from '../i18n/loading/text-parts.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';

/** The visitor ticked the coach's consent box, or took the tick away. */
export class ConsentEvent extends ElementEvent {
  static override readonly type = 'cb-consent';
  constructor(
    /** The version of the words that are agreed to; undefined for no consent. */
    readonly version: number | undefined,
  ) {
    super();
  }
}

/**
 * A coach's consent box, never ticked beforehand, and the link to the coach's privacy notice. Part of `<cb-booking-form>`.
 *
 * @fires cb-consent - The box was ticked, or the tick taken away.
 * @csspart consent - The box with the coach's words.
 * @csspart privacy - The link to the privacy notice.
 */
export class CbConsent extends CbElement {
  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
      }
      .inner {
        display: grid;
        gap: calc(var(--_space) * 3);
      }
      label {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: calc(var(--_space) * 3);
        align-items: start;
        min-height: 24px;
        unicode-bidi: plaintext;
        text-align: var(--_start);
        overflow-wrap: anywhere;
      }
      input {
        width: 20px;
        height: 20px;
        margin: 2px 0 0;
        accent-color: var(--_accent);
      }
      small,
      p {
        margin: 0;
        color: var(--_text-quiet);
        font-size: var(--_size-small);
      }
      a {
        color: var(--_accent-text);
      }
    `,
  ];

  @property({ attribute: false }) coach: Coach | undefined;
  /** The version of the words that the visitor agreed to. */
  @property({ attribute: false }) agreed: number | undefined;
  /** True while the booking is being sent. */
  @property({ type: Boolean }) busy = false;

  protected override get textParts(): readonly TextPart[] {
    return ['journey', 'visits'];
  }

  private get texts() {
    return this.messages('byMail', byMailEnglish);
  }

  protected override render(): TemplateResult {
    const { coach, texts, agreed, busy } = this;
    const { consent, privacy_url } = coach ?? {};
    const notice = webAddress(privacy_url);
    return html`${
      consent
        ? html`<label part="consent"><input
                type="checkbox" .checked=${agreed === consent.version} aria-disabled=${busy}
                @click=${(event: Event) => busy && event.preventDefault()}
                @change=${({ target }: Event) => this.tick((target as HTMLInputElement).checked, consent.version)}
              /><span>${labelText({ label: consent.text, optional: texts.consentOptional })}</span></label>`
        : nothing
    }
      ${
        notice
          ? html`<p><a part="privacy" href=${notice} target="_blank" rel="noopener">${texts.privacyNotice(coach?.name ?? '')}<span class="visually-hidden">${comma(this.language)}${texts.newTab}</span></a></p>`
          : nothing
      }`;
  }

  private tick(checked: boolean, version: number): void {
    this.agreed = checked ? version : undefined;
    this.dispatchEvent(new ConsentEvent(this.agreed));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-consent': CbConsent;
  }
  interface GlobalEventHandlersEventMap {
    'cb-consent': ConsentEvent;
  }
}
