import { html, nothing, type TemplateResult } from 'lit';
import type { LocalDate } from '../../../contract/values.ts';
import type { EditorMessages } from '../../i18n/editor.ts';
import type { InvalidEntries } from '../part/invalid-entries.ts';
import { fieldError } from './field-error.ts';

/** What a field for a day needs. */
interface DateField {
  readonly name: string;
  readonly label: string;
  readonly value: LocalDate | null | undefined;
  readonly help?: string;
  /** The day is wrong beside another: what is wrong is said elsewhere. */
  readonly wrong?: boolean;
  /** Names the field where the part has several of its kind: `from-k2`; `name` when left out. */
  readonly entry?: string;
  readonly invalid: InvalidEntries;
  readonly t: EditorMessages;
  /** Takes an emptied field as null; left out, the field shows its day again when it is left. */
  readonly clear?: () => void;
  readonly change: (date: LocalDate) => void;
  /** The field was left: what was typed is one step. */
  readonly left?: () => void;
}

/** A field for a day. What is still being typed is not taken over: after its first digit, a year reads 0002. */
export function dateField(field: DateField): TemplateResult {
  const { name, label, value, help, invalid, t, entry = name } = field;
  const message = invalid.message(entry);
  const onChange = (event: Event) => {
    const { value: text, validity } = event.target as HTMLInputElement;
    if (validity.badInput || (text !== '' && text < '1000')) return;
    invalid.accept(entry);
    if (text) field.change(text);
    else field.clear?.();
  };
  // Written only where it changes, not `live`: a part that was emptied to be typed anew must not fill itself again.
  const onBlur = (event: Event) => {
    const input = event.target as HTMLInputElement;
    if (input.validity.badInput || (input.value !== '' && input.value < '1000')) {
      invalid.report(entry, label, t.dateWrong, input);
    } else if (input.value !== (value ?? '')) {
      input.value = value ?? '';
    }
    field.left?.();
  };
  return html`<label class="field"><span class="label">${label}</span>
    <input
      type="date" name=${name} max="9999-12-31" .value=${value ?? ''}
      aria-invalid=${message || field.wrong ? 'true' : nothing} aria-describedby=${message ? `error-${entry}` : nothing}
      @change=${onChange} @blur=${onBlur}
    />
    ${fieldError(entry, message)}
    ${help ? html`<span class="quiet">${help}</span>` : nothing}
  </label>`;
}
