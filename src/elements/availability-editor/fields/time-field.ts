import { css, html, noChange, nothing, type PropertyValues } from 'lit';
import { property, query } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { LocalTime } from '../../../contract/values.ts';
import { parseTime, timeOf } from '../../../core/schedule-editor/clock.ts';
import { minutesOf } from '../../../domain/availability/hours.ts';
import { DAY_MINUTES } from '../../../domain/time/units.ts';
import { controls } from '../../styles/controls.ts';
import { tokens } from '../../styles/tokens.ts';
import { EditorPart } from '../part/editor-part.ts';
import { partStyles } from '../part/part.styles.ts';
import { fieldTime } from '../part/schedule-text.ts';

/** Another time was typed, or set by arrow keys. */
export class TimeInputEvent extends Event {
  static readonly type = 'cb-time-input';
  constructor(readonly time: LocalTime) {
    super(TimeInputEvent.type);
  }
}

/**
 * A field for a time of day. It accepts what people type (`9`, `930`, `9 pm`); the up and down arrows change it by a step.
 *
 * @fires cb-time-input - Another time.
 * @csspart input - The text field.
 */
export class CbTimeField extends EditorPart {
  static override shadowRootOptions = { ...EditorPart.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    tokens,
    controls,
    partStyles,
    css`
      input {
        text-align: center;
        padding-inline: var(--_space);
      }
      .error {
        margin-block-start: var(--_space);
      }
    `,
  ];

  @property() value: LocalTime = '';
  /** The field's label: `Start, Monday`. */
  @property() label = '';
  /** The two times are invalid together. */
  @property({ type: Boolean }) wrong = false;
  /** Minutes of one step of the arrow keys. */
  @property({ type: Number }) step = 1;
  @query('input') private readonly input!: HTMLInputElement;

  /** Moves focus to the field and selects its text, as Tab does. */
  override focus(options?: FocusOptions): void {
    this.input.focus(options);
    this.input.select();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value')) this.invalid.accept('time');
  }

  protected override render() {
    const message = this.invalid.message('time');
    const wrong = message || this.wrong;
    return html`<input
        part="input"
        type="text"
        autocomplete="off"
        spellcheck="false"
        aria-label=${this.label}
        aria-invalid=${wrong ? 'true' : nothing}
        aria-describedby=${message ? 'error' : nothing}
        .value=${message ? noChange : live(fieldTime(this.value, this.reading))}
        @change=${this.onChange}
        @keydown=${this.onKeydown}
      />${message ? html`<p class="error" id="error" role="alert">${message}</p>` : nothing}`;
  }

  private onChange(): void {
    const time = parseTime(this.input.value);
    if (time === undefined) {
      this.invalid.report('time', this.label, this.texts.timeWrong, this);
      return;
    }
    this.invalid.accept('time');
    this.change(time);
  }

  private onKeydown(event: KeyboardEvent): void {
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (!direction || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const from = minutesOf(parseTime(this.input.value) ?? this.value);
    const next = (direction > 0 ? Math.floor(from / this.step) + 1 : Math.ceil(from / this.step) - 1) * this.step;
    this.change(timeOf(Math.min(DAY_MINUTES, Math.max(0, next))));
  }

  private change(time: LocalTime): void {
    if (time === this.value) {
      this.requestUpdate();
      return;
    }
    this.dispatchEvent(new TimeInputEvent(time));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-time-field': CbTimeField;
  }
}
