import { type CSSResult, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { Coach, OfferedDuration } from '../../contract/coach.ts';
import { describePrice } from '../../domain/money/format-price.ts';
import { sessionPrice } from '../../domain/money/session-price.ts';
import { DurationChangeEvent } from '../base/duration-change-event.ts';
import { CbElement } from '../base/element.ts';
import { durationsEnglish } from '../i18n/durations.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';

/**
 * The choice of a session length, with prices: native radio buttons.
 *
 * @fires cb-duration-change - Another length was chosen.
 * @csspart duration - One choice; also `selected`.
 * @csspart price - Its price.
 */
export class CbDurationPicker extends CbElement {
  static override readonly styles: CSSResult[] = [
    tokens,
    controls,
    css`
      :host {
        display: block;
      }
      fieldset {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(88px, 1fr));
        gap: calc(var(--_space) * 2);
        min-inline-size: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        margin-block-end: calc(var(--_space) * 2);
        padding: 0;
        color: var(--_text-quiet);
        font-size: var(--_size-small);
        font-weight: 500;
      }
      label {
        position: relative;
        display: grid;
        place-content: center;
        min-block-size: 44px;
        padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
        border: 1px solid var(--_edge);
        border-radius: var(--_radius);
        font-weight: 500;
        line-height: 1.25;
        text-align: center;
        cursor: pointer;
      }
      label:hover {
        background: var(--_tint);
      }
      input {
        position: absolute;
        inset: 0;
        margin: 0;
        opacity: 0;
        cursor: inherit;
      }
      label:has(:checked) {
        border-color: var(--_accent-edge);
        background: var(--_tint);
        box-shadow: inset 0 0 0 1px var(--_accent-edge);
      }
      label:has(:focus-visible) {
        outline: 2px solid var(--_focus);
        outline-offset: 2px;
      }
      label span {
        unicode-bidi: plaintext;
      }
      .price {
        color: var(--_text-quiet);
        font-size: var(--_size-small);
        font-weight: 400;
      }
      @media (forced-colors: active) {
        label:has(:checked) {
          outline: 2px solid Highlight;
        }
      }
    `,
  ];

  /** The lengths that the coach offers. */
  @property({ attribute: false }) durations: readonly OfferedDuration[] = [];
  /** The coach, whose hourly rate is used for lengths without their own price. */
  @property({ attribute: false }) coach: Coach | undefined;
  /** Minutes chosen. */
  @property({ type: Number }) selected = 0;

  protected override render() {
    const t = this.messages('durations', durationsEnglish);
    return html`<fieldset @change=${this.onChange}>
      <legend>${t.duration}</legend>
      ${this.durations.map(({ minutes, price: own }) => {
        const selected = minutes === this.selected;
        const price = own ?? sessionPrice(this.coach, minutes);
        return html`<label part=${selected ? 'duration selected' : 'duration'}
          ><input type="radio" name="duration" value=${minutes} .checked=${selected} />
          <span>${t.minutes(minutes)}</span>
          ${price ? html`<span class="price" part="price">${describePrice(price, this.language, t.free)}</span>` : nothing}</label
        >`;
      })}
    </fieldset>`;
  }

  private onChange(event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.selected = Number(event.target.value);
    this.dispatchEvent(new DurationChangeEvent(this.selected));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-duration-picker': CbDurationPicker;
  }
}
