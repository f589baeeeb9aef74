import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { EditorMessages } from '../../i18n/editor.ts';

/** What a field for a whole number needs. */
interface NumberField {
  readonly name: string;
  readonly label: string;
  /** null: empty, where `optional`. */
  readonly value: number | null;
  readonly least: number;
  readonly most: number;
  readonly optional?: boolean;
  readonly placeholder?: string;
  readonly hideLabel?: boolean;
  readonly t: EditorMessages;
  readonly change: (value: number | null) => void;
}

/** A field for a whole number. What is none, or out of bounds, is said by the field and not taken over. */
export function numberField(field: NumberField): TemplateResult {
  const { name, label, value, least, most, optional = false, placeholder, t } = field;
  const onChange = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const empty = input.value === '' && !input.validity.badInput;
    const number = Number(input.value);
    const right = empty ? optional : Number.isInteger(number) && number >= least && number <= most;
    input.setCustomValidity(right ? '' : t.wholeNumber(least, most));
    input.toggleAttribute('aria-invalid', false);
    if (right) field.change(empty ? null : number);
    else input.setAttribute('aria-invalid', 'true');
    input.reportValidity();
  };
  return html`<label class="field">
    <span class=${field.hideLabel ? 'visually-hidden' : 'label'}>${label}</span>
    <input
      type="number"
      inputmode="numeric"
      name=${name}
      min=${least}
      max=${most}
      placeholder=${placeholder ?? nothing}
      .value=${live(value === null ? '' : String(value))}
      @change=${onChange}
    />
  </label>`;
}
