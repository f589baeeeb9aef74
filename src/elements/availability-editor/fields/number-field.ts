import { html, noChange, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { EditorMessages } from '../../i18n/editor.ts';
import type { InvalidEntries } from '../part/invalid-entries.ts';
import { fieldError } from './field-error.ts';

/** What a field for a whole number needs. */
interface NumberField {
  /** Its own among the fields of the part. */
  readonly name: string;
  readonly label: string;
  /** null: empty, where `optional`. */
  readonly value: number | null;
  readonly least: number;
  readonly most: number;
  readonly optional?: boolean;
  readonly placeholder?: string;
  readonly hideLabel?: boolean;
  /** Names the field where the part has several of its kind: `length-2`; `name` when left out. */
  readonly entry?: string;
  readonly invalid: InvalidEntries;
  readonly t: EditorMessages;
  readonly change: (value: number | null) => void;
}

/** A field for a whole number. What is none, or out of bounds, stays in the field, is said under it and not taken over. */
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
