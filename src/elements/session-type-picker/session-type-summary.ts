import { type CSSResult, css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { sessionTypeEndpoints } from '../../contract/endpoints/session-types.ts';
import type { SessionType } from '../../contract/session-type.ts';
import { CbElement } from '../base/element.ts';
import type { VisitorClient } from '../context/shared-client.ts';
import type { TextPart } from '../i18n/loading/text-parts.ts';
import { sessionTypesEnglish } from '../i18n/session-types.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';
import { refundRulesOf } from '../words/type-refunds.ts';
import { describeTotal } from '../words/type-total.ts';
import { SessionTypeLoadEvent } from './session-type-events.ts';

/**
 * The chosen session type with its total, shown at every step.
 *
 * @fires cb-session-type-change - The visitor wants another one.
 * @fires cb-session-type-load - The session type that `sessionType` names was loaded.
 * @csspart total - Length and price.
 * @csspart refunds - What goes back to a client who cancels.
 */
export class CbSessionTypeSummary extends CbElement {
  static override readonly styles: CSSResult[] = [
    tokens,
    controls,
    css`
      :host {
        display: block;
        margin-block-start: calc(var(--_space) * 4);
      }
      p {
        margin: 0;
      }
      .name {
        font-weight: 600;
      }
      .total {
        font-variant-numeric: tabular-nums;
      }
      .quiet {
        color: var(--_text-quiet);
        font-size: var(--_size-small);
      }
      .plain {
        margin-inline-start: calc(var(--_space) * -2);
      }
    `,
  ];

  @property({ attribute: false }) client: VisitorClient | undefined;
  /** The coach's id. */
  @property() coach = '';
  /** The id of the session type. */
  @property({ attribute: 'session-type' }) sessionType = '';
  /** The session type itself, when already loaded. */
  @property({ attribute: false }) known: SessionType | undefined;
  /** Offers to choose another one. */
  @property({ type: Boolean }) changeable = false;
  /** Takes the focus once it is drawn: the button that chose the session type is gone. */
  @property({ attribute: false }) takesFocus = false;

  @state() private loaded: SessionType | undefined;
  private asked = '';

  protected override willUpdate(): void {
    const { client, coach, sessionType, known } = this;
    if (known?.id === sessionType || !client || !coach || !sessionType || this.asked === sessionType) return;
    this.asked = sessionType;
    client
      .with(sessionTypeEndpoints)
      .getSessionType({ params: { coach_id: coach, session_type_id: sessionType } })
      .then(
        (type) => {
          this.loaded = type;
          this.dispatchEvent(new SessionTypeLoadEvent(type));
        },
        // Times are still shown; only this line is missing.
        () => undefined,
      );
  }

  protected override firstUpdated(): void {
    if (this.takesFocus) this.renderRoot.querySelector('button')?.focus({ preventScroll: true });
  }

  protected override get textParts(): readonly TextPart[] {
    return ['journey', 'selling'];
  }

  protected override render(): TemplateResult | typeof nothing {
    const type = [this.known, this.loaded].find((one) => one?.id === this.sessionType);
    if (!type) return nothing;
    const texts = this.messages('sessionTypes', sessionTypesEnglish);
    const { total, note } = describeTotal(type, texts, this.language);
    const refunds = refundRulesOf(type, texts, this.language);
    return html`<p class="name">${type.name}</p>
      <p class="total" part="total">${total}</p>
      ${note ? html`<p class="quiet">${note}</p>` : nothing}
      ${refunds ? html`<p class="quiet" part="refunds">${refunds}</p>` : nothing}
      ${
        this.changeable
          ? html`<button type="button" class="plain" @click=${this.change}>${texts.change}<span class="visually-hidden">: ${type.name}</span></button>`
          : nothing
      }`;
  }

  private change(): void {
    this.dispatchEvent(new Event('cb-session-type-change', { bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-session-type-summary': CbSessionTypeSummary;
  }
}
