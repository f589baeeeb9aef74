import { css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { DAY_MINUTES } from '../../../domain/time/units.ts';
import { controls } from '../../styles/controls.ts';
import { tokens } from '../../styles/tokens.ts';
import { EditorPart } from '../part/editor-part.ts';
import { partStyles } from '../part/part.styles.ts';
import { inputValue } from './input-value.ts';
import { numberField } from './number-field.ts';

const units = { minutes: 1, hours: 60, days: DAY_MINUTES } as const;
/** From this number of days on, a loaded length is shown in days. */
const FEWEST_DAYS = 7;

export type Unit = keyof typeof units;

/** Another length of time was entered. */
export class SpanInputEvent extends Event {
  static readonly type = 'cb-span-input';
  constructor(readonly minutes: number) {
    super(SpanInputEvent.type);
  }
}

/**
 * A length of time as a number and a unit.
 *
 * @fires cb-span-input - Another length.
 */
export class CbSpanField extends EditorPart {
  static override styles = [
    tokens,
    controls,
    partStyles,
    css`
      .two {
        display: grid;
        grid-template-columns: 84px minmax(0, 128px);
        gap: calc(var(--_space) * 2);
      }
    `,
  ];

  /** Minutes. */
  @property({ type: Number }) value = 0;
  @property() label = '';
  @property() help = '';
  /** Minutes at most. */
  @property({ type: Number }) most: number = DAY_MINUTES;
  /** The units in which the coach wrote lengths, by field; owned by the parent element. */
  @property({ attribute: false }) written: Map<string, Unit> = new Map();

  protected override render(): TemplateResult {
    const { texts: t, label, most, value } = this;
    const written = this.written.get(label);
    const unit = written && value % units[written] === 0 ? written : largest(value);
    const size = units[unit];
    return html`<fieldset class="field">
      <legend class="label">${label}</legend>
      <div class="two">
        ${numberField({
          name: 'count',
          label,
          hideLabel: true,
          invalid: this.invalid,
          value: value / size,
          least: 0,
          most: Math.floor(most / size),
          t,
          change: (count) => this.change((count ?? 0) * size, unit),
        })}
        <label><span class="visually-hidden">${t.unit}</span>
          <select name="unit" @change=${(event: Event) => this.turn(inputValue(event) as Unit, value / size)}>
            ${(['minutes', 'hours', 'days'] as const)
              .filter((name) => units[name] <= most)
              .map((name) => html`<option value=${name} .selected=${name === unit}>${t.units[name]}</option>`)}
          </select>
        </label>
      </div>
      ${this.help ? html`<p class="quiet">${this.help}</p>` : ''}
    </fieldset>`;
  }

  private turn(unit: Unit, count: number): void {
    this.change(Math.min(count, Math.floor(this.most / units[unit])) * units[unit], unit);
  }

  private change(minutes: number, unit: Unit): void {
    this.written.set(this.label, unit);
    this.requestUpdate();
    if (minutes !== this.value) this.dispatchEvent(new SpanInputEvent(minutes));
  }
}

/** One or two days are shown in hours, as most people write them: "24 hours" must not become "1 day". */
function largest(minutes: number): Unit {
  if (minutes >= FEWEST_DAYS * DAY_MINUTES && minutes % DAY_MINUTES === 0) return 'days';
  return minutes > 0 && minutes % 60 === 0 ? 'hours' : 'minutes';
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-span-field': CbSpanField;
  }
}
