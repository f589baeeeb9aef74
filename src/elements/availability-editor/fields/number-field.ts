import { html, noChange, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { EditorMessages } from '../../i18n/editor.ts';
import type { InvalidEntries } from '../part/invalid-entries.ts';
import { fieldError } from './field-error.ts';

/** The options of a number field. */
interface NumberField {
  /** Unique among the fields of the part. */
  readonly name: string;
  readonly label: string;
  /** Null for an empty `optional` field. */
  readonly value: number | null;
  readonly least: number;
  readonly most: number;
  readonly optional?: boolean;
  readonly placeholder?: string;
  readonly hideLabel?: boolean;
  /** The field's name when the part has several: `length-2`; `name` when left out. */
  readonly entry?: string;
  readonly invalid: InvalidEntries;
  readonly t: EditorMessages;
  readonly change: (value: number | null) => void;
}

/** A field for a whole number. An invalid number stays in the field with a message under it, and does not change the draft. */
export function numberField(field: NumberField): TemplateResult {
  const { name, label, value, least, most, optional = false, placeholder, invalid, t, entry = name } = field;
  const message = invalid.message(entry);
  const onChange = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const empty = input.value === '' && !input.validity.badInput;
    const number = Number(input.value);
    const right = empty
      ? optional
      : !input.validity.badInput && Number.isInteger(number) && number >= least && number <= most;
    if (!right) return invalid.report(entry, label, t.wholeNumber(least, most), input);
    invalid.accept(entry);
    field.change(empty ? null : number);
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
      aria-invalid=${message ? 'true' : nothing}
      aria-describedby=${message ? `error-${entry}` : nothing}
      .value=${message ? noChange : live(value === null ? '' : String(value))}
      @change=${onChange}
    />
    ${fieldError(entry, message)}
  </label>`;
}
