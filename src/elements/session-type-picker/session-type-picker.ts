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
import { typeCardWords } from '../words/type-card.ts';
import { SessionTypeSelectEvent } from './session-type-events.ts';

/**
 * A coach's session types as cards to choose from. A single one is chosen automatically.
 *
 * @fires cb-session-type-select - A session type was chosen.
 * @csspart title - The question above the cards.
 * @csspart card - One session type.
 * @csspart total - Length and price of a session type.
 * @csspart refunds - What goes back to a client who cancels.
 */
export class CbSessionTypePicker extends CbElement {
  static override readonly styles: CSSResult[] = [
    tokens,
    controls,
    css`
      :host {
        display: block;
      }
      h3 {
        margin: 0 0 calc(var(--_space) * 4);
        font-size: var(--_size-lead);
        font-weight: 600;
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 240px), 1fr));
        gap: calc(var(--_space) * 3);
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .card {
        display: grid;
        align-content: start;
        gap: calc(var(--_space) * 1.5);
        inline-size: 100%;
        block-size: 100%;
        min-block-size: 96px;
        padding: calc(var(--_space) * 4);
        border-color: var(--_edge);
        border-inline-start: 4px solid var(--_mark, var(--_accent-edge));
        background: var(--_surface);
        text-align: start;
      }
      /* In the direction of the coach's own language. */
      .card span {
        unicode-bidi: plaintext;
        text-align: var(--_start);
      }
      .card:hover {
        background: var(--_tint);
        border-color: var(--_accent-edge);
        border-inline-start-color: var(--_mark, var(--_accent-edge));
      }
      .name {
        font-weight: 600;
      }
      .total {
        font-variant-numeric: tabular-nums;
        font-weight: 500;
      }
      .quiet {
        color: var(--_text-quiet);
        font-size: var(--_size-small);
      }
      p {
        margin: 0 0 calc(var(--_space) * 3);
      }
    `,
  ];

  @property({ attribute: false }) client: VisitorClient | undefined;
  /** The coach's id. */
  @property() coach = '';

  @state() private types: readonly SessionType[] | undefined;
  @state() private hasFailed = false;
  private asked: readonly unknown[] = [];

  /** Moves the focus to the question. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('h3')?.focus(options);
  }

  protected override get textParts(): readonly TextPart[] {
    return ['journey', 'selling'];
  }

  private get texts() {
    return this.messages('sessionTypes', sessionTypesEnglish);
  }

  protected override willUpdate(): void {
    const asked = [this.client, this.coach];
    if (!this.client || !this.coach || asked.every((part, index) => part === this.asked[index])) return;
    this.asked = asked;
    void this.load(this.client, this.coach);
  }

  private async load(client: VisitorClient, coachId: string): Promise<void> {
    this.hasFailed = false;
    try {
      const { session_types } = await client
        .with(sessionTypeEndpoints)
        .listSessionTypes({ params: { coach_id: coachId } });
      this.types = session_types;
      const [only, ...others] = session_types;
      if (only && others.length === 0) this.choose(only);
    } catch {
      this.hasFailed = true;
    }
  }

  private choose(type: SessionType): void {
    this.dispatchEvent(new SessionTypeSelectEvent(type));
  }

  protected override updated(): void {
    // A strict content security policy refuses style attributes, but allows this.
    this.renderRoot.querySelectorAll<HTMLElement>('.card').forEach((card, index) => {
      card.style.setProperty('--_mark', this.types?.[index]?.colour ?? null);
    });
  }

  protected override render(): TemplateResult {
    const { texts, types } = this;
    if (this.hasFailed) {
      const again = () => {
        this.asked = [];
        this.requestUpdate();
      };
      return html`<h3 tabindex="-1" part="title">${texts.title}</h3>
        <p role="alert">${texts.failed}</p>
        <button type="button" class="secondary" @click=${again}>${texts.tryAgain}</button>`;
    }
    if (!types)
      return html`<h3 tabindex="-1" part="title">${texts.title}</h3><p role="status" class="quiet">${texts.loading}</p>`;
    return html`<h3 tabindex="-1" id="title" part="title">${texts.title}</h3>
      ${types.length === 0 ? html`<p>${texts.none}</p>` : nothing}
      <ul aria-labelledby="title">${types.map((type) => html`<li>${this.renderCard(type)}</li>`)}</ul>`;
  }

  private renderCard(type: SessionType): TemplateResult {
    const { texts } = this;
    const { total, facts, refunds } = typeCardWords(type, texts, this.language);
    return html`<button
      type="button" class="card" part="card"
      @click=${() => this.choose(type)}
    >
      <span class="name">${type.name}</span>
      <span class="total" part="total">${total}</span>
      ${type.description ? html`<span>${type.description}</span>` : nothing}
      ${facts ? html`<span class="quiet">${facts}</span>` : nothing}
      ${refunds ? html`<span class="quiet" part="refunds">${refunds}</span>` : nothing}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-session-type-picker': CbSessionTypePicker;
  }
}
